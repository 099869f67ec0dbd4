"use client";

import { CardStateBadge } from "@repo/ui/card-state-badge";
import { useState } from "react";
import { dayName } from "#components/day-words.ts";
import { Link } from "#components/link.tsx";
import type { PlanFinding } from "#components/plan-check.tsx";
import { WorkoutBuilder } from "#features/builder/workout-builder.tsx";
import { draftOf, NEW_DRAFT } from "#features/builder/workout-draft.ts";
import { WorkoutThread } from "#features/inbox/workout-thread.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Activity, CalendarHead, Op, Workout } from "./calendar-data.ts";
import { standingOf } from "./card-look.ts";
import { isOpen } from "./plan-ops.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";

type Shared = { head: CalendarHead; edits: CalendarEdits; onClose: () => void };

/** `done`: the session that stands for the workout. */
type EditProps = Shared & { workout: Workout; done: Activity | null };

/** One workout of the calendar to read and to rewrite. */
export function EditWorkoutDialog({ head, edits, done, onClose, ...props }: EditProps) {
  // What a colleague saves meanwhile takes nothing away that is being typed: saving meets it, and shows both.
  const [workout] = useState(props.workout);
  const { id, version, date } = workout;
  const { state, word } = standingOf(workout, done, head.today);
  const findings = head.findings.flatMap((each) => each.findings as PlanFinding[]);
  return (
    <WorkoutBuilder
      title={dayName(date)}
      first={draftOf(workout)}
      athlete={athleteOf(head)}
      place={{ date, id, version }}
      findings={findings.filter(({ dates }) => dates.includes(date))}
      head={
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <CardStateBadge state={state} word={word} className="self-start" />
          {done ? (
            <Link
              href={`/athletes/${head.athleteId}/activities/${done.id}`}
              className="inline-flex min-h-6 items-center underline underline-offset-2"
            >
              Open the session
            </Link>
          ) : null}
        </p>
      }
      isReadOnly={!isOpen(workout)}
      aside={
        <WorkoutThread athleteId={head.athleteId} athleteName={head.athleteName} plannedWorkoutId={id} />
      }
      saveWord="Save"
      onSave={({ title }, { libraryId: _, ...changes }) => {
        const op = { op: "edit", id, version, ...changes } as Extract<Op, { op: "edit" }>;
        if (Object.keys(changes).length > 0) edits.change("edit", [op], `${title} saved`);
        onClose();
      }}
      remove={{
        word: "Take off the plan",
        onPress: () => {
          edits.change("remove", [{ op: "remove", id, version }], `${workout.title} taken off the plan`);
          onClose();
        },
      }}
      onClose={onClose}
    />
  );
}

/** A new workout on a day: from the library, or written. */
export function AddWorkoutDialog({ date, head, edits, onClose }: Shared & { date: string }) {
  const [id] = useState(newClientId);
  return (
    <WorkoutBuilder
      title={`New workout, ${dayName(date)}`}
      first={NEW_DRAFT}
      athlete={athleteOf(head)}
      place={{ date, id, version: null }}
      saveWord="Add"
      onSave={({ coachNote, ...draft }) => {
        edits.change(
          "add",
          [{ op: "add", id, date, ...draft, coachNote: coachNote || null }],
          `${draft.title} added`,
        );
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function athleteOf({ athleteId, athleteName, pacing, level }: CalendarHead) {
  return { id: athleteId, name: athleteName, pacing, level };
}
