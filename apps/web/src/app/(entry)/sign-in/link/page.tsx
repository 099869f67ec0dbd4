import { LinkButton } from "@repo/ui/link-button";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Title } from "#components/title.tsx";
import { safeNext } from "#features/sign-in/safe-next.ts";

export const metadata: Metadata = { title: "Sign in" };

/** The link of the mail leads here, so that a program that opens links does not use it up. */
export default async function SignInLinkPage({ searchParams }: PageProps<"/sign-in/link">) {
  const { token, email, next } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string") redirect("/sign-in?error=Verification");
  const query = new URLSearchParams({ token, email, callbackUrl: safeNext(next) });
  return (
    <>
      <Title lead={`You asked to sign in as ${email}.`}>Welcome back</Title>
      <LinkButton
        variant="solid"
        size="lg"
        className="w-full"
        href={`/api/auth/callback/nodemailer?${query}`}
      >
        Sign in
      </LinkButton>
    </>
  );
}
