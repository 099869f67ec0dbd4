"use client";

import { type Block, formatWorkout, WORKOUT_KINDS, type WorkoutKind } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { TextArea, TextField } from "@repo/ui/text-field";
import { NativeSelect } from "#components/native-select.tsx";
import { words } from "#words.ts";
import { BlockList } from "./block-list.tsx";
import { ExerciseList } from "./exercise-list.tsx";
import { languageOf, readsAs, titleFrom, type WorkoutDraft } from "./workout-draft.ts";

const KINDS = WORKOUT_KINDS.map((kind) => ({ value: kind, label: words("kind", kind) }));
const HINTS = {
  steps: "One part a line, such as: 10min warm-up · 8 x 400m @5k, 200m jog · 10min cool-down",
  exercises: "One a line, such as: Squat 3 x 6",
  words: "",
};

type Props = {
  draft: WorkoutDraft;
  set: (change: Partial<WorkoutDraft>) => void;
  faults: readonly string[];
  /** Whether it says something else than it did, under the title it had. */
  keepsOldTitle: boolean;
  /** Whether the kind is as it was for another text. */
  keepsOldKind: boolean;
  /** The blocks of the text; the last that could be read while it cannot. */
  blocks: readonly Block[] | null;
};

/** What a workout says: title, kind, whether it is hard, and its steps as text and as blocks. */
export function WorkoutWriting({ draft, set, faults, keepsOldTitle, keepsOldKind, blocks }: Props) {
  const language = languageOf(draft.kind);
  const isRead = faults.length === 0 && blocks !== null && language === "steps";
  const title = keepsOldTitle && isRead ? titleFrom(blocks) : null;
  const other = keepsOldKind && isRead ? readsAs(blocks, draft) : null;
  return (
    <>
      <TextField
        label="Title"
        value={draft.title}
        maxLength={300}
        onChange={(event) => set({ title: event.target.value })}
      />
      {title && title !== draft.title ? (
        <div className="-mt-2">
          <Button size="sm" onPress={() => set({ title })}>{`Call it “${title}”`}</Button>
        </div>
      ) : null}
      <div className="grid grid-cols-2 items-end gap-4">
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
      {other ? (
        <div className="-mt-2">
          <Button size="sm" onPress={() => set(other)}>
            {`Make it ${words("kind", other.kind).toLowerCase()}, a hard day`}
          </Button>
        </div>
      ) : null}
      <TextArea
        label={language === "exercises" ? "Exercises" : "Workout"}
        hint={HINTS[language]}
        value={draft.text}
        rows={Math.min(12, Math.max(4, draft.text.split("\n").length + 1))}
        spellCheck={false}
        onChange={(event) => set({ text: event.target.value })}
      />
      <div aria-live="polite" className={faults.length > 0 ? "" : "-mt-4"}>
        {faults.length > 0 ? (
          <ul className="border-l-2 border-track pl-3 text-sm text-track-text">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
      </div>
      {language === "steps" && blocks ? (
        <div inert={faults.length > 0} className={faults.length > 0 ? "opacity-50" : ""}>
          <BlockList blocks={blocks} onChange={(next) => set({ text: formatWorkout(next) })} />
        </div>
      ) : null}
      {language === "exercises" ? (
        <ExerciseList text={draft.text} onChange={(text) => set({ text })} />
      ) : null}
    </>
  );
}
