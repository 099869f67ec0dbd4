"use client";

import { addDays } from "@repo/core/calendar";
import type { WeekOutline } from "@repo/core/season";
import { CardStateMark } from "@repo/ui/card-state-mark";
import { dayName } from "#components/day-words.ts";
import { cardStateOf } from "#components/workout-look.ts";
import { words } from "#words.ts";
import { STATE_LOOKS, STATES } from "./card-look.ts";

type Props = { start: string; outline: WeekOutline; today: string };

/** The days of a week whose workouts are still on their way: what each is for and how it stands. */
export function ShortDays({ start, outline, today }: Props) {
  return outline.days.map(({ workouts, unplanned }, at) => {
    const date = addDays(start, at);
    const isEmpty = workouts.length + unplanned === 0;
    return (
      <ul
        key={date}
        aria-label={dayName(date)}
        className={`type-narrow min-w-0 flex-col gap-1 py-1.5 text-xs md:flex md:min-h-24 md:border-l md:border-line md:px-2 md:pt-6 md:pb-7 ${isEmpty ? "hidden" : "flex"}`}
      >
        {workouts.map((workout, place) => {
          const state = cardStateOf({ date, ...workout }, today);
          return (
            <li key={place} className={`flex min-w-0 items-center gap-1 ${STATE_LOOKS[state]}`}>
              <CardStateMark state={state} className="size-3 shrink-0" />
              <span className="truncate">{words("kind", workout.kind)}</span>
              <span className="sr-only">{`, ${STATES[state]}`}</span>
            </li>
          );
        })}
        {unplanned > 0 ? (
          <li className={`flex items-center gap-1 ${STATE_LOOKS.unplanned}`}>
            <CardStateMark state="unplanned" className="size-3 shrink-0" />
            <span>{unplanned === 1 ? STATES.unplanned : `${unplanned} ${STATES.unplanned}`}</span>
          </li>
        ) : null}
      </ul>
    );
  });
}
