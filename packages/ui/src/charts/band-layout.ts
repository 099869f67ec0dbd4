import { scaleLinear } from "d3-scale";
import type { BandPoint, ChartSpot, Size } from "./data-shapes.ts";
import { type DateTick, dateTicks, dayNumber } from "./days.ts";
import type { ValueTick } from "./load-layout.ts";
import { drawable, side } from "./numbers.ts";
import type { Dot, Span } from "./series-path.ts";

export type BandLayout = {
  width: number;
  height: number;
  left: number;
  right: number;
  base: number;
  line: Dot[];
  band: Span[];
  /** Values outside their own normal band. */
  outside: { x: number; y: number; side: "low" | "high" }[];
  last: { x: number; y: number } | null;
  valueTicks: ValueTick[];
  dateTicks: (DateTick & { x: number })[];
  spots: ChartSpot[];
};

export type BandLayoutOptions = {
  monthNames?: readonly string[];
  /** How a value is written on the axis, such as a pace. */
  formatValue?: (value: number) => string;
  /** Lower stands higher: for paces and times, where less is better. */
  inverted?: boolean;
};

export function layoutBand(
  points: readonly BandPoint[],
  size: Size,
  options: BandLayoutOptions = {},
): BandLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const [left, right] = width < 120 ? [3, width - 3] : [38, width - 8];
  const [top, base] = height < 60 ? [4, height - 4] : [8, height - 20];
  const days = sortedBand(points);
  const numbers = days.map((day) => dayNumber(day.date) ?? 0);
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 1];
  const x = scaleLinear([first, last === first ? first + 1 : last], [left, right]);
  const y = scaleLinear(valueRange(days), options.inverted ? [top, base] : [base, top]);
  const at = (value: number | null) => (value === null ? null : y(value));
  const line = days.map((day, index) => ({ x: x(numbers[index] ?? 0), y: at(day.value) }));
  return {
    width,
    height,
    left,
    right,
    base,
    line,
    band: days.map((day, index) => ({ x: x(numbers[index] ?? 0), low: at(day.low), high: at(day.high) })),
    outside: outsideDots(days, line),
    last: line.findLast((dot): dot is { x: number; y: number } => dot.y !== null) ?? null,
    valueTicks: tickValues(y, base - top, options.formatValue),
    dateTicks:
      days.length === 0
        ? []
        : dateTicks(first, last, right - left, options.monthNames).map((tick) => ({
            ...tick,
            x: x(tick.day),
          })),
    spots: line,
  };
}

export function sortedBand(points: readonly BandPoint[]): BandPoint[] {
  const byDate = new Map(
    points
      .filter((point) => dayNumber(point.date) !== null)
      .map((point) => [
        point.date,
        {
          date: point.date,
          value: drawable(point.value),
          low: drawable(point.low),
          high: drawable(point.high),
        },
      ]),
  );
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function valueRange(days: readonly BandPoint[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    for (const value of [day.value, day.low, day.high]) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return [0, 1];
  const room = high > low ? (high - low) * 0.1 : Math.max(1, Math.abs(low) * 0.05);
  return [low - room, high + room];
}

function outsideDots(days: readonly BandPoint[], line: readonly Dot[]): BandLayout["outside"] {
  return days.flatMap((day, index): BandLayout["outside"] => {
    const dot = line[index];
    if (!dot || dot.y === null || day.value === null) return [];
    if (day.low !== null && day.value < day.low) return [{ x: dot.x, y: dot.y, side: "low" }];
    if (day.high !== null && day.value > day.high) return [{ x: dot.x, y: dot.y, side: "high" }];
    return [];
  });
}

function tickValues(
  scale: {
    (value: number): number;
    ticks(count: number): number[];
    tickFormat(count: number): (value: number) => string;
  },
  room: number,
  formatValue?: (value: number) => string,
): ValueTick[] {
  const count = Math.max(2, Math.min(5, Math.round(room / 34)));
  const format = formatValue ?? scale.tickFormat(count);
  return scale.ticks(count).map((value) => ({ y: scale(value), label: format(value) }));
}
