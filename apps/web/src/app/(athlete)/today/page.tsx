import { PageTitle } from "@repo/ui/page-title";
import { unbroken } from "@repo/ui/unbroken";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { coachesOneself } from "#features/settings/coaches-oneself.ts";
import { todayTitle, todayWhere } from "#features/today/today-title.ts";
import { TodayView } from "#features/today/today-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  await requireActor("/today");
  const caller = await getCaller();
  const [today, { units }] = [await caller.today.get(), await caller.account.me()];
  // Only an empty day leads to a season of one's own.
  const plansOwn = today.season === null && (await coachesOneself(caller));
  const explained = await caller.progress.explainDay({ date: today.today });
  return (
    <>
      <PageTitle eyebrow={todayWhere(today)} title={unbroken(todayTitle(today, units))} rule={false} />
      <TodayView {...{ today, explained, plansOwn, units }} />
    </>
  );
}
