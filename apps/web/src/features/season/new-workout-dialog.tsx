"use client";

import { Level } from "@repo/core/athlete";
import { formatExercises, STRENGTH_LIBRARY, strengthLibrarySession } from "@repo/core/strength";
import { doseOf, libraryWorkout, startDoseOf, WORKOUT_LIBRARY } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Combobox } from "@repo/ui/combobox";
import { Dialog } from "@repo/ui/dialog";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { dayName } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { type WorkoutDraft, WorkoutFields } from "#components/workout-fields.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import { words } from "#words.ts";
import type { PlanEdits, SeasonData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; date: string; edits: PlanEdits; onClose: () => void };

const OPTIONS = [...WORKOUT_LIBRARY.filter(({ addOn }) => !addOn), ...STRENGTH_LIBRARY].map(
  ({ id, title, kind }) => ({ id, label: title, detail: words("kind", kind) }),
);
const EASY: WorkoutDraft = { title: "Easy 5 km", kind: "easy", hard: false, text: "5km easy", coachNote: "" };

/** A new workout on a day: from the library, or written. */
export function NewWorkoutDialog({ season, date, edits, onClose }: Props) {
  const trpc = useTRPC();
  const [draft, setDraft] = useState(EASY);
  const [libraryId, setLibraryId] = useState<string | null>(null);
  const [ids] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const adding = useMutation(
    trpc.season.addWorkout.mutationOptions({
      onSuccess: (edited) => {
        edits.onEdited(edited);
        showToast(`${draft.title} added`, { undo: edits.undo });
        onClose();
      },
    }),
  );
  const { athleteId, id: seasonId } = season;
  const { title, kind, hard, text } = draft;
  const faults = faultsOf(adding.error);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`New workout, ${dayName(date)}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isPending={adding.isPending}
            onPress={() =>
              adding.mutate({ ...ids, athleteId, seasonId, date, title, kind, hard, text, libraryId })
            }
          >
            Add
          </Button>
        </>
      }
    >
      <FormError>{faults.message}</FormError>
      <div className="flex flex-col gap-4">
        <Combobox
          label="From the library"
          options={OPTIONS}
          value={libraryId}
          onChange={(id) => {
            setLibraryId(id);
            const found = id === null ? null : draftOf(id, season.request?.level ?? null);
            if (found) setDraft(found);
          }}
        />
        <WorkoutFields
          draft={draft}
          set={(change) => setDraft((old) => ({ ...old, ...change }))}
          pacing={season.pacing}
          textError={faults.field("text")}
        />
      </div>
    </Dialog>
  );
}

/** A session of the library as a draft, at the dose the athlete's level starts with (M137). */
function draftOf(id: string, level: string | null): WorkoutDraft | null {
  const workout = libraryWorkout(id);
  if (workout) {
    const { title, kind, hard } = workout;
    const place = startDoseOf(workout, Level.catch(workout.level).parse(level)) ?? 0;
    return { ...EASY, title, kind, hard, text: doseOf(workout, place).text };
  }
  const strength = strengthLibrarySession(id);
  if (!strength) return null;
  const { title, kind, sets } = strength;
  return { ...EASY, title, kind, text: formatExercises(sets) };
}
