"use client";

import { addDays, weekStartOf } from "@repo/core/calendar";
import { formatDistance, formatDuration } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { CardStateMark } from "@repo/ui/card-state-mark";
import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { shortDay } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import { useUnits } from "#components/units.tsx";
import { cardStateOf } from "#components/workout-look.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Row = RouterOutputs["coachCalendar"]["group"]["athletes"][number];

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const STATE_WORDS = {
  planned: "planned",
  done: "done",
  off: "short or long",
  "far-off": "far off plan",
  missed: "not logged",
  adapted: "changed on purpose",
  excused: "excused",
  unplanned: "not planned",
} as const;
const STATE_LOOKS = {
  planned: "text-ink",
  done: "text-state-done-text",
  off: "text-state-off-text",
  "far-off": "text-state-far-off-text",
  missed: "text-state-missed-text",
  adapted: "text-state-adapted-text",
  excused: "text-state-excused-text",
  unplanned: "text-state-unplanned-text",
} as const;

/** The week of everybody: a row an athlete, a column a day. */
export function GroupView({ week: first }: { week: string }) {
  const trpc = useTRPC();
  const [asked, setWeek] = useQueryState("week", parseAsString.withOptions({ history: "push" }));
  const [query, setQuery] = useQueryState("find", parseAsString.withDefault(""));
  const from = weekStartOf(asked ?? first);
  const { data } = useQuery({
    ...trpc.coachCalendar.group.queryOptions({ from, days: 7 }),
    placeholderData: keepPreviousData,
  });
  const athletes = data?.athletes ?? [];
  const shown = athletes.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
  const days = DAYS.map((word, at) => ({ word, date: addDays(from, at) }));
  const today = athletes[0]?.today ?? first;
  return (
    <>
      <PageTitle
        rule={false}
        title={titleOf(athletes, today)}
        lead={`Week of ${shortDay(from)} to ${shortDay(addDays(from, 6))} ${from.slice(0, 4)}.`}
        actions={
          <>
            <Button onPress={() => void setWeek(addDays(from, -7))}>Week before</Button>
            <Button onPress={() => void setWeek(null)}>This week</Button>
            <Button onPress={() => void setWeek(addDays(from, 7))}>Week after</Button>
          </>
        }
      />
      {data && athletes.length === 0 ? (
        <EmptyState
          title="The week of all your athletes"
          action={
            <LinkButton as={Link} variant="solid" href="/organisation">
              Invite an athlete
            </LinkButton>
          }
        >
          A row for each athlete appears here once somebody shares their training with you.
        </EmptyState>
      ) : (
        <>
          {athletes.length > 8 ? (
            <label className="mb-3 block max-w-60 text-sm">
              <span className="sr-only">Find an athlete</span>
              <input
                type="search"
                placeholder="Find an athlete"
                value={query}
                onChange={(event) => void setQuery(event.target.value || null)}
                className="min-h-10 w-full rounded-md border border-line-strong bg-surface px-2.5"
              />
            </label>
          ) : null}
          <section
            aria-label="The week, day by day"
            className="relative overflow-x-auto border-t-2 border-ink"
          >
            <table className="w-full min-w-[56rem] table-fixed text-sm">
              <thead>
                <tr className="type-label border-b border-line text-left text-ink-soft">
                  <th scope="col" className="sticky left-0 z-10 w-28 bg-paper py-2 font-medium md:w-40">
                    Athlete
                  </th>
                  {days.map(({ word, date }) => (
                    <th
                      key={date}
                      scope="col"
                      ref={date === today ? bringIntoView : null}
                      className={`px-2 font-medium ${date === today ? "text-track-text" : ""}`}
                    >
                      {`${word} ${Number(date.slice(8))}`}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <AthleteRow key={row.athleteId} row={row} days={days.map(({ date }) => date)} from={from} />
                ))}
              </tbody>
            </table>
          </section>
          {data && shown.length === 0 ? (
            <p className="py-4 text-sm text-ink-soft">Nobody of that name.</p>
          ) : null}
        </>
      )}
    </>
  );
}

/** Where the week is wider than the window, today stands beside the names. */
function bringIntoView(column: HTMLElement | null): void {
  const names = column?.parentElement?.firstElementChild as HTMLElement | null | undefined;
  const frame = column?.closest("section");
  if (column && frame) frame.scrollLeft = column.offsetLeft - (names?.offsetWidth ?? 0);
}

function titleOf(athletes: readonly Row[], today: string): string {
  if (athletes.length === 0) return "The week of everybody";
  const hard = athletes.filter(({ workouts }) =>
    workouts.some((each) => each.date === today && each.hard),
  ).length;
  return hard === 0 ? "Nobody trains hard today" : `${hard} of ${athletes.length} train hard today`;
}

function AthleteRow({ row, days, from }: { row: Row; days: readonly string[]; from: string }) {
  return (
    <tr className="border-b border-line align-top">
      <th scope="row" className="sticky left-0 z-10 bg-paper py-2 pr-2 text-left font-semibold">
        <Link href={`/athletes/${row.athleteId}/calendar?week=${from}`} className="hover:underline">
          {row.name}
        </Link>
        {row.form === null ? null : (
          <span className="type-narrow block text-xs font-normal text-ink-soft">{`Form ${signed(row.form)}`}</span>
        )}
      </th>
      {days.map((date) => (
        <DayCell key={date} row={row} date={date} />
      ))}
    </tr>
  );
}

const AWAY = { travel: "Travel", unavailable: "Not available" } as const;

function DayCell({ row, date }: { row: Row; date: string }) {
  const units = useUnits();
  const workouts = row.workouts.filter((each) => each.date === date && each.kind !== "rest");
  const extra = row.unplanned.filter((each) => each.date === date);
  const band = row.bands.find((each) => each.from <= date && date <= each.to);
  return (
    <td className={`type-narrow border-l border-line px-2 py-2 text-xs ${band ? "hatched" : ""}`}>
      {band ? (
        <p className="text-state-excused-text">{AWAY[band.kind as keyof typeof AWAY] ?? "Away"}</p>
      ) : null}
      <ul className="flex flex-col gap-1">
        {workouts.map((workout) => {
          const state = cardStateOf(workout, row.today);
          return (
            <li key={workout.id} className={`flex items-start gap-1 ${STATE_LOOKS[state]}`}>
              <CardStateMark state={state} className="mt-0.5 size-3 shrink-0" />
              <Link
                href={`/athletes/${row.athleteId}/calendar?week=${date}&workout=${workout.id}`}
                className={`inline-block min-h-6 min-w-6 break-words hover:underline ${workout.hard ? "font-semibold" : ""}`}
              >
                {workout.title}
                <span className="sr-only">{`, ${STATE_WORDS[state]}`}</span>
              </Link>
            </li>
          );
        })}
        {extra.map((activity, at) => (
          <li key={at} className={`flex items-start gap-1 ${STATE_LOOKS.unplanned}`}>
            <CardStateMark state="unplanned" className="mt-0.5 size-3 shrink-0" />
            <span>
              {activity.distanceM
                ? formatDistance(activity.distanceM, units, 1)
                : formatDuration(activity.durationS)}
              <span className="sr-only">, not planned</span>
            </span>
          </li>
        ))}
      </ul>
    </td>
  );
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
