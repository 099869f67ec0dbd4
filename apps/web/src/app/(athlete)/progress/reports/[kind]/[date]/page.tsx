import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { AthleteReportPage } from "#features/reports/athlete-report-page.tsx";

export const metadata: Metadata = { title: "Report" };

export default async function OwnReport({ params }: PageProps<"/progress/reports/[kind]/[date]">) {
  const { kind, date } = await params;
  const { userId } = await requireActor(`/progress/reports/${kind}/${date}`);
  return <AthleteReportPage athleteId={userId} kind={kind} date={date} />;
}
