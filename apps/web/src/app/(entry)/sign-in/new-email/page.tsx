import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Title } from "#components/title.tsx";
import { NewEmailForm } from "#features/sign-in/new-email-form.tsx";

export const metadata: Metadata = { title: "New address" };

/** The link of the mail leads here, so that a program that opens links does not use it up. */
export default async function NewEmailPage({ searchParams }: PageProps<"/sign-in/new-email">) {
  const { token } = await searchParams;
  if (typeof token !== "string") redirect("/settings/account");
  return (
    <>
      <Title lead="You sign in with it from now on, and your mail goes there.">Use this address</Title>
      <NewEmailForm token={token} />
    </>
  );
}
