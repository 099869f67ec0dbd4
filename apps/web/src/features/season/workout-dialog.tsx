"use client";

import { isRun } from "@repo/core/season";
import type { WorkoutKind } from "@repo/core/workouts";
import { WORKOUT_KINDS } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Checkbox } from "@repo/ui/checkbox";
import { Dialog } from "@repo/ui/dialog";
import { TextArea, TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { cardStateOf } from "#components/workout-look.ts";
import { WorkoutText } from "#components/workout-text.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import { words } from "#words.ts";
import { NextDoses } from "./next-doses.tsx";
import { dayName, type PlanEdits, type SeasonData, type WorkoutData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; workout: WorkoutData; edits: PlanEdits; onClose: () => void };

/** One workout to read and to rewrite, in the athlete's own ranges. */
export function WorkoutDialog({ season, workout, edits, onClose }: Props) {
  const trpc = useTRPC();
  const [draft, setDraft] = useState(() => draftOf(workout));
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const editing = useMutation(
    trpc.season.editWorkout.mutationOptions({
      onSuccess: (edited) => {
        edits.onEdited(edited);
        showToast(`${draft.title} saved`, { undo: edits.undo });
        onClose();
      },
    }),
  );
  const { athleteId, id: seasonId } = season;
  const canEdit = workout.status !== "done" && workout.status !== "changed";
  const faults = faultsOf(editing.error);
  const save = () =>
    editing.mutate({
      mutationId: newClientId(),
      athleteId,
      seasonId,
      id: workout.id,
      version: workout.version,
      title: draft.title,
      kind: draft.kind,
      hard: draft.hard,
      coachNote: draft.coachNote || null,
      // A text that nobody touched is not sent: it stays as it is, to the letter.
      ...(draft.text === (workout.text ?? "") ? {} : { text: draft.text }),
    });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={dayName(workout.date)}
      actions={
        canEdit ? (
          <>
            <Button
              variant="quiet"
              onPress={() => {
                edits.remove(workout);
                onClose();
              }}
            >
              Take off the plan
            </Button>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="solid" isPending={editing.isPending} onPress={save}>
              Save
            </Button>
          </>
        ) : null
      }
    >
      <FormError>{faults.message}</FormError>
      <div className="flex flex-col gap-4">
        <CardStateBadge state={cardStateOf(workout, season.today)} className="self-start" />
        <WorkoutFields draft={draft} set={set} season={season} textError={faults.field("text")} />
        {canEdit ? <NextDoses season={season} workout={workout} onChoose={(text) => set({ text })} /> : null}
        <TextArea
          label={`A word to ${season.athleteName}`}
          rows={2}
          maxLength={2000}
          value={draft.coachNote}
          onChange={(event) => set({ coachNote: event.target.value })}
        />
      </div>
    </Dialog>
  );
}

export type Draft = { title: string; kind: WorkoutKind; hard: boolean; text: string; coachNote: string };

function draftOf({ title, kind, hard, text, coachNote }: WorkoutData): Draft {
  return { title, kind: kind as WorkoutKind, hard, text: text ?? "", coachNote: coachNote ?? "" };
}

const KINDS = WORKOUT_KINDS.map((kind) => ({ value: kind, label: words("kind", kind) }));

type FieldsProps = {
  draft: Draft;
  set: (change: Partial<Draft>) => void;
  season: Pick<SeasonData, "pacing">;
  textError: string | null;
};

/** What a workout says: title, kind, whether it is hard, and its steps. */
export function WorkoutFields({ draft, set, season, textError }: FieldsProps) {
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
        <WorkoutText
          text={draft.text}
          onChange={(text) => set({ text })}
          pacing={season.pacing}
          error={textError}
        />
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
