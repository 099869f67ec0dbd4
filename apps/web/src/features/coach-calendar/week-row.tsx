"use client";

import { addDays } from "@repo/core/calendar";
import { type WeekOutline, type WeekSums, weekSums } from "@repo/core/season";
import type { MenuEntry } from "@repo/ui/menu";
import { memo, useMemo } from "react";
import { shortDay } from "#components/day-words.ts";
import type { FixPreview } from "#components/fix-preview.ts";
import { LazyMenu } from "#components/lazy-menu.tsx";
import { words } from "#words.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import { type CalendarHead, type Chunk, type Week, weekOf } from "./calendar-data.ts";
import { DayColumn, type DayMarks } from "./day-column.tsx";
import { locksOf } from "./locks-of.ts";
import { ShortDays } from "./short-week.tsx";
import { WeekSummary } from "./week-summary.tsx";

export const COLUMNS = "md:grid md:grid-cols-[5.25rem_repeat(7,minmax(0,1fr))_6.75rem]";

export type WeekMarks = {
  cursor: string | null;
  /** First and last day chosen, as far as they lie in this week. */
  from: string | null;
  to: string | null;
  picked: ReadonlySet<string>;
  /** What a fix would do here. */
  preview: FixPreview | null;
};

type Props = {
  start: string;
  /** Its workouts with those of the weeks around it; not here yet: undefined. */
  chunk: Chunk | undefined;
  /** What was done the day before may lie in other weeks than those fetched with this one. */
  around: readonly Chunk[];
  /** What is shown until they are here. */
  outline: WeekOutline | null;
  head: CalendarHead;
  actions: CalendarActions;
  marks: WeekMarks;
  toLookAt: number;
  onLook: () => void;
};

/** One week: its phase, seven days, and what they come to. */
export const WeekRow = memo(function WeekRow(props: Props) {
  const { start, chunk, around, outline, head, actions, toLookAt, onLook } = props;
  const week = useMemo(() => weekOf(chunk, start), [chunk, start]);
  const locks = useMemo(() => locksOf(around, start, head), [around, start, head]);
  const sums = useMemo(() => (week ? sumsOf(week) : outline), [week, outline]);
  const last = addDays(start, 6);
  const isNow = start <= head.today && head.today <= last;
  const told = week ?? outline;
  const name = phaseName(start, told?.phase ?? null, head);
  return (
    <section
      aria-label={`${name ?? "Week"} of ${shortDay(start)} ${start.slice(0, 4)}`}
      aria-busy={week === null}
      className={`border-b border-line ${COLUMNS} ${isNow ? "bg-surface" : ""}`}
    >
      <header className="flex items-start gap-1 py-1.5 md:block md:pr-1">
        <button
          type="button"
          onClick={(event) => actions.chooseWeek(start, event.shiftKey)}
          className="min-w-0 flex-1 text-left hover:underline md:w-full"
        >
          <span className={`type-lead block leading-tight ${isNow ? "text-track-text" : ""}`}>
            {name ?? shortDay(start)}
            {told?.cutback ? ", cutback" : ""}
          </span>
          <span className="type-narrow block text-xs text-ink-soft">
            {name ? shortDay(start) : null}
            {isShownYear(start) ? ` ${last.slice(0, 4)}` : ""}
            {isNow ? `${name ? ", " : ""}this week` : ""}
          </span>
        </button>
        {week && head.mayPlan ? (
          <div className="md:-ml-1.5">
            <LazyMenu
              label={`Actions for the week of ${shortDay(start)}`}
              items={() => weekMenu(week, actions)}
            />
          </div>
        ) : null}
      </header>
      {week || !outline ? null : <ShortDays start={start} outline={outline} today={head.today} />}
      {(week?.days ?? (outline ? [] : EMPTY)).map((day, at) =>
        week ? (
          <DayColumn
            key={day.date}
            day={day}
            isWeekStart={at === 0}
            head={head}
            actions={actions}
            marks={marksOf(day.date, props.marks)}
            locks={locks}
          />
        ) : (
          <div key={day.date} className="hidden h-24 border-l border-line md:block" />
        ),
      )}
      {sums ? (
        <WeekSummary
          sums={sums}
          form={told?.form ?? null}
          isOver={last < head.today}
          toLookAt={toLookAt}
          onLook={onLook}
        />
      ) : (
        <div className="border-l border-line" />
      )}
    </section>
  );
});

