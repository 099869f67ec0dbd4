import type { Metadata } from "next";
import { Title } from "#components/title.tsx";
import { FirstRunForm } from "#features/first-run/first-run-form.tsx";

export const metadata: Metadata = { title: "First run" };

export default async function FirstRunPage({ searchParams }: PageProps<"/first-run">) {
  const { token } = await searchParams;
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
