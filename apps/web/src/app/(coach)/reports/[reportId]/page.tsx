import { verdictOf } from "@repo/services/reports";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { dayName } from "#components/day-words.ts";
import { DigestView } from "#features/reports/digest-view.tsx";
import { MarkRead } from "#features/reports/mark-read.tsx";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Report" };

export default async function ReportPage({ params }: { params: Promise<{ reportId: string }> }) {
  const { reportId } = await params;
  await requireActor(`/reports/${reportId}`);
  const report = await (await getCaller()).reports.get({ reportId }).catch(nullIfNotFound);
  if (!report) notFound();
  const { content, leftOut } = report;
  return (
    <article aria-labelledby="verdict">
      <MarkRead reportId={reportId} />
      <div id="verdict">
        <PageTitle
          eyebrow={`${dayName(content.date)}, ${content.orgName}`}
          title={verdictOf(content)}
          lead={leadOf(leftOut)}
          actions={<LinkButton href={`/api/reports/${reportId}/pdf`}>As PDF</LinkButton>}
        />
      </div>
      <DigestView content={content} />
    </article>
  );
}

function leadOf(leftOut: number): string {
  if (leftOut === 0) return "As it stood that morning.";
  const who =
    leftOut === 1 ? "1 athlete who no longer shares it" : `${leftOut} athletes who no longer share it`;
  return `As it stood that morning, without ${who} with you.`;
}
