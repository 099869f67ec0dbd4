"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { type UnsentPath, withdraw } from "#features/offline/unsent.ts";
import { useSave, useUnsent } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import { type Answer, faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";
import type { ActivityData } from "./activity-view.tsx";
import { type ExerciseFault, ExerciseFields, isExerciseFault, readExercises } from "./exercise-fields.tsx";
import { FeltFields, LengthFields, readFelt, readLength, showTime } from "./log-fields.tsx";

/** Edit, say which workout it was, delete; each can be taken back. */
export function ActivityActions({ activity }: { activity: ActivityData }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button onPress={() => setEditing(true)}>Edit</Button>
      <DeleteButton activity={activity} />
      <Dialog title="Edit session" isOpen={editing} onOpenChange={setEditing}>
        <EditForm activity={activity} onSaved={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

const WAITS = "Kept on this device; it waits to be sent";

/** What a change that waits is called among others. */
function nameOf({ title, sport }: ActivityData): string {
  return title ?? sport;
}

function useWaiting(path: UnsentPath, id: string): boolean {
  const { entries } = useUnsent();
  return entries.some((entry) => entry.path === path && entry.input.id === id && entry.refused === null);
}

function DeleteButton({ activity }: { activity: ActivityData }) {
  const trpc = useTRPC();
  const router = useRouter();
  const restore = useMutation(
    trpc.log.restore.mutationOptions({ onSuccess: ({ id }) => router.push(`/activities/${id}`) }),
  );
  const save = useSave("log.remove");
  const waits = useWaiting("log.remove", activity.id);
  const remove = useMutation({
    networkMode: "always",
    mutationFn: (mutationId: string) => save({ mutationId, id: activity.id }, `Delete ${nameOf(activity)}`),
    onSuccess: (gone, mutationId) => {
      if (!gone) return showToast(WAITS, { undo: () => void withdraw(mutationId) });
      router.push("/calendar");
      router.refresh();
      showToast("Session deleted", {
        undo: () => restore.mutate({ mutationId: newClientId(), id: activity.id }),
      });
    },
    onError: (error) => showToast(error.message, { tone: "error" }),
  });
  if (waits) return <p className="self-center text-sm text-ink-soft">Deleted; waiting to be sent.</p>;
  return (
    <Button variant="quiet" isPending={remove.isPending} onPress={() => remove.mutate(newClientId())}>
      Delete
    </Button>
  );
}

function EditForm({ activity, onSaved }: { activity: ActivityData; onSaved: () => void }) {
  const trpc = useTRPC();
  const units = useUnits();
  const { refresh } = useFreshPage();
  const [lengthFault, setLengthFault] = useState<string | null>(null);
  const [exerciseFault, setExerciseFault] = useState<ExerciseFault | null>(null);
  const done = () => {
    onSaved();
    refresh();
    showToast("Saved");
  };
  const back = useMutation(
    trpc.log.edit.mutationOptions({
      onSuccess: refresh,
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  const save = useSave("log.edit");
  const edit = useMutation({
    networkMode: "always",
    mutationFn: (entry: RouterInputs["log"]["edit"]) => save(entry, `Change of ${nameOf(activity)}`),
    onSuccess: (saved) => {
      onSaved();
      if (!saved) return showToast(WAITS);
      refresh();
      showToast("Saved", { undo: () => back.mutate({ ...asItWas(activity), version: saved.version }) });
    },
  });
  const faults = faultsOf(edit.error as Answer | null);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const length = readLength(fields, units);
    setLengthFault(typeof length === "string" ? length : null);
    if (typeof length === "string") return showTime(event.currentTarget);
    const exercises = readExercises(fields);
    const isFault = isExerciseFault(exercises, event.currentTarget);
    setExerciseFault(isFault ? exercises : null);
    if (isFault) return;
    const { pain: _, ...felt } = readFelt(fields);
    const { id, version } = activity;
    // A form saved unchanged alters nothing: what is shown rounded is not written back.
    const changed = lengthTouched(activity, length, units) ? length : {};
    const done = isOfExercises(activity) ? { exercises } : {};
    const named = namedAnew(activity, fields);
    edit.mutate({ mutationId: newClientId(), id, version, ...named, ...changed, ...felt, ...done });
  }

  return (
    <div className="flex flex-col gap-6 pt-1">
      <form method="post" onSubmit={submit} className="flex flex-col gap-5">
        <FormError>{faults.message}</FormError>
        <div className="grid grid-cols-2 items-start gap-3">
          <TextField
            label="Day"
            name="day"
            type="date"
            required
            defaultValue={activity.localDate}
            error={faults.field("localDate")}
          />
          <TextField
            label="Title"
            name="title"
            maxLength={300}
            defaultValue={activity.title ?? ""}
            error={faults.field("title")}
          />
        </div>
        <LengthFields
          units={units}
          distanceM={isOfExercises(activity) ? undefined : activity.distanceM}
          durationS={activity.durationS}
          fault={lengthFault ?? faults.field("durationS")}
        />
        {isOfExercises(activity) ? (
          <ExerciseFields exercises={activity.exercises} fault={exerciseFault} />
        ) : null}
        <FeltFields rpe={activity.rpe} feel={activity.feel} notes={activity.notes} />
        <Button type="submit" variant="solid" isPending={edit.isPending}>
          Save
        </Button>
      </form>
      <PairForm activity={activity} onSaved={done} />
    </div>
  );
}

function isOfExercises({ sport }: ActivityData): boolean {
  return sport === "strength" || sport === "mobility";
}

/** Every field that the form can change, as it was before. */
function asItWas({ id, localDate, title, distanceM, durationS, rpe, feel, notes, exercises }: ActivityData) {
  const felt = { rpe, feel, notes, exercises: exercises.length > 0 ? exercises : null };
  return { mutationId: newClientId(), id, localDate, title, distanceM, durationS, ...felt };
}

/** Day and title, where the form says others. */
function namedAnew(before: ActivityData, fields: FormData) {
  const [localDate, title] = [String(fields.get("day")), String(fields.get("title")).trim() || null];
  return {
    ...(localDate === before.localDate ? {} : { localDate }),
    ...(title === before.title ? {} : { title }),
  };
}

const ROUNDED = { metric: 10, imperial: 16.1 } as const;

function lengthTouched(
  before: { distanceM: number | null; durationS: number },
  now: { distanceM: number | null; durationS: number },
  units: keyof typeof ROUNDED,
): boolean {
  const apart = Math.abs((before.distanceM ?? -1_000) - (now.distanceM ?? -1_000));
  return apart > ROUNDED[units] / 2 || Math.abs(before.durationS - now.durationS) >= 1;
}

/** Which planned workout it was. */
function PairForm({ activity, onSaved }: { activity: ActivityData; onSaved: () => void }) {
  const trpc = useTRPC();
  const pair = useMutation(trpc.log.pair.mutationOptions({ onSuccess: onSaved }));
  const own = activity.workout;
  if (!own && activity.offers.length === 0) return null;
  const options = [
    { value: "", label: "None of my plan" },
    ...(own ? [{ value: own.id, label: `${own.title} (${own.localDate})` }] : []),
    ...activity.offers.map(({ id, title, localDate }) => ({ value: id, label: `${title} (${localDate})` })),
  ];
  return (
    <div className="border-t border-line pt-4">
      <FormError>{pair.error?.message}</FormError>
      <NativeSelect
        label="It was this workout"
        options={options}
        defaultValue={own?.id ?? ""}
        disabled={pair.isPending}
        onChange={(event) =>
          pair.mutate({
            mutationId: newClientId(),
            id: activity.id,
            version: activity.version,
            plannedWorkoutId: event.target.value || null,
          })
        }
        hint="Your choice stays, whatever fits better."
      />
    </div>
  );
}
