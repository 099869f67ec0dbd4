"use client";

import { Button } from "@repo/ui/button";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { TextField } from "@repo/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";
import { useDay } from "#features/offline/use-online.ts";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { sportWords } from "#words/training.ts";
import { type ExerciseFault, ExerciseFields, isExerciseFault, readExercises } from "./exercise-fields.tsx";
import { FeltFields, LengthFields, readFelt, readLength, showTime } from "./log-fields.tsx";
import { SkipForm } from "./skip-form.tsx";
import { readTyped, repetitionOf, SplitFields } from "./split-fields.tsx";
import { useLog } from "./use-log.ts";

export type Plan = {
  id: string;
  title: string;
  kind: string;
  distanceM: number | null;
  durationS: number | null;
  exercises: RouterOutputs["today"]["get"]["workouts"][number]["exercises"];
};
type Props = { today: string; plan: Plan | null; onSaved: () => void };

const OUTCOMES = [
  { value: "done", label: "Done" },
  { value: "changed", label: "Changed it" },
  { value: "skipped", label: "Couldn't" },
];
const SPORTS = Object.entries(sportWords).map(([value, label]) => ({ value, label }));
type Sport = keyof typeof sportWords;
const SPORT_OF_KIND: Readonly<Record<string, Sport>> = {
  strength: "strength",
  plyometrics: "strength",
  drills: "mobility",
  mobility: "mobility",
  cross: "ride",
};

/** What was done and how it felt. For a planned run: effort, feel, Save. */
export function LogForm({ today, plan, onSaved }: Props) {
  const [outcome, setOutcome] = useState("done");
  return (
    <div className="flex flex-col gap-5 pt-1">
      {plan ? (
        <SegmentedChoice
          legend="What became of it?"
          hideLegend
          name="outcome"
          options={OUTCOMES}
          value={outcome}
          onChange={setOutcome}
        />
      ) : null}
      {plan && outcome === "skipped" ? (
        <SkipForm plannedWorkoutId={plan.id} onSaved={onSaved} />
      ) : (
        <SessionForm
          today={today}
          plan={plan}
          outcome={outcome === "changed" ? "changed" : "done"}
          onSaved={onSaved}
        />
      )}
    </div>
  );
}

type SessionProps = Props & { outcome: "done" | "changed" };

function SessionForm({ today: ofPage, plan, outcome, onSaved }: SessionProps) {
  const today = useDay(ofPage);
  const units = useUnits();
  const [id] = useState(newClientId);
  const [lengthFault, setLengthFault] = useState<string | null>(null);
  const [exerciseFault, setExerciseFault] = useState<ExerciseFault | null>(null);
  const [sport, setSport] = useState<Sport>(plan ? (SPORT_OF_KIND[plan.kind] ?? "run") : "run");
  const isOfExercises = sport === "strength" || sport === "mobility";
  const log = useLog(onSaved);
  const faults = faultsOf(log.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const length = readLength(fields, units);
    setLengthFault(typeof length === "string" ? length : null);
    const exercises = readExercises(fields);
    const isFault = isExerciseFault(exercises, event.currentTarget);
    setExerciseFault(isFault ? exercises : null);
    if (typeof length === "string") return showTime(event.currentTarget);
    if (isFault) return;
    const title = plan ? null : String(fields.get("title") ?? "").trim() || null;
    const entry = {
      id,
      localDate: String(fields.get("localDate") ?? today),
      sport,
      title,
      ...length,
      ...readFelt(fields),
      splits: readTyped(fields),
      exercises,
      plannedWorkoutId: plan?.id ?? null,
      outcome,
    };
    log.save(entry, plan?.title ?? title ?? sportWords[sport]);
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{faults.message}</FormError>
      {plan ? null : (
        <UnplannedFields today={today} sport={sport} onSport={setSport} fault={faults.field("localDate")} />
      )}
      <LengthFields
        units={units}
        distanceM={isOfExercises ? undefined : (plan?.distanceM ?? null)}
        durationS={plan?.durationS ?? null}
        fault={lengthFault ?? faults.field("durationS")}
      />
      {isOfExercises ? <ExerciseFields exercises={plan?.exercises ?? []} fault={exerciseFault} /> : null}
      {sport !== "run" ? null : (
        <SplitFields repM={repetitionOf(plan?.title)} fault={faults.field("splits")} />
      )}
      <FeltFields />
      <Button type="submit" variant="solid" size="lg" isPending={log.isPending}>
        Save
      </Button>
    </form>
  );
}

type UnplannedProps = {
  today: string;
  sport: Sport;
  onSport: (sport: Sport) => void;
  fault: string | null;
};

function UnplannedFields({ today, sport, onSport, fault }: UnplannedProps) {
  return (
    <>
      <div className="grid grid-cols-2 items-start gap-3">
        <NativeSelect
          label="What"
          options={SPORTS}
          value={sport}
          onChange={({ target }) => onSport(target.value as Sport)}
        />
        <TextField
          label="Day"
          name="localDate"
          type="date"
          max={today}
          defaultValue={today}
          required
          error={fault}
        />
      </div>
      <TextField label="Title" name="title" placeholder="Optional" autoComplete="off" maxLength={300} />
    </>
  );
}
