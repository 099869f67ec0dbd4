"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";

type Done = NonNullable<RouterInputs["log"]["log"]["exercises"]>[number];
type Last = RouterOutputs["log"]["lastExercises"][number];
type Row = { key: number; dose: Done | null };

let lastKey = 0;
const rowOf = (dose: Done | null): Row => {
  lastKey += 1;
  return { key: lastKey, dose };
};

/** What is wrong with one exercise: the name of its field, and the sentence. */
export type ExerciseFault = { field: string; text: string };
type Props = { exercises: readonly Done[]; fault: ExerciseFault | null };

/** What was lifted, held or drilled: the dose of the plan is filled in, the weight of last time stands below. */
export function ExerciseFields({ exercises, fault }: Props) {
  const [rows, setRows] = useState<Row[]>(() => exercises.map(rowOf));
  const { data: last } = useQuery(useTRPC().log.lastExercises.queryOptions(undefined, { staleTime: 60_000 }));
  const before = new Map((last ?? []).map((each) => [nameOf(each.exercise), each]));
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">Exercises</legend>
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {rows.map((row, index) => (
          <ExerciseRow
            key={row.key}
            row={row}
            place={index + 1}
            fault={fault}
            before={row.dose ? before.get(nameOf(row.dose.exercise)) : undefined}
            onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onPress={() => setRows([...rows, rowOf(null)])}>
          <Plus aria-hidden="true" className="size-4" /> Add an exercise
        </Button>
        {rows.length === 0 && last && last.length > 0 ? (
          <Button size="sm" variant="quiet" onPress={() => setRows(last.map(rowOf))}>
            Same as last time
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

type RowProps = {
  row: Row;
  place: number;
  fault: ExerciseFault | null;
  before: Last | undefined;
  onRemove: () => void;
};

function ExerciseRow({ row, place, fault, before, onRemove }: RowProps) {
  const { key, dose } = row;
  const isMine = fault?.field.endsWith(`-${key}`) ?? false;
  const [name, setName] = useState(dose?.exercise ?? "");
  const of = name.trim() || `exercise ${place}`;
  return (
    <li className="py-3">
      <input type="hidden" name="exercise-row" value={key} />
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={`Exercise ${place}`}
          name={`exercise-${key}`}
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={80}
          autoComplete="off"
          required
        />
        <Button variant="quiet" aria-label={`Remove ${of}`} onPress={onRemove}>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <div className="mt-2 grid grid-cols-4 items-start gap-2">
        <TextField
          label="Sets"
          name={`sets-${key}`}
          inputMode="numeric"
          autoComplete="off"
          required
          defaultValue={dose?.sets ?? 3}
        />
        <TextField
          label="Each"
          name={`each-${key}`}
          autoComplete="off"
          required
          placeholder="8"
          hint={dose ? undefined : "8, 45s, 30m"}
          defaultValue={dose ? amountText(dose) : ""}
        />
        <TextField
          label="Weight"
          unit="kg"
          name={`weight-${key}`}
          inputMode="decimal"
          autoComplete="off"
          hint={before?.weightKg ? `last ${before.weightKg}` : undefined}
          defaultValue={dose?.weightKg ?? ""}
        />
        <TextField
          label="RPE"
          name={`rpe-${key}`}
          inputMode="decimal"
          autoComplete="off"
          hint={before?.rpe ? `last ${before.rpe}` : undefined}
          defaultValue={dose?.rpe ?? ""}
        />
      </div>
      {isMine ? (
        <p role="alert" className="mt-2 text-xs font-medium text-track-text">
          {fault?.text}
        </p>
      ) : null}
    </li>
  );
}

const AMOUNT = /^(\d{1,4})\s*(s|m|min)?\s*(\/\s*(?:side|leg))?$/i;

/** The exercises of a form, or the fault of one that cannot be read; null where none were written down. */
export function readExercises(fields: FormData): Done[] | ExerciseFault | null {
  const keys = fields.getAll("exercise-row").map(String);
  const done: Done[] = [];
  for (const key of keys) {
    const text = (name: string) => String(fields.get(`${name}-${key}`) ?? "").trim();
    const number = (name: string) => (text(name) === "" ? null : Number(text(name).replace(",", ".")));
    const exercise = text("exercise");
    const match = AMOUNT.exec(text("each"));
    const wrong = (name: string, text: string) => ({ field: `${name}-${key}`, text });
    if (!match) return wrong("each", "Write each set as 8, 8/side, 45s or 30m.");
    const [amount, unit] = [Number(match[1]), (match[2] ?? "").toLowerCase()];
    const [sets, weightKg, rpe] = [number("sets"), number("weight"), number("rpe")];
    if (sets === null || !Number.isInteger(sets) || sets < 1 || sets > 20)
      return wrong("sets", "The sets are a whole number from 1 to 20.");
    if (weightKg !== null && !(weightKg >= 0 && weightKg <= 500))
      return wrong("weight", "The weight is a number of kilograms, at most 500.");
    if (rpe !== null && !(rpe >= 0 && rpe <= 10)) return wrong("rpe", "The effort is a number from 0 to 10.");
    done.push({
      exercise,
      sets,
      reps: unit === "" ? amount : null,
      durationS: unit === "s" ? amount : unit === "min" ? amount * 60 : null,
      distanceM: unit === "m" ? amount : null,
      perSide: match[3] !== undefined,
      weightKg,
      rpe,
    });
  }
  return done.length > 0 ? done : null;
}

/** Whether a form's exercises could not be read; its field then has the focus, so that it is in sight. */
export function isExerciseFault(
  read: Done[] | ExerciseFault | null,
  form: HTMLFormElement,
): read is ExerciseFault {
  if (read === null || Array.isArray(read)) return false;
  form.querySelector<HTMLInputElement>(`[name="${read.field}"]`)?.focus();
  return true;
}

function amountText({ reps, durationS, distanceM, perSide }: Done): string {
  const amount = reps !== null ? `${reps}` : durationS !== null ? `${durationS}s` : `${distanceM ?? 0}m`;
  return `${amount}${perSide ? "/side" : ""}`;
}

function nameOf(exercise: string): string {
  return exercise.trim().toLowerCase();
}
