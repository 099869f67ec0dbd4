"use client";

import { CardStateBadge } from "@repo/ui/card-state-badge";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ClashWindow, versionLines } from "#components/clash-window.tsx";
import { dayName } from "#components/day-words.ts";
import { cardStateOf } from "#components/workout-look.ts";
import { WorkoutBuilder } from "#features/builder/workout-builder.tsx";
import { draftOf, NEW_DRAFT, type WorkoutDraft } from "#features/builder/workout-draft.ts";
import { WorkoutThread } from "#features/inbox/workout-thread.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import type { PlanEdits, SeasonData, WorkoutData } from "./use-plan-edits.ts";

type Shared = { season: SeasonData; edits: PlanEdits; onClose: () => void };

/** One workout of the season to read and to rewrite. */
export function WorkoutDialog({ season, edits, onClose, ...props }: Shared & { workout: WorkoutData }) {
  // What a colleague saves meanwhile takes nothing away that is being typed: saving meets it, and shows both.
  const [workout] = useState(props.workout);
  const trpc = useTRPC();
  const editing = useMutation(trpc.season.editWorkout.mutationOptions());
  const { athleteId, id: seasonId } = season;
  const { id, version, date } = workout;
  // A text that nobody touched is not sent: it stays as it is, to the letter.
  const [wanted, setWanted] = useState<Partial<WorkoutDraft>>({});
  const save = (changes: Partial<WorkoutDraft>, upon = version) => {
    setWanted(changes);
    editing.mutate(
      { mutationId: newClientId(), athleteId, seasonId, id, version: upon, ...changes },
      {
        onSuccess: (edited) => {
          edits.onEdited(edited);
          showToast(`${changes.title ?? workout.title} saved`, { undo: edits.undo });
          onClose();
        },
      },
    );
  };
  const current = clashOf(editing.error);
  return (
    <>
      <WorkoutBuilder
        title={dayName(date)}
        first={draftOf(workout)}
        athlete={athleteOf(season)}
        place={{ date, id, version }}
        findings={season.findings.filter(({ dates }) => dates.includes(date))}
        head={<CardStateBadge state={cardStateOf(workout, season.today)} className="self-start" />}
        isReadOnly={workout.status === "done" || workout.status === "changed"}
        aside={<WorkoutThread athleteId={athleteId} athleteName={season.athleteName} plannedWorkoutId={id} />}
        isPending={editing.isPending}
        error={faultsOf(editing.error).message}
        saveWord="Save"
        onSave={(_draft, { libraryId: _id, ...changes }) => save(changes)}
        remove={{
          word: "Take off the plan",
          onPress: () => {
            edits.remove(workout);
            onClose();
          },
        }}
        onClose={onClose}
      />
      {current ? (
        <ClashWindow
          theirs={versionLines(current)}
          mine={versionLines({ ...current, ...wanted })}
          onTheirs={() => {
            edits.refetch();
            onClose();
          }}
          onMine={() => save(wanted, current.version)}
          onClose={editing.reset}
        />
      ) : null}
    </>
  );
}

type Current = Pick<WorkoutData, "title" | "date" | "text" | "version">;

/** What somebody else made of the workout meanwhile; null where nobody did. */
function clashOf(error: unknown): Current | null {
  const data = (error as { data?: { code?: string; details?: { current?: Current | null } | null } } | null)
    ?.data;
  return data?.code === "CONFLICT" ? (data.details?.current ?? null) : null;
}

/** A new workout on a day of the season: from the library, or written. */
export function NewWorkoutDialog({ season, date, edits, onClose }: Shared & { date: string }) {
  const trpc = useTRPC();
  const [ids] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const adding = useMutation(trpc.season.addWorkout.mutationOptions());
  const { athleteId, id: seasonId } = season;
  return (
    <WorkoutBuilder
      title={`New workout, ${dayName(date)}`}
      first={NEW_DRAFT}
      athlete={athleteOf(season)}
      place={{ date, id: ids.id, version: null }}
      isPending={adding.isPending}
      error={faultsOf(adding.error).message}
      saveWord="Add"
      onSave={({ coachNote, ...draft }) =>
        adding.mutate(
          { ...ids, athleteId, seasonId, date, ...draft, coachNote: coachNote || null },
          {
            onSuccess: (edited) => {
              edits.onEdited(edited);
              showToast(`${draft.title} added`, { undo: edits.undo });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

function athleteOf({ athleteId, athleteName, pacing, request }: SeasonData) {
  return { id: athleteId, name: athleteName, pacing, level: request?.level ?? null };
}
