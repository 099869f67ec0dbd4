import { addDays, type IsoDate, localDay } from "@repo/core/calendar";
import { verdictOf } from "@repo/services/reports";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { FreshRoster } from "#components/fresh-numbers.tsx";
import { InviteLink } from "#components/invite-link.tsx";
import { Link } from "#components/link.tsx";
import { DemoNotice } from "#features/roster/demo-buttons.tsx";
import { EmptyRoster } from "#features/roster/empty-roster.tsx";
import { allRows, filterRoster, rosterChoices } from "#features/roster/filter-roster.ts";
import { RosterFilter } from "#features/roster/roster-filter.tsx";
import { RosterView } from "#features/roster/roster-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Roster" };

const DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

export default async function RosterPage({ searchParams }: PageProps<"/roster">) {
  await requireActor("/roster");
  const caller = await getCaller();
  const { show } = await searchParams;
  const chosen = typeof show === "string" ? show : "";
  // Before the list: what changes between the two is then asked for again.
  const { rev } = await caller.roster.revision();
  const [account, all] = [await caller.account.me(), await caller.roster.list()];
  const athletes = allRows(all).length;
  if (athletes === 0) return <EmptyRoster />;
  const now = new Date();
  const isDemo = allRows(all).some((row) => row.isDemo);
  const today = localDay(now, account.timeZone);
  const { roster, who } = filterRoster(all, chosen, today);
  // The words of nobody at all are for a roster without athletes.
  const shown = allRows(roster).length;
  const waiting = waitingOf(allRows(roster));
  const verdict =
    shown === 0
      ? "Nobody"
      : waiting === 0 || roster.needs.length > 0
        ? verdictOf({ needs: roster.needs as never[], athletes: shown })
        : // That nobody needs the coach is known once everybody was looked at.
          waiting === shown
          ? "Nobody is judged yet"
          : `${waiting} of ${shown} are not judged yet`;
  return (
    <>
      <FreshRoster rev={rev} />
      {isDemo ? <DemoNotice mayRemove={account.isOperator} /> : null}
      <PageTitle
        title={who === null ? verdict : `${verdict} ${who}`}
        lead={`${DAY.format(new Date(`${today}T00:00:00Z`))}. ${leadOf(allRows(all), today)}`}
        actions={
          <>
            <LinkButton href="/athletes" as={Link} className="max-sm:px-3">
              <span className="max-sm:hidden">As a table</span>
              <span className="sm:hidden">Table</span>
            </LinkButton>
            <RosterFilter choices={rosterChoices(all)} chosen={who === null ? "" : chosen} />
            <InviteLink />
          </>
        }
      />
      <RosterView roster={roster} today={today} units={account.units} />
    </>
  );
}

/** How far the judgement has come, from the athletes themselves. */
function leadOf(rows: readonly Judged[], today: IsoDate): string {
  const waiting = waitingOf(rows);
  if (waiting === rows.length) return "The first night has not been judged yet; that takes a minute.";
  if (waiting > 0) return `${waiting} not judged yet.`;
  // West of the reader the night of yesterday is still to come.
  const behind = rows.filter(({ state }) => (state?.judgedThrough ?? today) < addDays(today, -2)).length;
  return behind === 0
    ? "Loads and warnings are up to date."
    : `${behind === 1 ? "One athlete’s days are" : `The days of ${behind} athletes are`} still being judged; what is said of them is older.`;
}
function waitingOf(rows: readonly Judged[]): number {
  return rows.filter((row) => !row.state?.judgedThrough).length;
}

type Judged = { state: { judgedThrough: string | null } | null };
