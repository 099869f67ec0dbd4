import { addDays, IsoDate, localDay, weekStartOf } from "@repo/core/calendar";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { Link } from "#components/link.tsx";
import { AgendaView } from "#features/calendar/agenda-view.tsx";
import { GoToWeek } from "#features/calendar/go-to-week.tsx";
import { LogSheet } from "#features/log/log-sheet.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Calendar" };

const WEEKS = 4;

export default async function CalendarPage({ searchParams }: { searchParams: Promise<{ from?: string }> }) {
  await requireActor("/calendar");
  const caller = await getCaller();
  const account = await caller.account.me();
  const asked = IsoDate.safeParse((await searchParams).from);
  const today = localDay(new Date(), account.timeZone);
  const from = weekStartOf(asked.success && hasRoom(asked.data) ? asked.data : addDays(today, -7));
  const agenda = await caller.calendar.agenda({ from, to: addDays(from, WEEKS * 7 - 1) });
  return (
    <>
      <PageTitle
        title="Calendar"
        lead="What is planned and what was done. Weeks begin on Monday."
        rule={false}
        actions={<CalendarLinks from={from} />}
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="w-full max-w-xs">
          <LogSheet today={agenda.today} plan={null} label="Log a session" variant="outline" />
        </div>
        <GoToWeek from={from} />
      </div>
      <AgendaView agenda={agenda} units={account.units} />
    </>
  );
}

/** At the ends of the calendar there are no weeks before or after it to go to. */
function hasRoom(day: string): boolean {
  return day > "1900-03-01" && day < "2199-10-01";
}

function CalendarLinks({ from }: { from: string }) {
  const step = (weeks: number) => `/calendar?from=${addDays(from, weeks * 7)}`;
  return (
    <>
      <LinkButton as={Link} href={step(-WEEKS)} aria-label={`${WEEKS} weeks earlier`}>
        Earlier
      </LinkButton>
      <LinkButton as={Link} href="/calendar">
        This week
      </LinkButton>
      <LinkButton as={Link} href={step(WEEKS)} aria-label={`${WEEKS} weeks later`}>
        Later
      </LinkButton>
    </>
  );
}
