import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Title } from "#components/title.tsx";
import { NewPasswordForm } from "#features/sign-in/new-password-form.tsx";

export const metadata: Metadata = { title: "New password" };

export default async function NewPasswordPage({ searchParams }: PageProps<"/sign-in/new-password">) {
  const { token } = await searchParams;
  if (typeof token !== "string") redirect("/sign-in/forgot");
  return (
    <>
      <Title lead="Every device has to sign in again afterwards.">Choose a new password</Title>
      <NewPasswordForm token={token} />
    </>
  );
}
