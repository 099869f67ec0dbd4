"use client";

import { createContext, type ReactNode, useContext } from "react";

const MayPlanContext = createContext(true);

/** Whether the reader plans for whom the page is about, or only reads and comments as an assistant does. */
export function MayPlan({ value, children }: { value: boolean; children: ReactNode }) {
  return <MayPlanContext value={value}>{children}</MayPlanContext>;
}

export function useMayPlan(): boolean {
  return useContext(MayPlanContext);
}
