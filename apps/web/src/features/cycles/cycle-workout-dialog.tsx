"use client";

import { NO_PACING } from "@repo/core/paces";
import { isRun } from "@repo/core/season";
import { parseWorkout } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { NumberField } from "@repo/ui/number-field";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { WorkoutFields } from "#components/workout-fields.tsx";
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
  const { week, index } = place;
  const old = index === null ? null : (content.weeks[week]?.workouts[index] ?? null);
  const [draft, setDraft] = useState<CycleWorkout>(old ?? { ...NEW, day: place.day });
  const parsed = draft.text && isRun(draft.kind) ? parseWorkout(draft.text) : null;
  const done = (next: CycleWorkout | null) => {
    onChange(withWorkout(content, place, next));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="lg"
      title={old ? `Week ${week + 1}: ${old.title}` : `A workout in week ${week + 1}`}
      actions={
        <>
          {old ? (
            <Button variant="quiet" onPress={() => done(null)}>
              Take it away
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={draft.title.trim() === "" || parsed?.ok === false}
            onPress={() => done({ ...draft, title: draft.title.trim() })}
          >
            {old ? "Change it" : "Add it"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <WorkoutFields
          draft={{ ...draft, coachNote: "" }}
          set={({ coachNote: _, ...change }) => setDraft({ ...draft, ...change })}
          pacing={NO_PACING}
          textError={null}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <NativeSelect
            label="Day"
            value={String(draft.day)}
            options={DAYS.map((label, at) => ({ value: String(at), label }))}
            onChange={(event) => setDraft({ ...draft, day: Number(event.target.value) })}
          />
          {isRun(draft.kind) ? null : (
            <NumberField
              label="How long"
              unit="min"
              min={0}
              value={draft.durationS === null ? null : Math.round(draft.durationS / 60)}
              onChange={(minutes) =>
                setDraft({ ...draft, durationS: minutes === null ? null : minutes * 60 })
              }
            />
          )}
        </div>
      </div>
    </Dialog>
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
