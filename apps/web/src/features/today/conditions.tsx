"use client";

import { adjustForConditions, type Conditions, type Slowing } from "@repo/core/paces";
import type { UnitSystem } from "@repo/core/units";
import { Disclosure } from "@repo/ui/disclosure";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { useUnits } from "#components/units.tsx";

type Paced = { fastSPerKm: number | null; slowSPerKm: number | null };

const REASONS: Record<Slowing["reason"], string> = {
  heat: "heat",
  altitude: "altitude",
  wind: "wind",
  hills: "hills",
};

/** The day's conditions as an athlete sees them at the door; nothing is kept. */
export function useConditions(durationS: number | null) {
  const [conditions, setConditions] = useState<Conditions>({});
  const effort = { durationS: durationS ?? 3_600 };
  const { slowing } = adjustForConditions({ fastSPerKm: 300, slowSPerKm: 300 }, conditions, effort);
  const widen = <L extends Paced>(line: L): L => {
    const { fastSPerKm, slowSPerKm } = line;
    if (slowing.length === 0 || fastSPerKm === null || slowSPerKm === null) return line;
    const wider = adjustForConditions({ fastSPerKm, slowSPerKm }, conditions, effort);
    return { ...line, fastSPerKm: wider.fastSPerKm, slowSPerKm: wider.slowSPerKm };
  };
  return { conditions, setConditions, slowing, widen };
}

type Props = Pick<ReturnType<typeof useConditions>, "conditions" | "setConditions" | "slowing">;

/** Heat, wind and hills move every range slower and wider, and say by how much (M10). */
export function ConditionsFields({ conditions, setConditions, slowing }: Props) {
  const units = useUnits();
  const set = (change: Conditions) => setConditions({ ...conditions, ...change });
  return (
    <Disclosure summary="Hot, windy or hilly today?">
      <div className="grid max-w-lg gap-3 sm:grid-cols-3">
        <NativeSelect
          label="Temperature"
          options={[0, 22, 26, 30, 34].map((value) => option(value, degrees(value, units)))}
          onChange={(event) => set({ temperatureC: numberOf(event.target.value) })}
        />
        <NativeSelect
          label="Wind"
          options={[option(0, "calm"), option(5, "a breeze"), option(8, "strong")]}
          onChange={(event) => set({ windMps: numberOf(event.target.value) })}
        />
        <NativeSelect
          label="Course"
          options={[option(0, "flat"), option(10, "rolling"), option(25, "hilly")]}
          onChange={(event) => set({ climbMPerKm: numberOf(event.target.value) })}
        />
      </div>
      <p aria-live="polite" className="mt-2 text-sm text-ink-soft">
        {slowing.length === 0
          ? "The ranges are those of a good day."
          : `Slower and wider for ${slowing.map(shareOf).join(", ")}. Run by effort; the ranges are its other side.`}
      </p>
    </Disclosure>
  );
}

function option(value: number, label: string) {
  return { value: String(value), label };
}

function numberOf(value: string): number | null {
  return Number(value) === 0 ? null : Number(value);
}

function degrees(celsius: number, units: UnitSystem): string {
  if (celsius === 0) return "cool";
  return units === "imperial" ? `about ${Math.round(celsius * 1.8 + 32)} °F` : `about ${celsius} °C`;
}

function shareOf({ reason, lowPct, highPct }: Slowing): string {
  const [low, high] = [Math.round(lowPct), Math.round(highPct)];
  return `${REASONS[reason]} (${low === high ? `${high}` : low === 0 ? `up to ${high}` : `${low} to ${high}`} %)`;
}
