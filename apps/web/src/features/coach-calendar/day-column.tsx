"use client";

import { weekdayOf } from "@repo/core/calendar";
import { Flag, Plus } from "lucide-react";
import { memo } from "react";
import { dayName } from "#components/day-words.ts";
import type { Ghost } from "#components/fix-preview.ts";
import { GhostTile } from "#components/ghost-tile.tsx";
import { useInHand } from "#components/hand.ts";
import { ActivityTile } from "./activity-tile.tsx";
import { BandStrip } from "./band-strip.tsx";
import type { CalendarActions } from "./calendar-actions.ts";
import type { CalendarHead, Day } from "./calendar-data.ts";
import { WorkoutTile } from "./workout-tile.tsx";

export type DayMarks = {
  /** Whether the keyboard stands here. */
  isCursor: boolean;
  isChosen: boolean;
  picked: ReadonlySet<string>;
  /** Workouts that a fix in view would take from their day or change. */
  leaving: ReadonlySet<string>;
  /** What it would put here. */
  ghosts: readonly Ghost[];
};

type Props = {
  day: Day;
  isWeekStart: boolean;
  head: CalendarHead;
  actions: CalendarActions;
  marks: DayMarks;
  locks: ReadonlyMap<string, string>;
};

/** One day: what lies over it, what is planned, what was done; a place to drop and to add. */
export const DayColumn = memo(function DayColumn({ day, isWeekStart, head, actions, marks, locks }: Props) {
  const { date, workouts, activities, bands } = day;
  const isToday = date === head.today;
  const name = dayName(date);
  const shown = new Set(workouts.map((workout) => actions.activityOf(workout)?.id));
  const extra = activities.filter(({ id }) => !shown.has(id));
  const races = head.races.filter((race) => race.date === date);
  const away = head.unavailableWeekdays.includes(weekdayOf(date)) || head.blackoutDates.includes(date);
  const minutes = head.weekdayMinutes[weekdayOf(date)];
  const { leaving, ghosts } = marks;
  const isTarget = useInHand(actions.hand, ({ carried, over }) => (carried?.to ?? over) === date);
  const liftedId = useInHand(actions.hand, ({ carried, dragged }) => {
    const held = carried?.workout ?? (dragged?.kind === "workout" ? dragged.workout : null);
    return held?.date === date ? held.id : null;
  });
  const isEmpty = workouts.length + extra.length + bands.length + races.length + ghosts.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be no day
    <div
      role="group"
      aria-label={[
        name,
        isToday ? "today" : null,
        away ? "not available" : null,
        minutes === undefined ? null : `${minutes} minutes`,
        isEmpty ? "nothing planned" : null,
      ]
        .filter(Boolean)
        .join(", ")}
      tabIndex={marks.isCursor ? 0 : -1}
      data-date={date}
      onClick={(event) => {
        if (event.target === event.currentTarget || event.shiftKey) actions.chooseDay(date, event.shiftKey);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.target !== event.currentTarget) return;
        event.preventDefault();
        event.currentTarget.querySelector<HTMLElement>("[data-card]")?.focus();
      }}
      onDragOver={(event) => {
        event.preventDefault();
        actions.hover(date);
      }}
      onDrop={(event) => {
        event.preventDefault();
        actions.dropOn(date);
      }}
      className={[
        "group/day relative scroll-mt-10 py-1.5 outline-none md:min-h-24 md:border-l md:border-line md:px-1.5 md:pb-7",
        "focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-focus",
        isEmpty ? "hidden md:block" : "",
        away ? "hatched" : "",
        isToday ? "md:border-l-2 md:border-l-track" : "",
        marks.isChosen ? "bg-info-soft" : "",
        isTarget ? "bg-attention-soft outline-2 -outline-offset-2 outline-focus" : "",
      ].join(" ")}
    >
      <p className="type-label mb-1 text-ink-soft md:hidden">{isToday ? `Today, ${name}` : name}</p>
      <p aria-hidden="true" className="pointer-events-none mb-1 hidden text-right md:block">
        <span
          className={`type-narrow text-xs ${isToday ? "font-semibold text-track-text" : "text-ink-soft"}`}
        >
          {Number(date.slice(8))}
        </span>
      </p>
      <div className="flex flex-col gap-1.5">
        {bands.map((band) => (
          <BandStrip
            key={band.id}
            band={band}
            date={date}
            isFirst={isWeekStart || band.from === date}
            actions={actions}
          />
        ))}
        {races.map((race) => (
          <p
            key={race.name + race.seasonId}
            className="type-narrow flex items-center gap-1 text-xs font-semibold"
          >
            <Flag
              aria-hidden="true"
              className={`size-3 shrink-0 ${race.priority === "A" ? "fill-current" : ""}`}
            />
            {`${race.name}, ${race.priority} race`}
          </p>
        ))}
        {workouts.map((workout) => (
          <WorkoutTile
            key={workout.id}
            workout={workout}
            activity={actions.activityOf(workout)}
            today={head.today}
            pacing={head.pacing}
            actions={actions}
            isPicked={marks.picked.has(workout.id)}
            isLifted={liftedId === workout.id || leaving.has(workout.id)}
            isReachable={marks.isCursor}
            lock={locks.get(workout.id) ?? null}
          />
        ))}
        {ghosts.map((ghost) => (
          <GhostTile key={ghost.key} ghost={ghost} />
        ))}
        {extra.map((activity) => (
          <ActivityTile key={activity.id} activity={activity} actions={actions} />
        ))}
      </div>
      {head.mayPlan ? (
        <button
          type="button"
          tabIndex={marks.isCursor ? 0 : -1}
          aria-label={`Add a workout on ${name}`}
          onClick={() => actions.add(date)}
          className="absolute right-0.5 bottom-0.5 hidden size-6 items-center justify-center rounded-md text-ink-soft opacity-0 group-hover/day:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100 md:flex"
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      ) : null}
    </div>
  );
});
