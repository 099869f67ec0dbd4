"use client";

import { addDays, daysBetween } from "@repo/core/calendar";
import { formatDistance, formatDuration, type UnitSystem } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { RadioGroup, type RadioOption } from "@repo/ui/radio-group";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { sportWords, wordOf } from "#words/training.ts";
import { dayName } from "./day-words.ts";
import { FormError } from "./form-error.tsx";
import { useUnits } from "./units.tsx";
import type { PairingChange } from "./use-pairing.ts";

type Week = RouterOutputs["coachCalendar"]["weeks"];
type Activity = Week["activities"][number];
type Workout = Week["workouts"][number];
/** What is to be paired: a session that was done, or a planned workout. */
export type PairedSide = { kind: "activity" | "workout"; id: string; title: string; date: string };
type Props = {
  athleteId: string;
  side: PairedSide;
  onPair: (change: PairingChange) => void;
  onClose: () => void;
};

/** As far from its day as a session is looked for. */
const DAYS_AROUND = 3;

/** Chooses the planned workout that a session was, or the session that was done for a workout. */
export function PairDialog({ athleteId, side, onPair, onClose }: Props) {
  const trpc = useTRPC();
  const units = useUnits();
  const from = addDays(side.date, -DAYS_AROUND);
  const week = useQuery(trpc.coachCalendar.weeks.queryOptions({ athleteId, from, weeks: 1 }));
  const [chosen, setChosen] = useState<string | null>(null);
  const options = week.data ? optionsOf(week.data as Week, side, units) : [];
  const change = week.data && chosen ? changeOf(week.data as Week, side, chosen) : null;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Pair ${side.title}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={change === null}
            onPress={() => {
              if (change) onPair(change);
              onClose();
            }}
          >
            Pair
          </Button>
        </>
      }
    >
      <FormError>{week.error?.message}</FormError>
      {week.isPending ? <p className="text-sm text-ink-soft">Looking at the days around it…</p> : null}
      {week.data && options.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {side.kind === "activity"
            ? "Nothing else is planned within three days of it."
            : "Nothing else was done within three days of it."}
        </p>
      ) : null}
      {options.length > 0 ? (
        <RadioGroup
          legend={side.kind === "activity" ? "It was this workout" : "It was done in this session"}
          name="pair-with"
          options={options}
          value={chosen}
          onChange={setChosen}
          hint="Your choice stays, whatever fits better."
        />
      ) : null}
    </Dialog>
  );
}

function optionsOf(week: Week, side: PairedSide, units: UnitSystem): RadioOption[] {
  const near = <T extends { date: string }>(each: readonly T[]) =>
    each.toSorted(
      (a, b) => Math.abs(daysBetween(side.date, a.date)) - Math.abs(daysBetween(side.date, b.date)),
    );
  if (side.kind === "activity") {
    const own = week.activities.find(({ id }) => id === side.id)?.workoutId;
    return near(week.workouts)
      .filter(({ id, kind }) => kind !== "rest" && id !== own)
      .map((workout) => ({
        value: workout.id,
        label: workout.title,
        detail: [dayName(workout.date), doneFor(week, workout, units)].filter(Boolean).join(" · "),
      }));
  }
  return near(week.activities)
    .filter(({ workoutId }) => workoutId !== side.id)
    .map((activity) => ({
      value: activity.id,
      label: activity.title ?? wordOf(sportWords, activity.sport),
      detail: [dayName(activity.date), figuresOf(activity, units), pairedWith(week, activity)]
        .filter(Boolean)
        .join(" · "),
    }));
}

function doneFor(week: Week, { id }: Workout, units: UnitSystem): string | null {
  const done = week.activities.find(({ workoutId }) => workoutId === id);
  return done ? `${figuresOf(done, units)} was done for it` : null;
}

function pairedWith(week: Week, { workoutId }: Activity): string | null {
  const workout = week.workouts.find(({ id }) => id === workoutId);
  return workout ? `paired with ${workout.title}` : null;
}

function figuresOf({ distanceM, durationS }: Activity, units: UnitSystem): string {
  return [distanceM === null ? null : formatDistance(distanceM, units, 1), formatDuration(durationS)]
    .filter(Boolean)
    .join(" · ");
}

function changeOf(week: Week, side: PairedSide, chosen: string): PairingChange | null {
  const activityId = side.kind === "activity" ? side.id : chosen;
  const activity = week.activities.find(({ id }) => id === activityId);
  if (!activity) return null;
  const plannedWorkoutId = side.kind === "activity" ? chosen : side.id;
  return { activityId, was: activity.workoutId, plannedWorkoutId };
}
