import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { AthleteReportPage } from "#features/reports/athlete-report-page.tsx";

export const metadata: Metadata = { title: "Report" };

export default async function ReportOfAthlete({
  params,
}: PageProps<"/athletes/[athleteId]/reports/[kind]/[date]">) {
  const { athleteId, kind, date } = await params;
  await requireActor(`/athletes/${athleteId}/reports/${kind}/${date}`);
  return <AthleteReportPage athleteId={athleteId} kind={kind} date={date} />;
}
