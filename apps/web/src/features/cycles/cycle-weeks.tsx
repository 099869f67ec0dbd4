"use client";

import { inUnits } from "@repo/core/units";
import { Plus } from "lucide-react";
import { distanceWords } from "#components/distance-words.ts";
import { useUnits } from "#components/units.tsx";
import { edgeOf } from "#components/workout-look.ts";
import { type Content, DAYS, type Week, weekName } from "./cycle-data.ts";
import type { Place } from "./cycle-workout-dialog.tsx";

type Props = { content: Content; onOpen: ((place: Place) => void) | null };
const COLUMNS = "md:grid md:grid-cols-[6rem_repeat(7,minmax(0,1fr))]";

/** The weeks of a cycle, a row each, without dates; where it may be changed every day can be pressed. */
export function CycleWeeks({ content, onOpen }: Props) {
  const { weeks } = content;
  return (
    <section aria-label="Weeks" className="mt-6 border-t-2 border-ink">
      <div aria-hidden="true" className={`type-label hidden border-b border-line text-ink-soft ${COLUMNS}`}>
        <span className="py-2">Week</span>
        {DAYS.map((day) => (
          <span key={day} className="border-l border-line px-2 py-2">
            {day}
          </span>
        ))}
      </div>
      <ol>
        {weeks.map((week, at) => (
          <WeekRow key={at} week={week} at={at} name={weekName(weeks, at)} onOpen={onOpen} />
        ))}
      </ol>
    </section>
  );
}

const EDGES: Readonly<Record<string, string>> = {
  base: "border-l-phase-base",
  build: "border-l-phase-build",
  speed: "border-l-phase-speed",
  peak: "border-l-phase-peak",
  race: "border-l-phase-race",
  recovery: "border-l-phase-recovery",
};

type RowProps = { week: Week; at: number; name: string; onOpen: Props["onOpen"] };

function WeekRow({ week, at, name, onOpen }: RowProps) {
  const units = useUnits();
  return (
    <li
      className={`border-b border-line py-2 [content-visibility:auto] [contain-intrinsic-size:auto_5rem] md:py-0 ${COLUMNS}`}
    >
      <h3 className="py-1.5">
        <span className="type-lead block leading-tight">{`${name}${week.cutback ? ", cutback" : ""}`}</span>
        <span className="type-narrow block text-xs text-ink-soft">
          {`Week ${at + 1}${week.targetKm ? `, ${distanceWords(week.targetKm, units)}` : ""}`}
        </span>
      </h3>
      {DAYS.map((word, day) => {
        const workouts = week.workouts
          .map((workout, index) => ({ workout, index }))
          .filter(({ workout }) => workout.day === day);
        return (
          <div
            key={word}
            className={`group/day relative md:min-h-14 md:border-l md:border-line md:px-1 md:py-1.5 ${workouts.length === 0 ? "hidden md:block" : "grid grid-cols-[3rem_1fr] py-1 md:block"}`}
          >
            <span className="type-label pt-1 text-ink-soft md:sr-only">{word}</span>
            <ul className="flex min-w-0 flex-col gap-1">
              {workouts.map(({ workout, index }) => {
                const look = `type-narrow block w-full min-h-6 border-l-[3px] pl-1.5 text-left text-[0.8125rem] leading-tight ${EDGES[edgeOf(workout.kind)] ?? "border-l-line-strong"} ${workout.hard ? "font-semibold" : ""}`;
                return (
                  <li key={index}>
                    {onOpen ? (
                      <button
                        type="button"
                        className={`${look} hover:underline`}
                        onClick={() => onOpen({ week: at, index, day })}
                      >
                        {inUnits(workout.title, units)}
                      </button>
                    ) : (
                      <p className={look}>{inUnits(workout.title, units)}</p>
                    )}
                  </li>
                );
              })}
            </ul>
            {onOpen ? (
              <button
                type="button"
                aria-label={`Add a workout on ${word} of week ${at + 1}`}
                onClick={() => onOpen({ week: at, index: null, day })}
                className="absolute right-0 bottom-0 hidden size-6 items-center justify-center rounded-md text-ink-soft opacity-0 group-hover/day:opacity-100 hover:bg-sunken hover:text-ink focus-visible:opacity-100 md:flex"
              >
                <Plus aria-hidden="true" className="size-4" />
              </button>
            ) : null}
          </div>
        );
      })}
    </li>
  );
}
