import { scaleLinear } from "d3-scale";
import type { ChartSpot, Size, TracePoint } from "./data-shapes.ts";
import { clamp, drawable, side } from "./numbers.ts";
import type { Dot, Span } from "./series-path.ts";
import type { SpeedWords } from "./trace-summary.ts";

export type TraceMeasure = "speedMps" | "hrBpm";
export type TracePanel = {
  measure: TraceMeasure;
  top: number;
  base: number;
  dots: Dot[];
  ticks: { y: number; value: number }[];
};
export type TraceLayout = {
  width: number;
  height: number;
  left: number;
  right: number;
  base: number;
  /** One below the other: speed, heart rate; a measure that was not recorded has none. */
  panels: TracePanel[];
  altitude: Span[];
  timeTicks: { x: number; minutes: number }[];
  /** One for each row of the table. */
  spots: ChartSpot[];
};

const MEASURES: readonly TraceMeasure[] = ["speedMps", "hrBpm"];
/** Stops and jumps of the position do not stretch the scale. */
const LOW_SHARE = 0.03;
const HIGH_SHARE = 0.99;
/** Least height of a scale, so that an even run stays a level line. */
const LEAST_RANGE: Record<TraceMeasure, number> = { speedMps: 1, hrBpm: 30 };
const GAP = 14;

/** Speed and heart rate of a session over its time, one panel each, the altitude as ground behind the first. */
export function layoutTrace(points: readonly TracePoint[], size: Size & { speed?: SpeedWords }): TraceLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const [left, right, top, base] = [44, Math.max(45, width - 6), 20, Math.max(24, height - 18)];
  const lastS = Math.max(1, ...points.map(({ atS }) => drawable(atS) ?? 0));
  const x = scaleLinear([0, lastS], [left, right]);
  const xOf = ({ atS }: TracePoint) => x(clamp(drawable(atS) ?? 0, 0, lastS));
  const shown = MEASURES.filter((measure) => points.some((point) => drawable(point[measure]) !== null));
  const room = (base - top - GAP * Math.max(0, shown.length - 1)) / Math.max(1, shown.length);
  const panels = shown.map((measure, index) => {
    const from = top + index * (room + GAP);
    return panelOf(points, {
      measure,
      top: from,
      base: from + room,
      xOf,
      ticks: measure === "speedMps" ? size.speed?.ticks : undefined,
    });
  });
  const [first] = panels;
  return {
    width,
    height,
    left,
    right,
    base,
    panels,
    altitude: first ? groundOf(points, { top: first.top, base: first.base, xOf }) : [],
    timeTicks: ticksOf(lastS / 60, right - left).map((minutes) => ({ x: x(minutes * 60), minutes })),
    spots: points.map((point, index) => ({ x: xOf(point), y: first?.dots[index]?.y ?? null })),
  };
}

type Place = { top: number; base: number; xOf: (point: TracePoint) => number };

type PanelPlace = Place & { measure: TraceMeasure; ticks: SpeedWords["ticks"] };

function panelOf(points: readonly TracePoint[], of: PanelPlace): TracePanel {
  const { measure, top, base, xOf } = of;
  const known = valuesOf(points, measure);
  const [low, high] = [at(known, LOW_SHARE), at(known, HIGH_SHARE)];
  const spare = Math.max(0, LEAST_RANGE[measure] - (high - low)) / 2;
  const margin = (high - low) * 0.06;
  const scale = scaleLinear([Math.max(0, low - spare - margin), high + spare + margin], [base, top]);
  const dots = points.map((point) => {
    const value = drawable(point[measure]);
    return { x: xOf(point), y: value === null ? null : clamp(scale(value), top, base) };
  });
  const [slow = 0, fast = 0] = scale.domain();
  const values = of.ticks?.(slow, fast) ?? scale.ticks(base - top < 60 ? 2 : 3);
  const ticks = values.map((value) => ({ y: scale(value), value }));
  return { measure, top, base, dots, ticks };
}

/** The lowest point of the ground is the panel's base; flat ground stays low. */
function groundOf(points: readonly TracePoint[], { top, base, xOf }: Place): Span[] {
  const known = valuesOf(points, "altitudeM");
  if (known.length === 0) return [];
  const [low, high] = [known[0] ?? 0, known.at(-1) ?? 0];
  const scale = scaleLinear([low, Math.max(high, low + 60)], [base, top + (base - top) * 0.45]);
  return points.map((point) => {
    const value = drawable(point.altitudeM);
    return { x: xOf(point), low: value === null ? null : base, high: value === null ? null : scale(value) };
  });
}

function valuesOf(points: readonly TracePoint[], measure: TraceMeasure | "altitudeM"): number[] {
  return points.flatMap((point) => drawable(point[measure]) ?? []).sort((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0;
}

function ticksOf(minutes: number, width: number): number[] {
  const most = Math.max(1, Math.floor(width / 60));
  const step = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480].find((each) => minutes / each <= most) ?? minutes;
  return Array.from({ length: Math.min(most, Math.floor(minutes / step)) + 1 }, (_, index) => index * step);
}
