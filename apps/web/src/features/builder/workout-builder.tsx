"use client";

import { NO_PACING } from "@repo/core/paces";
import { type Block, parseWorkout } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Combobox } from "@repo/ui/combobox";
import { Dialog } from "@repo/ui/dialog";
import { TextArea } from "@repo/ui/text-field";
import { type ReactNode, useMemo, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import type { PlanFinding } from "#components/plan-check.tsx";
import { useLeaveGuard } from "#components/use-leave-guard.ts";
import { KeepDialog } from "#features/workouts/keep-dialog.tsx";
import { type KeptWorkout, useKept } from "#features/workouts/use-kept.ts";
import { words } from "#words.ts";
import { LastTimePart } from "./last-time.tsx";
import { type RangeAthlete, TargetRanges } from "./target-ranges.tsx";
import { TriedFindings, type TriedOp } from "./tried-findings.tsx";
import {
  changedFields,
  draftOf,
  faultsOf,
  LIBRARY_OPTIONS,
  languageOf,
  libraryDraft,
  type WorkoutDraft,
} from "./workout-draft.ts";
import { WorkoutSums } from "./workout-sums.tsx";
import { WorkoutWriting } from "./workout-writing.tsx";

export type BuilderProps = {
  title: string;
  first: WorkoutDraft;
  /** Null: a workout without dates, for nobody yet. */
  athlete: (RangeAthlete & { level?: string | null }) | null;
  /** The day it lies on, and the row if it is one already. */
  place: { date: string; id: string; version: number | null } | null;
  /** What the rules say of it as it is. */
  findings?: readonly PlanFinding[];
  /** Above the fields: its state, or a day to choose. */
  head?: ReactNode;
  /** Whether it may still be chosen from the library; where left out, a workout without a row is new. */
  isNew?: boolean;
  /** Beside it: what else there is to say of it. */
  aside?: ReactNode;
  isReadOnly?: boolean;
  isPending?: boolean;
  error?: string | null;
  saveWord: string;
  onSave: (draft: WorkoutDraft, changes: Partial<WorkoutDraft>) => void;
  remove?: { word: string; onPress: () => void };
  onClose: () => void;
};

/** The workout builder: what it says on one side, what it becomes for the athlete on the other. */
export function WorkoutBuilder(props: BuilderProps) {
  const { title, first, athlete, place, onClose } = props;
  const mayPlan = useMayPlan();
  const isReadOnly = props.isReadOnly === true || !mayPlan;
  const [draft, setDraft] = useState(first);
  const set = (change: Partial<WorkoutDraft>) => setDraft((old) => ({ ...old, ...change }));
  const { kept, orgId } = useKept();
  const [isKeeping, setKeeping] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const faults = useMemo(() => faultsOf(draft), [draft]);
  const blocks = useBlocks(draft);
  const changes = changedFields(first, draft);
  const isChanged = Object.keys(changes).length > 0;
  useLeaveGuard(isChanged && !isReadOnly);
  const isNew = props.isNew ?? place?.version === null;
  const canSave = faults.length === 0 && draft.title.trim() !== "";
  // A workout that is over and has no steps has nothing to stand on the other side.
  const hasSide = !isReadOnly || Boolean(props.aside) || (blocks !== null && blocks.length > 0);
  const op = useTriedOp(props, draft, canSave && (isNew || isChanged));
  return (
    <Dialog
      isOpen
      size={hasSide ? "xl" : "md"}
      staysOnPressBeside={isChanged}
      onOpenChange={() => (isChanged && !isReadOnly ? setLeaving(true) : onClose())}
      title={title}
      actions={
        isReadOnly ? null : (
          <>
            {props.remove ? (
              <Button variant="quiet" onPress={props.remove.onPress}>
                {props.remove.word}
              </Button>
            ) : null}
            {athlete && orgId ? (
              <Button
                variant="quiet"
                isDisabled={!canSave || draft.text === ""}
                onPress={() => setKeeping(true)}
              >
                Keep in the library…
              </Button>
            ) : null}
            <Button onPress={onClose}>Cancel</Button>
            <Button
              variant="solid"
              isDisabled={!canSave}
              isPending={props.isPending ?? false}
              onPress={() => props.onSave({ ...draft, title: draft.title.trim() }, changes)}
            >
              {props.saveWord}
            </Button>
          </>
        )
      }
    >
      <FormError>{props.error ?? null}</FormError>
      {isLeaving ? <LeaveDialog onStay={() => setLeaving(false)} onLeave={onClose} /> : null}
      {isKeeping ? (
        <KeepDialog workout={draft} libraryId={draft.libraryId} onClose={() => setKeeping(false)} />
      ) : null}
      <div
        className={
          hasSide ? "grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" : "grid grid-cols-1"
        }
      >
        <fieldset disabled={isReadOnly} className="flex min-w-0 flex-col gap-4">
          <legend className="sr-only">What it says</legend>
          {props.head}
          {isNew && !isReadOnly ? (
            <Combobox
              label="From the library"
              options={[...kept.map(keptOption), ...LIBRARY_OPTIONS]}
              value={draft.libraryId}
              onChange={(id) => {
                const own = kept.find((each) => each.id === id);
                const found = own
                  ? draftOf({ ...own, libraryId: own.id, coachNote: null })
                  : id === null
                    ? null
                    : libraryDraft(id, athlete?.level ?? null);
                setDraft((old) =>
                  found ? { ...found, coachNote: old.coachNote } : { ...old, libraryId: null },
                );
              }}
            />
          ) : null}
          <WorkoutWriting
            {...{ draft, set, faults, blocks }}
            keepsOldTitle={"text" in changes && !("title" in changes)}
            keepsOldKind={"text" in changes && !("kind" in changes)}
          />
          {athlete ? (
            <TextArea
              label={`A word to ${athlete.name}`}
              rows={2}
              maxLength={2000}
              value={draft.coachNote}
              onChange={(event) => set({ coachNote: event.target.value })}
            />
          ) : null}
        </fieldset>
        <div className={hasSide ? "flex min-w-0 flex-col gap-5" : "hidden"}>
          {blocks && blocks.length > 0 ? (
            <>
              <WorkoutSums blocks={blocks} pacing={athlete?.pacing ?? NO_PACING} />
              <TargetRanges blocks={blocks} athlete={athlete} />
            </>
          ) : null}
          {athlete && place && !isReadOnly ? (
            <>
              <TriedFindings athleteId={athlete.id} op={op} now={props.findings ?? []} />
              <LastTimePart
                athleteId={athlete.id}
                date={place.date}
                draft={draft}
                onChoose={({ text, workout }) => {
                  const other = workout ? libraryDraft(workout, athlete.level ?? null) : null;
                  set(other ? { title: other.title, kind: other.kind, hard: other.hard, text } : { text });
                }}
              />
            </>
          ) : null}
          {props.aside}
        </div>
      </div>
    </Dialog>
  );
}

/** Escape is pressed by mistake: what was written is thrown away only on purpose. */
function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="sm"
      isDismissable={false}
      onOpenChange={onStay}
      title="Leave without saving?"
      actions={
        <>
          <Button onPress={onLeave}>Throw it away</Button>
          <Button variant="solid" onPress={onStay}>
            Keep writing
          </Button>
        </>
      }
    >
      <p>What you changed in this workout is not saved yet.</p>
    </Dialog>
  );
}

