"use client";

import { Disclosure } from "@repo/ui/disclosure";
import { Switch } from "@repo/ui/switch";
import { TapScale } from "@repo/ui/tap-scale";
import { TextField } from "@repo/ui/text-field";
import { NativeSelect } from "#components/native-select.tsx";
import { PainFields, readPain } from "#features/log/log-fields.tsx";
import type { CheckInState } from "./check-in-card.tsx";

const scale = (...words: [string, string, string, string, string]) =>
  words.map((word, index) => ({ value: index + 1, word }));

const SCALES = [
  { name: "sleepQuality", legend: "Sleep was", options: scale("Poor", "Restless", "Fair", "Good", "Great") },
  { name: "soreness", legend: "Soreness", options: scale("None", "A little", "Some", "A lot", "Extreme") },
  { name: "stress", legend: "Stress", options: scale("None", "A little", "Some", "A lot", "Extreme") },
  { name: "mood", legend: "Mood", options: scale("Poor", "Low", "Fair", "Good", "Great") },
  { name: "motivation", legend: "Motivation", options: scale("None", "Low", "Fair", "Good", "Great") },
  { name: "appetite", legend: "Appetite", options: scale("None", "Low", "Fair", "Good", "Great") },
] as const;

type FieldsProps = { checkIn: CheckInState; isRefused: (name: string) => boolean };

/** What may be written, said where something else was. */
const RANGES = {
  sleepHours: "Write hours, 7:40 or 7.5.",
  restingHr: "Beats a minute, 20 to 150.",
  hrvRmssd: "Milliseconds, 1 to 400.",
};

/** Every field may stay empty; what is usual for this athlete stands beside what is measured. */
export function CheckInFields({ checkIn, isRefused }: FieldsProps) {
  const { today, bands } = checkIn;
  const refused = (name: keyof typeof RANGES) => (isRefused(name) ? RANGES[name] : null);
  return (
    <>
      <div className="grid grid-cols-[1fr_1.3fr_1fr] items-start gap-3">
        <Measured
          label="Sleep"
          unit="h"
          name="sleepHours"
          value={today?.sleepHours == null ? null : clockHours(today.sleepHours)}
          error={refused("sleepHours")}
          band={bands.sleepHours}
          decimals={1}
        />
        <Measured
          label="Resting HR"
          placeholder="bpm"
          name="restingHr"
          value={today?.restingHr}
          error={refused("restingHr")}
          band={bands.restingHr}
        />
        <Measured
          label="HRV"
          unit="ms"
          name="hrvRmssd"
          value={today?.hrvRmssd}
          error={refused("hrvRmssd")}
          band={bands.hrvRmssd}
        />
      </div>
      {SCALES.map(({ name, legend, options }) => (
        <TapScale
          key={name}
          legend={usually(legend, bands[name])}
          name={name}
          options={options}
          defaultValue={today?.[name] ?? null}
        />
      ))}
      <Switch label="I am ill" name="ill" defaultChecked={today?.ill ?? false} />
      <PainFields pain={today?.pain ?? null} />
      <MedicalFields checkIn={checkIn} />
      <TextField
        label="Note"
        name="notes"
        autoComplete="off"
        maxLength={2000}
        defaultValue={today?.notes ?? ""}
      />
    </>
  );
}

const CYCLE = [
  { value: "", label: "Not said" },
  { value: "period", label: "Period" },
  { value: "follicular", label: "After it" },
  { value: "ovulation", label: "Around ovulation" },
  { value: "luteal", label: "Before the next one" },
];

/** What only those see who may see health; folded away unless something was said. */
function MedicalFields({ checkIn }: { checkIn: CheckInState }) {
  const { today, asksCycle } = checkIn;
  const said = Boolean(today?.cyclePhase || today?.medicalNotes);
  return (
    <Disclosure summary={asksCycle ? "Cycle and medical note" : "Medical note"} open={said}>
      <p className="mb-3 text-sm text-ink-soft">Only you and coaches with whom you share health see this.</p>
      <div className="flex flex-col gap-4">
        {asksCycle ? (
          <NativeSelect
            label="Where in your cycle"
            name="cyclePhase"
            options={CYCLE}
            defaultValue={today?.cyclePhase ?? ""}
          />
        ) : null}
        <TextField
          label="Medical note"
          name="medicalNotes"
          autoComplete="off"
          maxLength={2000}
          defaultValue={today?.medicalNotes ?? ""}
        />
      </div>
    </Disclosure>
  );
}

/** The question with what this athlete usually answers; the question alone until that is known. */
function usually(legend: string, band: { low: number; high: number } | null): string {
  if (!band) return legend;
  const [low, high] = [Math.max(1, Math.round(band.low)), Math.min(5, Math.round(band.high))];
  return `${legend} (usually ${low === high ? low : `${low}–${high}`})`;
}

type MeasuredProps = {
  label: string;
  unit?: string;
  placeholder?: string;
  name: string;
  value: number | string | null | undefined;
  error: string | null;
  band: { low: number; high: number } | null;
  decimals?: number;
};

function Measured({ label, unit, placeholder, name, value, error, band, decimals = 0 }: MeasuredProps) {
  return (
    <TextField
      label={label}
      unit={unit}
      placeholder={placeholder}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={value ?? ""}
      error={error}
      hint={band ? `usual ${band.low.toFixed(decimals)}–${band.high.toFixed(decimals)}` : undefined}
    />
  );
}

/** Hours as one types them: 7.67 as 7:40. */
function clockHours(hours: number): string {
  const minutes = Math.round(hours * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

type CyclePhase = NonNullable<NonNullable<CheckInState["today"]>["cyclePhase"]>;

function cyclePhaseOf(value: string): CyclePhase | null {
  return value === "" ? null : (value as CyclePhase);
}

/** What was said; null where a field is empty. A time of sleep may be written 7:40 or 7.5. */
export function readCheckIn(fields: FormData) {
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const number = (name: string) => (text(name) === "" ? null : Number(text(name).replace(",", ".")));
  const [hours, minutes] = text("sleepHours").split(":");
  const slept = minutes === undefined ? number("sleepHours") : Number(hours) + Number(minutes) / 60;
  return {
    sleepHours: slept,
    restingHr: number("restingHr"),
    hrvRmssd: number("hrvRmssd"),
    sleepQuality: number("sleepQuality"),
    soreness: number("soreness"),
    stress: number("stress"),
    mood: number("mood"),
    motivation: number("motivation"),
    appetite: number("appetite"),
    ill: fields.get("ill") !== null,
    pain: readPain(fields),
    ...(fields.has("cyclePhase") ? { cyclePhase: cyclePhaseOf(text("cyclePhase")) } : {}),
    medicalNotes: text("medicalNotes") || null,
    notes: text("notes") || null,
  };
}
