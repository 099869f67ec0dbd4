"use client";

import type { Pacing } from "@repo/core/paces";
import { isRun } from "@repo/core/season";
import { parseExercises } from "@repo/core/strength";
import { parseWorkout, type WorkoutKind } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { CardStateBadge } from "@repo/ui/card-state-badge";
import { Combobox } from "@repo/ui/combobox";
import { Dialog } from "@repo/ui/dialog";
import { TextArea } from "@repo/ui/text-field";
import { useState } from "react";
import { dayName } from "#components/day-words.ts";
import { type WorkoutDraft, WorkoutFields } from "#components/workout-fields.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { CalendarHead, Op, Workout } from "./calendar-data.ts";
import { standingOf } from "./card-look.ts";
import { libraryOptions, libraryWorkout } from "./library-items.ts";
import { isOpen } from "./plan-ops.ts";
import type { CalendarEdits } from "./use-calendar-edits.ts";

type EditProps = { workout: Workout; head: CalendarHead; edits: CalendarEdits; onClose: () => void };

/** One workout to read and to rewrite, in the athlete's own ranges. */
export function EditWorkoutDialog({ workout, head, edits, onClose }: EditProps) {
  const first = draftOf(workout);
  const [draft, setDraft] = useState(first);
  const set = (change: Partial<WorkoutDraft>) => setDraft((old) => ({ ...old, ...change }));
  const fault = faultOf(draft);
  const { id, version } = workout;
  const { state, word } = standingOf(workout, null, head.today);
  const changes = Object.entries(draft).filter(
    ([name, value]) => first[name as keyof WorkoutDraft] !== value,
  );
  const save = () => {
    const op = { op: "edit", id, version, ...Object.fromEntries(changes) } as Extract<Op, { op: "edit" }>;
    if (changes.length > 0) edits.change("edit", [op], `${draft.title} saved`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={dayName(workout.date)}
      actions={
        isOpen(workout) ? (
          <>
            <Button
              variant="quiet"
              onPress={() => {
                edits.change(
                  "remove",
                  [{ op: "remove", id, version }],
                  `${workout.title} taken off the plan`,
                );
                onClose();
              }}
            >
              Take off the plan
            </Button>
            <Button onPress={onClose}>Cancel</Button>
            <Button variant="solid" isDisabled={fault !== null || draft.title.trim() === ""} onPress={save}>
              Save
            </Button>
          </>
        ) : null
      }
    >
      <div className="flex flex-col gap-4">
        <CardStateBadge state={state} word={word} className="self-start" />
        <WorkoutFields
          draft={draft}
          set={set}
          pacing={head.pacing}
          textError={isRun(draft.kind) ? null : fault}
        />
        <TextArea
          label={`A word to ${head.athleteName}`}
          rows={2}
          maxLength={2000}
          value={draft.coachNote}
          onChange={(event) => set({ coachNote: event.target.value })}
        />
      </div>
    </Dialog>
  );
}

function draftOf({ title, kind, hard, text, coachNote }: Workout): WorkoutDraft {
  return { title, kind: kind as WorkoutKind, hard, text: text ?? "", coachNote: coachNote ?? "" };
}

/** What is wrong with the steps; the field beside them names every line. */
function faultOf({ kind, text }: WorkoutDraft): string | null {
  if (text.trim() === "") return null;
  const read =
    isRun(kind) || kind === "cross" ? parseWorkout(text) : kind === "strength" ? parseExercises(text) : null;
  if (!read || read.ok) return null;
  const [first] = read.errors;
  return `Line ${first?.line ?? 1}: found ${first?.found ?? "nothing"}, expected ${first?.expected ?? "a step"}.`;
}

const EASY: WorkoutDraft = { title: "Easy 5 km", kind: "easy", hard: false, text: "5km easy", coachNote: "" };

type AddProps = { date: string; pacing: Pacing; edits: CalendarEdits; onClose: () => void };

/** A new workout on a day: from the library, or written. */
export function AddWorkoutDialog({ date, pacing, edits, onClose }: AddProps) {
  const [draft, setDraft] = useState(EASY);
  const [libraryId, setLibraryId] = useState<string | null>(null);
  const fault = faultOf(draft);
  const add = () => {
    const op = {
      op: "add",
      id: newClientId(),
      date,
      libraryId,
      ...draft,
      coachNote: draft.coachNote || null,
    } as const;
    edits.change("add", [op], `${draft.title} added`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`New workout, ${dayName(date)}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="solid" isDisabled={fault !== null || draft.title.trim() === ""} onPress={add}>
            Add
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Combobox
          label="From the library"
          options={libraryOptions()}
          value={libraryId}
          onChange={(id) => {
            setLibraryId(id);
            const found = id ? libraryWorkout(id) : null;
            if (found)
              setDraft({ ...EASY, title: found.title, kind: found.kind, hard: found.hard, text: found.text });
          }}
        />
        <WorkoutFields
          draft={draft}
          set={(change) => setDraft((old) => ({ ...old, ...change }))}
          pacing={pacing}
          textError={isRun(draft.kind) ? null : fault}
        />
      </div>
    </Dialog>
  );
}
