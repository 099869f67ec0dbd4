import { PageTitle } from "@repo/ui/page-title";
import { unbroken } from "@repo/ui/unbroken";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { coachingOf } from "#features/shell/hats.ts";
import { todayTitle, todayWhere } from "#features/today/today-title.ts";
import { TodayView } from "#features/today/today-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  await requireActor("/today");
  const caller = await getCaller();
  const today = await caller.today.get();
  const account = await caller.account.me();
  // Only an empty day leads to a season of one's own.
  const plansOwn = today.season === null && coachingOf(account).length > 0;
  const explained = await caller.progress.explainDay({ date: today.today });
  return (
    <>
      <PageTitle eyebrow={todayWhere(today)} title={unbroken(todayTitle(today))} rule={false} />
      <TodayView today={today} explained={explained} units={account.units} plansOwn={plansOwn} />
    </>
  );
}
