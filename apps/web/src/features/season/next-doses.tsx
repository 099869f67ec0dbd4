import type { IsoDate } from "@repo/core/calendar";
import { type NextStep, nextSteps, parseWorkout } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { useMemo } from "react";
import { sourceWords } from "#words/sources.ts";
import type { SeasonData, WorkoutData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; workout: WorkoutData; onChoose: (text: string) => void };

const REASONS = {
  "one-variable": "one thing changed, as M44 asks",
  "last-one-was-too-much": "the last one was too much",
  "four-weeks-done": "four weeks of it are enough",
  "first-time": "where to start",
} as const;

/** Three steps from here: one variable at a time, easier after too much, another workout after four weeks of one. */
export function NextDoses({ season, workout, onChoose }: Props) {
  const steps = useMemo(() => offersFor(season, workout), [season, workout]);
  if (steps.length === 0) return null;
  return (
    <Disclosure summary="Three next steps">
      <ul className="space-y-2 text-sm">
        {steps.map((step) => (
          <li key={step.text} className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
            <Button size="sm" onPress={() => onChoose(step.text)}>
              Use
            </Button>
            <span className="min-w-0 pt-1">
              <b className="font-semibold">{changeWords(step)}</b>{" "}
              <span className="text-ink-soft">{step.text.replaceAll("\n", " · ")}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-ink-soft">
        {`${REASONS[steps[0]?.reason ?? "first-time"]}; ${sourceWords(steps[0]?.source ?? [])}`}
      </p>
    </Disclosure>
  );
}

function changeWords({ change, workout }: NextStep): string {
  if (change === "switch") return `Instead: ${(workout ?? "").replaceAll("-", " ")}`;
  return {
    reps: "Repetitions",
    length: "Length",
    rest: "Rest",
    pace: "Pace",
    repeat: "The same",
    ease: "Easier",
  }[change];
}

const OUTCOMES = { done: "done", changed: "changed", missed: "missed" } as const;

function offersFor(season: SeasonData, workout: WorkoutData): NextStep[] {
  const parsed = workout.hard && workout.text ? parseWorkout(workout.text) : null;
  if (!parsed?.ok) return [];
  const earlier = season.workouts.filter(
    (other) => other.libraryId === workout.libraryId && other.libraryId !== null && other.date < workout.date,
  );
  const history = earlier.flatMap(({ date, status }) => {
    const outcome = OUTCOMES[status as keyof typeof OUTCOMES];
    return outcome ? [{ date: date as IsoDate, outcome }] : [];
  });
  return nextSteps({ blocks: parsed.blocks, workout: workout.libraryId }, history);
}