/** The blocks of the text; while it cannot be read those of before, so that nothing jumps as one types. */
function useBlocks({ kind, text }: WorkoutDraft): Block[] | null {
  const read = useMemo(() => {
    if (languageOf(kind) !== "steps") return null;
    if (text.trim() === "") return [];
    const parsed = parseWorkout(text);
    return parsed.ok ? parsed.blocks : undefined;
  }, [kind, text]);
  const [good, setGood] = useState(read ?? null);
  if (read !== undefined && read !== good) setGood(read);
  return read === undefined ? good : read;
}

function useTriedOp({ place, first }: BuilderProps, draft: WorkoutDraft, isWanted: boolean): TriedOp | null {
  return useMemo(() => {
    if (!place || !isWanted) return null;
    const { title, kind, hard, text, libraryId } = draft;
    if (place.version === null)
      return { op: "add", id: place.id, date: place.date, title, kind, hard, text, libraryId };
    const changes = changedFields(first, draft);
    const { libraryId: _, coachNote: __, ...fields } = changes;
    return Object.keys(fields).length > 0
      ? { op: "edit", id: place.id, version: place.version, ...fields }
      : null;
  }, [place, first, draft, isWanted]);
}

function keptOption({ id, title, kind, folder }: KeptWorkout) {
  return { id, label: title, detail: folder ? `${words("kind", kind)}, ${folder}` : words("kind", kind) };
}
