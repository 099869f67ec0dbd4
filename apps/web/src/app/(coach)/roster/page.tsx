import { verdictOf } from "@repo/services/reports";
import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import Link from "next/link";
import { requireActor } from "#auth/index.ts";
import { AddDemoButton, DemoNotice } from "#features/roster/demo-buttons.tsx";
import { RosterView } from "#features/roster/roster-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Roster" };

const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

export default async function RosterPage() {
  await requireActor("/roster");
  const caller = await getCaller();
  const [account, roster] = [await caller.account.me(), await caller.roster.list()];
  const athletes = roster.needs.length + roster.notes.length + roster.onPlan.length;
  const invite = (
    <LinkButton variant="solid" href="/organisation" as={Link}>
      Invite an athlete
    </LinkButton>
  );
  if (athletes === 0) {
    return (
      <>
        <PageTitle title="No athletes yet" actions={invite} />
        <EmptyState
          title="Your athletes stand here, those who need you first"
          action={account.isOperator ? <AddDemoButton /> : null}
        >
          Invite one by e-mail. They choose what you see, and their training appears here, judged every night.
        </EmptyState>
      </>
    );
  }
  const now = new Date();
  const isDemo = [...roster.onPlan, ...[...roster.needs, ...roster.notes].map((need) => need.row)].some(
    (row) => row.isDemo,
  );
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: account.timeZone }).format(now);
  return (
    <>
      {isDemo ? <DemoNotice mayRemove={account.isOperator} /> : null}
      <PageTitle
        title={verdictOf({ needs: roster.needs as never[], athletes })}
        lead={`${DAY.format(now)}. ${leadOf(roster)}`}
        actions={invite}
      />
      <RosterView roster={roster} today={today} />
    </>
  );
}

/** When the judgement was made, from the athletes themselves. */
function leadOf(roster: { needs: { row: Judged }[]; notes: { row: Judged }[]; onPlan: Judged[] }): string {
  const rows = [
    ...roster.onPlan,
    ...roster.needs.map(({ row }) => row),
    ...roster.notes.map(({ row }) => row),
  ];
  const waiting = rows.filter((row) => !row.state?.judgedThrough).length;
  if (waiting === rows.length) return "The first night has not been judged yet; that takes a minute.";
  return waiting === 0 ? "Loads and warnings are up to date." : `${waiting} not judged yet.`;
}
type Judged = { state: { judgedThrough: string | null } | null };
