"use client";

import type { UnitSystem } from "@repo/core/units";
import { createContext, type ReactNode, useContext } from "react";

const UnitsContext = createContext<UnitSystem>("metric");

/** The reader's own units, for every distance and pace below. */
export function UnitsProvider({ units, children }: { units: UnitSystem; children: ReactNode }) {
  return <UnitsContext value={units}>{children}</UnitsContext>;
}

export function useUnits(): UnitSystem {
  return useContext(UnitsContext);
}
