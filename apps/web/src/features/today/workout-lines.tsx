"use client";

import { formatDistance, formatDuration, formatPaceRange, type UnitSystem } from "@repo/core/units";
import { useUnits } from "#components/units.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { ConditionsFields, useConditions } from "./conditions.tsx";

type Line = RouterOutputs["today"]["get"]["workouts"][number]["lines"][number];

const KINDS: Record<Line["kind"], string> = {
  warmup: "Warm-up",
  work: "",
  recovery: "Recovery",
  rest: "Rest",
  steady: "",
  cooldown: "Cool-down",
};

type Props = { lines: Line[]; durationS: number | null; isPast: boolean };

const LAP_M = 400;

/** What to do, line by line, in this athlete's own ranges, which the day's conditions may widen. */
export function WorkoutLines({ lines, durationS, isPast }: Props) {
  const units = useUnits();
  const { widen, ...day } = useConditions(durationS);
  const hasPaces = !isPast && lines.some(({ fastSPerKm }) => fastSPerKm !== null);
  return (
    <>
      <ul className="divide-y divide-line">
        {lines.map(widen).map((line, index) => (
          <li key={`${index}-${line.kind}`} className="flex items-baseline justify-between gap-4 py-2.5">
            <div className="min-w-0">
              <p className={line.kind === "work" ? "type-lead" : ""}>{titleOf(line, units)}</p>
              {rangeOf(line, units) ? <p className="text-sm text-ink-soft">{rangeOf(line, units)}</p> : null}
              {line.note ? <p className="text-sm text-ink-soft">{line.note}</p> : null}
            </div>
            <p className="type-figure shrink-0">{sideOf(line)}</p>
          </li>
        ))}
      </ul>
      {hasPaces ? <ConditionsFields {...day} /> : null}
    </>
  );
}

function titleOf(line: Line, units: UnitSystem): string {
  const amount = amountOf(line, units);
  const word = KINDS[line.kind];
  if (line.isBetween) return `${amount} ${word.toLowerCase()} between`;
  if (line.times > 1) return `${line.times} × ${amount}${word ? ` ${word.toLowerCase()}` : ""}`;
  return word ? `${word}, ${amount}` : amount;
}

function amountOf(line: Line, units: UnitSystem): string {
  if (line.distanceM !== null) return formatDistance(line.distanceM, units);
  if (line.durationS !== null) return timeWords(line.durationS);
  return "until you press lap";
}

/** Time as a coach says it: 90 s, 20 min, 2:30. */
function timeWords(durationS: number): string {
  if (durationS < 120 && durationS % 60 !== 0) return `${Math.round(durationS)} s`;
  return durationS % 60 === 0 ? `${durationS / 60} min` : formatDuration(durationS);
}

function rangeOf(line: Line, units: UnitSystem): string | null {
  const { fastSPerKm, slowSPerKm } = line;
  if (fastSPerKm === null || slowSPerKm === null) return heartOf(line);
  const pace = formatPaceRange(fastSPerKm, slowSPerKm, units);
  const isTrack = line.kind === "work" && (line.distanceM ?? 0) >= 200 && (line.distanceM ?? 0) <= 2_000;
  if (!isTrack) return pace;
  const [fast, slow] = [fastSPerKm, slowSPerKm].map((each) => formatDuration((each * LAP_M) / 1_000));
  return `${pace}, that is ${fast === slow ? fast : `${fast}–${slow}`} a lap`;
}

function heartOf({ hrLowBpm, hrHighBpm }: Line): string | null {
  return hrLowBpm && hrHighBpm ? `${Math.round(hrLowBpm)}–${Math.round(hrHighBpm)} bpm` : null;
}

function sideOf({ rpeLow, rpeHigh, isBetween }: Line): string {
  if (isBetween || rpeLow === null || rpeHigh === null || rpeHigh === 0) return "";
  return rpeLow === rpeHigh ? `RPE ${rpeLow}` : `RPE ${rpeLow}–${rpeHigh}`;
}
