"use client";

import { addDays, weekStartOf } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { EmptyState } from "@repo/ui/empty-state";
import { MoveToDialog } from "@repo/ui/move-to-dialog";
import { PageTitle } from "@repo/ui/page-title";
import { showToast } from "@repo/ui/toast";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { InviteLink } from "#components/invite-link.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import type { Workout } from "#features/coach-calendar/calendar-data.ts";
import { SendDialog } from "#features/coach-calendar/send-dialog.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { GroupCell } from "./group-cell.tsx";
import { type GroupMoves, type GroupWorkout, useGroupMoves } from "./use-group-moves.ts";

type Row = RouterOutputs["coachCalendar"]["group"]["athletes"][number];

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The week of everybody: a row an athlete, a column a day. */
export function GroupView({ week: first }: { week: string }) {
  const mayPlan = useMayPlan();
  const trpc = useTRPC();
  const [shownWeek, setWeek] = useQueryState("week", parseAsString.withOptions({ history: "push" }));
  const [query, setQuery] = useQueryState("find", parseAsString.withDefault(""));
  const from = weekStartOf(shownWeek ?? first);
  const { data } = useQuery({
    ...trpc.coachCalendar.group.queryOptions({ from, days: 7 }),
    placeholderData: keepPreviousData,
  });
  const athletes = data?.athletes ?? [];
  const { data: squads = [] } = useQuery(trpc.squads.list.queryOptions());
  const [squadId, setSquad] = useQueryState("squad", parseAsString);
  const squad = squads.find(({ id }) => id === squadId);
  const shown = athletes.filter(
    ({ athleteId, name }) =>
      name.toLowerCase().includes(query.toLowerCase()) && (!squad || squad.athleteIds.includes(athleteId)),
  );
  const moves = useGroupMoves();
  const [asked, setAsked] = useState<GroupWorkout | null>(null);
  const [copied, setCopied] = useState<{ athleteId: string; workout: Workout } | null>(null);
  const askCopy = (workout: GroupWorkout) =>
    void moves.wholeOf(workout).then(
      (whole) => setCopied({ athleteId: workout.athleteId, workout: whole }),
      (error: Error) => showToast(error.message, { tone: "error" }),
    );
  const days = DAYS.map((word, at) => ({ word, date: addDays(from, at) }));
  const today = athletes[0]?.today ?? first;
  return (
    <>
      <PageTitle
        rule={false}
        title={titleOf(athletes, today)}
        lead={
          <>
            {`Week of ${shortDay(from)} to ${shortDay(addDays(from, 6))} ${from.slice(0, 4)}.`}
            {mayPlan ? (
              <span className="max-md:hidden">
                {" "}
                Drag a workout to another day, or onto another athlete to copy it; m and c on it do the same.
              </span>
            ) : null}
          </>
        }
        actions={
          <>
            <Button onPress={() => void setWeek(addDays(from, -7))}>Week before</Button>
            <Button onPress={() => void setWeek(null)}>This week</Button>
            <Button onPress={() => void setWeek(addDays(from, 7))}>Week after</Button>
          </>
        }
      />
      {data && athletes.length === 0 ? (
        <EmptyState title="The week of all your athletes" action={<InviteLink />}>
          A row for each athlete appears here once somebody shares their training with you.
        </EmptyState>
      ) : (
        <>
          <div className="mb-3 flex flex-wrap items-end gap-3 empty:hidden">
            {athletes.length > 8 ? (
              <label className="block w-60 text-sm">
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
            {squads.length > 0 ? (
              <div className="w-44">
                <NativeSelect
                  label="Squad"
                  value={squad?.id ?? ""}
                  options={[
                    { value: "", label: "Everybody" },
                    ...squads.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                  onChange={(event) => void setSquad(event.target.value || null)}
                />
              </div>
            ) : null}
          </div>
          <section
            aria-label="The week, day by day"
            className="relative overflow-x-auto border-t-2 border-ink"
          >
            <table className="w-full min-w-[76rem] table-fixed text-sm md:min-w-[56rem]">
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
                  <AthleteRow
                    key={row.athleteId}
                    {...{ row, moves, from }}
                    days={days.map(({ date }) => date)}
                    onAskMove={setAsked}
                    onAskCopy={askCopy}
                  />
                ))}
              </tbody>
            </table>
          </section>
          {data && shown.length === 0 ? (
            <p className="py-4 text-sm text-ink-soft">Nobody here. Try another name or squad.</p>
          ) : null}
        </>
      )}
      {copied ? (
        <SendDialog
          asked={{ kind: "send", workouts: [copied.workout], from: copied.workout.date }}
          athleteId={copied.athleteId}
          onClose={() => {
            setCopied(null);
            moves.refresh();
          }}
        />
      ) : null}
      {asked ? (
        <MoveToDialog
          isOpen
          onOpenChange={() => setAsked(null)}
          name={asked.title}
          from={asked.date}
          onMove={(date) => moves.move(asked, date)}
        />
      ) : null}
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

type RowProps = {
  row: Row;
  days: readonly string[];
  from: string;
  moves: GroupMoves;
  onAskMove: (workout: GroupWorkout) => void;
  onAskCopy: (workout: GroupWorkout) => void;
};

function AthleteRow({ row, days, from, ...asks }: RowProps) {
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
        <GroupCell key={date} {...{ row, date }} {...asks} />
      ))}
    </tr>
  );
}

function signed(value: number): string {
  const whole = Math.round(value);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}
