import { scaleLinear } from "d3-scale";
import type { ChartSpot, LoadPoint, Size } from "./data-shapes.ts";
import { type DateTick, dateTicks, dayNumber } from "./days.ts";
import { drawable, side } from "./numbers.ts";
import type { Dot, Span } from "./series-path.ts";
import { thinned } from "./series-path.ts";

export type ValueTick = { y: number; label: string };
export type LoadLayout = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  upperBase: number;
  lowerTop: number;
  lowerBase: number;
  zeroY: number;
  fitness: { done: Dot[]; ahead: Dot[] };
  fatigue: { done: Dot[]; ahead: Dot[] };
  form: { done: Span[]; ahead: Span[] };
  valueTicks: ValueTick[];
  formTicks: ValueTick[];
  dateTicks: (DateTick & { x: number })[];
  todayX: number | null;
  /** One for each row of the table. */
  spots: ChartSpot[];
};
export type LoadLayoutOptions = {
  today?: string;
  monthNames?: readonly string[];
  /** Days from one point to the next: 7 where weeks are drawn. More than that between two is a gap. */
  everyDays?: number;
};

type Day = {
  x: number;
  number: number;
  fitness: number | null;
  fatigue: number | null;
  form: number | null;
  planned: boolean;
};

export function layoutLoad(
  points: readonly LoadPoint[],
  size: Size,
  options: LoadLayoutOptions = {},
): LoadLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const frame = panels(width, height);
  const known = sortedLoad(points);
  const numbers = known.map((point) => dayNumber(point.date) ?? 0);
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 1];
  // A single day stands in the middle.
  const range = last === first ? [first - 1, first + 1] : [first, last];
  const x = scaleLinear(range, [frame.left, frame.right]);
  const days = known.map((point, index) => toDay(point, numbers[index] ?? 0, x));
  const upper = upperScale(days, frame.upperBase, frame.top);
  const lower = lowerScale(days, frame.lowerBase, frame.lowerTop);
  const today = options.today ? dayNumber(options.today) : null;
  const parts = split(days, options.everyDays ?? 1);
  return {
    ...frame,
    width,
    height,
    zeroY: lower(0),
    fitness: series(parts, (day) => day.fitness, upper),
    fatigue: series(parts, (day) => day.fatigue, upper),
    form: formSeries(parts, lower),
    valueTicks: valueTicks(upper, Math.max(2, (frame.upperBase - frame.top) / 40)),
    formTicks: valueTicks(lower, 3),
    dateTicks:
      known.length === 0
        ? []
        : dateTicks(first, last, frame.right - frame.left, options.monthNames).map((tick) => ({
            ...tick,
            x: x(tick.day),
          })),
    todayX: today !== null && known.length > 0 && today >= first && today <= last ? x(today) : null,
    spots: days.map((day) => ({ x: day.x, y: day.fitness === null ? null : upper(day.fitness) })),
  };
}

/** In order and one point a day: a day given twice keeps its last. Days in between that are missing become gaps. */
export function sortedLoad(points: readonly LoadPoint[]): LoadPoint[] {
  const byDate = new Map(
    points.filter((point) => dayNumber(point.date) !== null).map((point) => [point.date, point]),
  );
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function panels(width: number, height: number) {
  const [left, right, top, bottom] = width < 120 ? [2, width - 2, 2, 2] : [30, width - 6, 26, 18];
  const room = Math.max(4, height - top - bottom);
  const upperBase = top + room * 0.64;
  return {
    left,
    right: Math.max(left + 1, right),
    top,
    upperBase,
    lowerTop: top + room * 0.72,
    lowerBase: top + room,
  };
}

function toDay(point: LoadPoint, number: number, x: (value: number) => number): Day {
  return {
    x: x(number),
    number,
    fitness: drawable(point.fitness),
    fatigue: drawable(point.fatigue),
    form: drawable(point.form),
    planned: point.planned === true,
  };
}

function upperScale(days: readonly Day[], base: number, top: number) {
  let [low, most] = [0, 1];
  for (const day of days) {
    low = Math.min(low, day.fitness ?? 0, day.fatigue ?? 0);
    most = Math.max(most, day.fitness ?? 0, day.fatigue ?? 0);
  }
  return scaleLinear([low, most * 1.04], [base, top]).nice(4);
}

function lowerScale(days: readonly Day[], base: number, top: number) {
  let far = 5;
  for (const day of days) far = Math.max(far, Math.abs(day.form ?? 0));
  return scaleLinear([-far * 1.1, far * 1.1], [base, top]);
}

function valueTicks(
  scale: { (value: number): number; ticks(count: number): number[] },
  count: number,
): ValueTick[] {
  return scale
    .ticks(Math.min(6, Math.round(count)))
    .map((value) => ({ y: scale(value), label: compact(value) }));
}

function compact(value: number): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (size >= 1e6) return `${sign}${Math.round(size / 1e5) / 10}M`;
  if (size >= 1e4) return `${sign}${Math.round(size / 100) / 10}k`;
  return `${sign}${Math.round(size * 100) / 100}`;
}

type Parts = { done: Day[]; ahead: Day[] };

/** What is planned begins at the last known day, so that the dashes leave the solid line and not thin air. */
function split(days: readonly Day[], everyDays: number): Parts {
  const done = withGaps(
    days.filter((day) => !day.planned),
    everyDays,
  );
  const ahead = withGaps(
    days.filter((day) => day.planned),
    everyDays,
  );
  const lastDone = done.at(-1);
  const firstAhead = ahead[0];
  const joined =
    lastDone && firstAhead && firstAhead.number - lastDone.number <= everyDays ? [lastDone, ...ahead] : ahead;
  return { done, ahead: joined };
}

function withGaps(days: readonly Day[], everyDays: number): Day[] {
  const all: Day[] = [];
  for (const day of days) {
    const previous = all.at(-1);
    if (previous && day.number - previous.number > everyDays) {
      all.push({ ...previous, x: (previous.x + day.x) / 2, fitness: null, fatigue: null, form: null });
    }
    all.push(day);
  }
  return all;
}

function series(parts: Parts, value: (day: Day) => number | null, scale: (value: number) => number) {
  const dots = (some: readonly Day[]) =>
    thinned(
      some.map((day) => {
        const number = value(day);
        return { x: day.x, y: number === null ? null : scale(number) };
      }),
      (dot) => dot.y,
    );
  return { done: dots(parts.done), ahead: dots(parts.ahead) };
}

function formSeries(parts: Parts, scale: (value: number) => number) {
  const zero = scale(0);
  const lines = series(parts, (day) => day.form, scale);
  const spans = (dots: readonly Dot[]): Span[] =>
    dots.map((dot) => ({ x: dot.x, low: dot.y === null ? null : zero, high: dot.y }));
  return { done: spans(lines.done), ahead: spans(lines.ahead) };
}
