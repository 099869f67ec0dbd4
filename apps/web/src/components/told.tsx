"use client";

import { inUnits } from "@repo/core/units";
import { withDays } from "./day-words.ts";
import { useUnits } from "./units.tsx";

/** Tells what was written in kilometres and days as `2026-11-20` in the reader's units, with days as people say them. */
export function useTold(): (text: string) => string {
  const units = useUnits();
  return (text) => inUnits(withDays(text), units);
}

/** A sentence that was written in kilometres, in the reader's units. */
export function Told({ text }: { text: string }) {
  return inUnits(text, useUnits());
}
