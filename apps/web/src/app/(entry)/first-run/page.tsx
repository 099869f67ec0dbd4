import { LinkButton } from "@repo/ui/link-button";
import type { Metadata } from "next";
import { Title } from "#components/title.tsx";
import { FirstRunForm } from "#features/first-run/first-run-form.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "First run" };

export default async function FirstRunPage({ searchParams }: PageProps<"/first-run">) {
  const { token } = await searchParams;
  if (!(await (await getCaller()).firstRun.isOpen())) {
    return (
      <>
        <Title lead="The owner has an account. Whoever was invited joins by the link in their mail.">
          This server is set up
        </Title>
        <LinkButton variant="solid" size="lg" className="w-full" href="/sign-in">
          Sign in
        </LinkButton>
      </>
    );
  }
  if (typeof token !== "string" || token === "") {
    return (
      <Title lead="Open the address that the server printed when it started. It holds a token that works once, so that nobody else can take this server over.">
        Nearly there
      </Title>
    );
  }
  return (
    <>
      <Title lead="You become the owner of this server: you invite coaches and athletes, and nobody else can sign up.">
        Set up Mesocycle
      </Title>
      <FirstRunForm token={token} />
    </>
  );
}