const EMPTY = [0, 1, 2, 3, 4, 5, 6].map((at) => ({
  date: String(at),
  workouts: [],
  activities: [],
  bands: [],
}));

const NOTHING: ReadonlySet<string> = new Set();
const QUIET: DayMarks = {
  isCursor: false,
  isChosen: false,
  picked: NOTHING,
  leaving: NOTHING,
  ghosts: [],
};

/** The same object for every day on which nothing is marked, so that it is not drawn again. */
function marksOf(date: string, { cursor, from, to, picked, preview }: WeekMarks): DayMarks {
  const isCursor = cursor === date;
  const isChosen = from !== null && to !== null && from <= date && date <= to;
  if (!isCursor && !isChosen && picked.size === 0 && !preview) return QUIET;
  const ghosts = preview?.ghosts.filter((ghost) => ghost.date === date) ?? [];
  return { isCursor, isChosen, picked, leaving: preview?.leaving ?? NOTHING, ghosts };
}

/** "Base 3": the phase and which of its weeks. */
function phaseName(start: string, kind: string | null, head: CalendarHead): string | null {
  if (kind === null) return null;
  const middle = addDays(start, 1);
  const phase = head.phases.find(
    (each) => each.kind === kind && each.start <= addDays(middle, 5) && middle <= each.end,
  );
  const word = words("phase", kind);
  if (!phase) return word;
  const days = (Date.parse(start) - Date.parse(phase.start)) / 86_400_000;
  return `${word} ${Math.max(1, Math.floor((days + 6) / 7) + 1)}`;
}

function sumsOf({ days }: Week): WeekSums {
  return weekSums({
    workouts: days.flatMap(({ workouts }) => workouts),
    activities: days.flatMap(({ activities }) => activities),
  });
}

/** The year stands at its first week. */
function isShownYear(start: string): boolean {
  return addDays(start, 6).slice(5) <= "01-07";
}

function weekMenu(week: Week, actions: CalendarActions): MenuEntry[] {
  const { start } = week;
  const workouts = week.days.flatMap((day) => day.workouts);
  const none = workouts.length === 0;
  const asked = { workouts, from: start };
  return [
    { id: "add", label: "Add a workout…", shortcut: "n", onAction: () => actions.add(start) },
    {
      id: "mark",
      label: "Mark days…",
      onAction: () => actions.ask({ kind: "mark", from: start, to: addDays(start, 6), band: null }),
    },
    { id: "line", separator: true },
    {
      id: "copy",
      label: "Copy the week",
      shortcut: "c",
      isDisabled: none,
      onAction: () => actions.copyWeek(start, false),
    },
    {
      id: "cut",
      label: "Cut the week",
      shortcut: "x",
      isDisabled: none,
      onAction: () => actions.copyWeek(start, true),
    },
    {
      id: "paste",
      label: "Paste here",
      shortcut: "v",
      isDisabled: !actions.canPaste(),
      onAction: () => actions.paste(start),
    },
    {
      id: "repeat",
      label: "Repeat the week…",
      isDisabled: none,
      onAction: () => actions.ask({ kind: "repeat", ...asked, days: 7 }),
    },
    {
      id: "send",
      label: "Copy to another athlete…",
      isDisabled: none,
      onAction: () => actions.ask({ kind: "send", ...asked }),
    },
    { id: "line-2", separator: true },
    { id: "later", label: "A week later", isDisabled: none, onAction: () => actions.shiftWeek(start, 1) },
    {
      id: "earlier",
      label: "A week earlier",
      isDisabled: none,
      onAction: () => actions.shiftWeek(start, -1),
    },
    {
      id: "move",
      label: "Move to…",
      shortcut: "m",
      isDisabled: none,
      onAction: () => actions.ask({ kind: "move", ...asked }),
    },
    {
      id: "clear",
      label: "Clear the week",
      danger: true,
      isDisabled: none,
      onAction: () => actions.clearWeek(start),
    },
  ];
}
