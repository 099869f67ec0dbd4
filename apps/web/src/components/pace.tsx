"use client";

import { formatPace, formatPaceRange } from "@repo/core/units";
import { useUnits } from "./units.tsx";

type Props = { sPerKm: number | null; slowSPerKm?: number | null };

/** A pace, or a range of paces, in the reader's units; a dash where none is known. */
export function Pace({ sPerKm, slowSPerKm }: Props) {
  const units = useUnits();
  const text = slowSPerKm
    ? formatPaceRange(sPerKm ?? Number.NaN, slowSPerKm, units)
    : formatPace(sPerKm ?? Number.NaN, units);
  return <span className="type-figure whitespace-nowrap">{text}</span>;
}
