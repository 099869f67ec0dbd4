import type { ChartTable, TracePoint } from "./data-shapes.ts";
import { drawable, figure, rounded } from "./numbers.ts";

/** How a speed is written, and what its column is called: pace for whoever is on foot. */
export type SpeedWords = {
  label: string;
  say: (speedMps: number) => string;
  /** Round speeds within a range, for the scale; the scale chooses where nothing is said. */
  ticks?: (slowMps: number, fastMps: number) => number[];
};

export function traceSentence(points: readonly TracePoint[], speed: SpeedWords): string {
  if (points.length === 0) return "Nothing recorded.";
  const minutes = (drawable(points.at(-1)?.atS) ?? 0) / 60;
  const [slow, fast] = rangeOf(points.map(({ speedMps }) => speedMps));
  const [low, high] = rangeOf(points.map(({ hrBpm }) => hrBpm));
  return [
    `${figure(minutes)} min.`,
    slow === null || fast === null ? "" : `${speed.label} from ${speed.say(slow)} to ${speed.say(fast)}.`,
    low === null || high === null ? "" : `Heart rate from ${figure(low)} to ${figure(high)} bpm.`,
  ]
    .filter(Boolean)
    .join(" ");
}

export function traceTable(points: readonly TracePoint[], speed: SpeedWords): ChartTable {
  return {
    columns: [
      { label: "Time", unit: "min" },
      { label: speed.label },
      { label: "Heart rate", unit: "bpm" },
      { label: "Altitude", unit: "m" },
    ],
    rows: points.map(({ atS, speedMps, hrBpm, altitudeM }) => [
      rounded(atS / 60, 1),
      drawable(speedMps) === null ? null : speed.say(speedMps as number),
      rounded(hrBpm, 0),
      rounded(altitudeM, 0),
    ]),
  };
}

function rangeOf(values: readonly (number | null)[]): [number, number] | [null, null] {
  const known = values.flatMap((value) => drawable(value) ?? []);
  return known.length === 0 ? [null, null] : [Math.min(...known), Math.max(...known)];
}
