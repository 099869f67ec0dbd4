import { readStopToken } from "@repo/services/reports";
import { Button } from "@repo/ui/button";
import type { Metadata } from "next";
import { Link } from "#components/link.tsx";
import { Title } from "#components/title.tsx";
import { env } from "#env.ts";

export const metadata: Metadata = { title: "Mails", robots: { index: false } };

/** Where the address in a report's mail leads a person: one question, and what became of it. Without a sign-in. */
export default async function StopMailPage({ params, searchParams }: PageProps<"/stop-mail/[token]">) {
  const token = decodeURIComponent((await params).token);
  const stop = readStopToken(token, env().AUTH_SECRET);
  if (stop === null) {
    return (
      <Title lead="It may have been cut off on its way. Under Settings, Reports, every mail can be ended.">
        Nothing ends at this address
      </Title>
    );
  }
  const name = stop.orgId === null ? "your week" : "the morning report";
  if ("done" in (await searchParams)) {
    return (
      <>
        <Title lead="Everything stands on the site too. Pain and illness still come at once, to coaches who are shown health.">
          You get {name} by mail no more
        </Title>
        <Link href="/settings/reports" className="inline-flex min-h-6 items-center font-semibold underline">
          Have it come again
        </Link>
      </>
    );
  }
  return (
    <>
      <Title lead="It stays on the site, and can come again at any time under Settings, Reports.">
        End {name} by mail?
      </Title>
      <form method="post" action={`/api/stop-mail/${encodeURIComponent(token)}?page`}>
        <Button type="submit" variant="solid">
          End it
        </Button>
      </form>
    </>
  );
}
