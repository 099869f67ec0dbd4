"use client";

import { inUnits } from "@repo/core/units";
import { useUnits } from "./units.tsx";

/** A sentence that was written in kilometres, in the reader's units. */
export function Told({ text }: { text: string }) {
  return inUnits(text, useUnits());
}
