"use client";

import type { WorkoutKind } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Dialog } from "@repo/ui/dialog";
import { TextArea } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { dayName } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { type WorkoutDraft, WorkoutFields } from "#components/workout-fields.tsx";
import { cardStateOf } from "#components/workout-look.ts";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import { NextDoses } from "./next-doses.tsx";
import type { PlanEdits, SeasonData, WorkoutData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; workout: WorkoutData; edits: PlanEdits; onClose: () => void };

/** One workout to read and to rewrite, in the athlete's own ranges. */
export function WorkoutDialog({ season, workout, edits, onClose }: Props) {
  const trpc = useTRPC();
  const [draft, setDraft] = useState(() => draftOf(workout));
  const set = (change: Partial<WorkoutDraft>) => setDraft((old) => ({ ...old, ...change }));
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
        <WorkoutFields draft={draft} set={set} pacing={season.pacing} textError={faults.field("text")} />
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

function draftOf({ title, kind, hard, text, coachNote }: WorkoutData): WorkoutDraft {
  return { title, kind: kind as WorkoutKind, hard, text: text ?? "", coachNote: coachNote ?? "" };
}
