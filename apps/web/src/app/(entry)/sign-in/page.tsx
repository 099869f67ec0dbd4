import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getActor } from "#auth/index.ts";
import { Title } from "#components/title.tsx";
import { safeNext } from "#features/sign-in/safe-next.ts";
import { SignInForm } from "#features/sign-in/sign-in-form.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const query = await searchParams;
  const next = safeNext(query.next);
  if (await getActor()) redirect(next);
  // Nobody can sign in to a server without accounts: there it is said how the first one is made.
  if (await (await getCaller()).firstRun.isOpen()) redirect("/first-run");
  const error = typeof query.code === "string" ? query.code : query.error;
  const lead = leadOf(query);
  return (
    <>
      <Title lead={lead}>Sign in</Title>
      <SignInForm next={next} error={typeof error === "string" ? error : undefined} />
    </>
  );
}

function leadOf(query: Record<string, unknown>): string | undefined {
  if ("signed-out" in query) return "You are signed out on this device.";
  return "new-password" in query ? "Your new password is set. Sign in with it." : undefined;
}
