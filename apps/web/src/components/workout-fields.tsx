"use client";

import type { Pacing } from "@repo/core/paces";
import { isRun } from "@repo/core/season";
import { WORKOUT_KINDS, type WorkoutKind } from "@repo/core/workouts";
import { Checkbox } from "@repo/ui/checkbox";
import { TextArea, TextField } from "@repo/ui/text-field";
import { words } from "#words.ts";
import { NativeSelect } from "./native-select.tsx";
import { WorkoutText } from "./workout-text.tsx";

export type WorkoutDraft = {
  title: string;
  kind: WorkoutKind;
  hard: boolean;
  text: string;
  coachNote: string;
};

const KINDS = WORKOUT_KINDS.map((kind) => ({ value: kind, label: words("kind", kind) }));

type FieldsProps = {
  draft: WorkoutDraft;
  set: (change: Partial<WorkoutDraft>) => void;
  pacing: Pacing;
  textError: string | null;
};

/** What a workout says: title, kind, whether it is hard, and its steps. */
export function WorkoutFields({ draft, set, pacing, textError }: FieldsProps) {
  return (
    <>
      <TextField
        label="Title"
        value={draft.title}
        maxLength={300}
        onChange={(event) => set({ title: event.target.value })}
      />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <NativeSelect
          label="Kind"
          value={draft.kind}
          options={KINDS}
          onChange={(event) => set({ kind: event.target.value as WorkoutKind })}
        />
        <Checkbox
          label="A hard day"
          checked={draft.hard}
          onChange={(event) => set({ hard: event.target.checked })}
        />
      </div>
      {isRun(draft.kind) ? (
        <WorkoutText text={draft.text} onChange={(text) => set({ text })} pacing={pacing} error={textError} />
      ) : (
        <TextArea
          label="Exercises"
          hint="One a line, such as: Squat 3 x 6"
          value={draft.text}
          rows={7}
          error={textError}
          onChange={(event) => set({ text: event.target.value })}
        />
      )}
    </>
  );
}
