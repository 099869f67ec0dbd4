"use client";

import { isRun } from "@repo/core/season";
import { inUnits } from "@repo/core/units";
import { NumberField } from "@repo/ui/number-field";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";
import { WorkoutBuilder } from "#features/builder/workout-builder.tsx";
import { draftOf } from "#features/builder/workout-draft.ts";
import { type Content, type CycleWorkout, DAYS } from "./cycle-data.ts";

/** A workout of a week, or with `index` null a new one on a day. */
export type Place = { week: number; index: number | null; day: number };
type Props = { content: Content; place: Place; onChange: (next: Content) => void; onClose: () => void };

const NEW: Omit<CycleWorkout, "day"> = {
  workout: null,
  kind: "easy",
  hard: false,
  title: "Easy 40 min",
  text: "40 min @easy",
  durationS: null,
  load: null,
  distanceM: null,
};

/** Changes, adds or takes away a workout of a cycle; kept in the draft until the version is saved. */
export function CycleWorkoutDialog({ content, place, onChange, onClose }: Props) {
  const units = useUnits();
  const { week, index } = place;
  const old = index === null ? null : (content.weeks[week]?.workouts[index] ?? null);
  const first = old ?? { ...NEW, day: place.day };
  const [rest, setRest] = useState({ day: first.day, durationS: first.durationS });
  const done = (next: CycleWorkout | null) => {
    onChange(withWorkout(content, place, next));
    onClose();
  };
  return (
    <WorkoutBuilder
      title={old ? `Week ${week + 1}: ${inUnits(old.title, units)}` : `A workout in week ${week + 1}`}
      first={draftOf({ ...first, libraryId: first.workout ?? null, coachNote: null })}
      athlete={null}
      place={null}
      isNew={old === null}
      head={
        <div className="grid grid-cols-2 gap-4">
          <NativeSelect
            label="Day"
            value={String(rest.day)}
            options={DAYS.map((label, at) => ({ value: String(at), label }))}
            onChange={(event) => setRest({ ...rest, day: Number(event.target.value) })}
          />
          {isRun(first.kind) ? null : (
            <NumberField
              label="How long"
              unit="min"
              min={0}
              value={rest.durationS === null ? null : Math.round(rest.durationS / 60)}
              onChange={(minutes) => setRest({ ...rest, durationS: minutes === null ? null : minutes * 60 })}
            />
          )}
        </div>
      }
      saveWord={old ? "Change it" : "Add it"}
      onSave={({ coachNote: _, libraryId, ...draft }) =>
        done({ ...first, ...draft, ...rest, workout: libraryId })
      }
      {...(old ? { remove: { word: "Take it away", onPress: () => done(null) } } : {})}
      onClose={onClose}
    />
  );
}

function withWorkout(content: Content, { week, index }: Place, next: CycleWorkout | null): Content {
  const weeks = content.weeks.map((each, at) => {
    if (at !== week) return each;
    const kept = each.workouts.flatMap((workout, place) =>
      place === index ? (next ? [next] : []) : [workout],
    );
    const workouts = index === null && next ? [...kept, next] : kept;
    return { ...each, workouts: workouts.sort((a, b) => a.day - b.day) };
  });
  return { ...content, weeks };
}
