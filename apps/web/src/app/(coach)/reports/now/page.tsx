import { verdictOf } from "@repo/services/reports";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { requireActor } from "#auth/index.ts";
import { dayName } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import { DigestView } from "#features/reports/digest-view.tsx";
import { SendNow } from "#features/reports/send-now.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Today’s report" };

export default async function ReportNowPage({ searchParams }: { searchParams: Promise<{ org?: string }> }) {
  await requireActor("/reports");
  const org = z.uuid().safeParse((await searchParams).org);
  if (!org.success) notFound();
  const content = await (await getCaller()).reports.preview({ orgId: org.data }).catch(nullIfNotFound);
  if (!content) notFound();
  const actions = (
    <>
      <LinkButton href="/reports" as={Link}>
        All reports
      </LinkButton>
      <SendNow orgId={org.data} />
    </>
  );
  return (
    <>
      <PageTitle
        eyebrow={`${dayName(content.date)}, ${content.orgName}`}
        title={verdictOf(content)}
        lead="As it stands now. Nothing was sent."
        actions={actions}
      />
      <DigestView content={content} />
    </>
  );
}
