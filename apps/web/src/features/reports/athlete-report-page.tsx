import { IsoDate } from "@repo/core/calendar";
import { REPORT_KINDS, type ReportKind } from "@repo/services/reports";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { notFound } from "next/navigation";
import { z } from "zod";
import { nullIfNotFound } from "#trpc/null-if-not-found.ts";
import { getCaller } from "#trpc/server.tsx";
import { ReportView } from "./report-view.tsx";

const Address = z.object({ athleteId: z.uuid(), kind: z.enum(REPORT_KINDS), date: IsoDate });

/** A report of one athlete, for the athlete and for whoever coaches them: made anew each time it is opened. */
export async function AthleteReportPage(address: { athleteId: string; kind: string; date: string }) {
  const asked = Address.safeParse(address);
  if (!asked.success) notFound();
  const document = await (await getCaller()).reports.ofAthlete(asked.data).catch(nullIfNotFound);
  if (!document) notFound();
  return (
    <article aria-label={document.title}>
      <PageTitle
        eyebrow={document.eyebrow}
        title={document.title}
        actions={
          <LinkButton href={pdfAddress(asked.data)} as="a">
            As PDF
          </LinkButton>
        }
      />
      <ReportView document={document} />
    </article>
  );
}

function pdfAddress({
  athleteId,
  kind,
  date,
}: {
  athleteId: string;
  kind: ReportKind;
  date: string;
}): string {
  return `/api/athletes/${athleteId}/report-pdf?kind=${kind}&date=${date}`;
}
