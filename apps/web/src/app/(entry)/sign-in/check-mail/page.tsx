import type { Metadata } from "next";
import { Title } from "#components/title.tsx";

export const metadata: Metadata = { title: "Check your mail" };

export default function CheckMailPage() {
  return (
    <>
      <Title lead="If an account with that address exists, a link is on its way. It works once, for 30 minutes.">
        Check your mail
      </Title>
      <p className="text-sm text-ink-soft">
        Nothing there after a few minutes? Look in the junk folder, then{" "}
        <a className="font-semibold text-ink underline" href="/sign-in">
          try again
        </a>
        . Accounts are made by invitation: ask your coach for one if you have none.
      </p>
    </>
  );
}
