"use client";

import { formatDistance } from "@repo/core/units";
import { useUnits } from "./units.tsx";

/** A distance in the reader's units; a dash where none is known. */
export function Distance({ metres, decimals }: { metres: number | null; decimals?: number }) {
  const units = useUnits();
  return (
    <span className="type-figure whitespace-nowrap">
      {formatDistance(metres ?? Number.NaN, units, decimals)}
    </span>
  );
}
