"use client";

import { Switch } from "@repo/ui/switch";
import { TapScale } from "@repo/ui/tap-scale";
import { TextField } from "@repo/ui/text-field";
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

/** Every field may stay empty; what is usual for this athlete stands beside what is measured. */
export function CheckInFields({ checkIn }: { checkIn: CheckInState }) {
  const { today, bands } = checkIn;
  return (
    <>
      <div className="grid grid-cols-[1fr_1.3fr_1fr] items-start gap-3">
        <Measured
          label="Sleep"
          unit="h"
          name="sleepHours"
          value={today?.sleepHours}
          band={bands.sleepHours}
          decimals={1}
        />
        <Measured
          label="Resting HR"
          unit="bpm"
          name="restingHr"
          value={today?.restingHr}
          band={bands.restingHr}
        />
        <Measured label="HRV" unit="ms" name="hrvRmssd" value={today?.hrvRmssd} band={bands.hrvRmssd} />
      </div>
      {SCALES.map(({ name, legend, options }) => (
        <TapScale
          key={name}
          legend={legend}
          name={name}
          options={options}
          defaultValue={today?.[name] ?? null}
        />
      ))}
      <Switch label="I am ill" name="ill" defaultChecked={today?.ill ?? false} />
      <PainFields pain={today?.pain ?? null} />
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

type MeasuredProps = {
  label: string;
  unit: string;
  name: string;
  value: number | null | undefined;
  band: { low: number; high: number } | null;
  decimals?: number;
};

function Measured({ label, unit, name, value, band, decimals = 0 }: MeasuredProps) {
  return (
    <TextField
      label={label}
      unit={unit}
      name={name}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={value ?? ""}
      hint={band ? `usual ${band.low.toFixed(decimals)}–${band.high.toFixed(decimals)}` : undefined}
    />
  );
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
    notes: text("notes") || null,
  };
}
