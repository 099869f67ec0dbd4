"use client";

import { formatDuration, METRES_PER_MILE, parseClock, type UnitSystem } from "@repo/core/units";
import { Switch } from "@repo/ui/switch";
import { TapScale } from "@repo/ui/tap-scale";
import { TextArea, TextField } from "@repo/ui/text-field";
import { Angry, Annoyed, Laugh, Meh, Smile } from "lucide-react";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { feelWords, rpeWords } from "#words/training.ts";

const RPE = rpeWords.map((word, value) => ({ value, word }));
const FACES = [Angry, Annoyed, Meh, Smile, Laugh];
const FEEL = feelWords.map((word, index) => {
  const Face = FACES[index] ?? Meh;
  return { value: index + 1, word, icon: <Face /> };
});

export const PAIN_SITES = [
  "foot",
  "ankle",
  "achilles",
  "calf",
  "shin",
  "knee",
  "hamstring",
  "quadriceps",
  "hip",
  "groin",
  "back",
  "other",
] as const;

type Defaults = { rpe?: number | null; feel?: number | null; notes?: string | null };

/** How it felt: effort with words, feel, pain, a note. Two taps are enough. */
export function FeltFields({ rpe, feel, notes }: Defaults) {
  return (
    <>
      <TapScale legend="How hard was it?" name="rpe" options={RPE} defaultValue={rpe} />
      <TapScale legend="How did you feel?" name="feel" options={FEEL} defaultValue={feel} />
      <PainFields />
      <TextArea label="Note" name="notes" rows={2} maxLength={5000} defaultValue={notes ?? ""} />
    </>
  );
}

/** Pain with its place and a number; folded away while there is none. */
export function PainFields({ pain }: { pain?: { site: string; level: number } | null }) {
  const [hurts, setHurts] = useState(Boolean(pain));
  return (
    <div>
      <Switch
        label="Something hurts"
        name="hurts"
        checked={hurts}
        onChange={(event) => setHurts(event.target.checked)}
      />
      {hurts ? (
        <div className="mt-2 grid grid-cols-2 items-start gap-3">
          <NativeSelect
            label="Where"
            name="painSite"
            defaultValue={pain?.site ?? "knee"}
            options={PAIN_SITES.map((site) => ({
              value: site,
              label: site[0]?.toUpperCase() + site.slice(1),
            }))}
          />
          <NativeSelect
            label="How much, 0 to 10"
            name="painLevel"
            defaultValue={String(pain?.level ?? 3)}
            options={Array.from({ length: 11 }, (_, level) => ({
              value: String(level),
              label: String(level),
            }))}
          />
        </div>
      ) : null}
    </div>
  );
}

type LengthProps = {
  units: UnitSystem;
  /** Metres to begin with, null for none; left out where a session has no distance. */
  distanceM?: number | null;
  durationS: number | null;
  fault: string | null;
};

/** Distance in the reader's units and the time as a clock shows it. */
export function LengthFields({ units, distanceM, durationS, fault }: LengthProps) {
  const perUnit = units === "imperial" ? METRES_PER_MILE : 1_000;
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      {distanceM === undefined ? null : (
        <TextField
          label="Distance"
          name="distance"
          unit={units === "imperial" ? "miles" : "km"}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={distanceM === null ? "" : String(Math.round((distanceM / perUnit) * 100) / 100)}
        />
      )}
      <TextField
        label="Time"
        name="time"
        placeholder="45:00"
        autoComplete="off"
        required
        defaultValue={durationS === null ? "" : formatDuration(durationS)}
        error={fault}
      />
    </div>
  );
}

export type FormLength = { distanceM: number | null; durationS: number };

/** Distance and time of a form; a sentence where they cannot be read. A number without a colon is minutes. */
export function readLength(fields: FormData, units: UnitSystem): FormLength | string {
  const perUnit = units === "imperial" ? METRES_PER_MILE : 1_000;
  const time = String(fields.get("time") ?? "").trim();
  const durationS = /^\d+$/.test(time) ? Number(time) * 60 : parseClock(time);
  if (!durationS) return "Write the time as 45:00 or 1:42:30.";
  const text = String(fields.get("distance") ?? "")
    .trim()
    .replace(",", ".");
  const distance = text === "" ? null : Number(text);
  if (distance !== null && !(distance >= 0)) return "Write the distance as a number, such as 9.6.";
  return { distanceM: distance === null ? null : distance * perUnit, durationS };
}

/** Brings the time, which could not be read, into sight. */
export function showTime(form: HTMLFormElement): void {
  form.querySelector<HTMLInputElement>('[name="time"]')?.focus();
}

/** Effort, feel, pain and note of a form; null where nothing was said. */
export function readFelt(fields: FormData) {
  const number = (name: string) => (fields.get(name) === null ? null : Number(fields.get(name)));
  return {
    rpe: number("rpe"),
    feel: number("feel"),
    notes: String(fields.get("notes") ?? "").trim() || null,
    pain: readPain(fields),
  };
}

export function readPain(fields: FormData): { site: string; level: number } | null {
  if (fields.get("hurts") === null) return null;
  return { site: String(fields.get("painSite")), level: Number(fields.get("painLevel")) };
}
