"use client";

import { Ban, Bandage, NotebookPen, Plane, Thermometer } from "lucide-react";
import { useMayPlan } from "#components/may-plan.tsx";
import type { CalendarActions } from "./calendar-actions.ts";
import type { Band } from "./calendar-data.ts";

export const BAND_WORDS: Readonly<Record<Band["kind"], string>> = {
  note: "Note",
  unavailable: "Not available",
  travel: "Travel",
  illness: "Illness",
  injury: "Injury",
};

const ICONS = { note: NotebookPen, unavailable: Ban, travel: Plane, illness: Thermometer, injury: Bandage };
const LOOKS: Readonly<Record<Band["kind"], string>> = {
  note: "bg-attention-soft text-attention-text",
  unavailable: "bg-state-excused-soft text-state-excused-text hatched",
  travel: "bg-info-soft text-info-text",
  illness: "bg-track-soft text-track-text",
  injury: "bg-track-soft text-track-text",
};

type Props = { band: Band; date: string; isFirst: boolean; actions: CalendarActions };

/** What lies over a day: its words where it begins and at each week's start, a strip on the days between. */
export function BandStrip({ band, date, isFirst, actions }: Props) {
  const mayPlan = useMayPlan();
  const Icon = ICONS[band.kind];
  const look = `type-narrow flex min-h-6 items-start gap-1 px-1.5 py-0.5 text-left text-xs ${LOOKS[band.kind]} ${band.from === date ? "rounded-l-sm" : "md:-ml-1.5"} ${band.to === date ? "rounded-r-sm" : "md:-mr-1.5"}`;
  if (!isFirst) return <div aria-hidden="true" className={`${look} max-md:hidden`} />;
  const words = [BAND_WORDS[band.kind], band.note].filter(Boolean).join(": ");
  return (
    <button
      type="button"
      disabled={!mayPlan}
      className={`${look} enabled:hover:underline`}
      onClick={() => actions.mark(date, band)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
      <span className="min-w-0 flex-1 break-words">{words}</span>
    </button>
  );
}
