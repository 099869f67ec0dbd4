import { bisector } from "d3-array";
import { area, line } from "d3-shape";

export type Dot = { x: number; y: number | null };

/** A line that breaks where nothing is known; a lone point becomes a dot under round caps. */
export function linePath(dots: readonly Dot[]): string {
  const draw = line<Dot>()
    .defined((dot) => dot.y !== null)
    .x((dot) => dot.x)
    .y((dot) => dot.y ?? 0)
    .digits(1);
  return draw(dots as Dot[]) ?? "";
}

export type Span = { x: number; low: number | null; high: number | null };

export function areaPath(spans: readonly Span[]): string {
  const draw = area<Span>()
    .defined((span) => span.low !== null && span.high !== null)
    .x((span) => span.x)
    .y0((span) => span.low ?? 0)
    .y1((span) => span.high ?? 0)
    .digits(1);
  return draw(spans as Span[]) ?? "";
}

/**
 * Ten years of days in a picture of 800 pixels: of each pixel column the lowest and highest point are
 * kept, and every break, so that the drawn line is the same to the eye.
 */
export function thinned<T extends { x: number }>(items: readonly T[], y: (item: T) => number | null): T[] {
  const width = (items.at(-1)?.x ?? 0) - (items[0]?.x ?? 0);
  if (items.length <= width * 2 || items.length < 400) return [...items];
  const kept: T[] = [];
  let column: T[] = [];
  const flush = () => {
    kept.push(...extremes(column, y));
    column = [];
  };
  for (const item of items) {
    const previous = column.at(-1);
    const broken = previous && (y(previous) === null) !== (y(item) === null);
    if (previous && (Math.floor(previous.x) !== Math.floor(item.x) || broken)) flush();
    column.push(item);
  }
  flush();
  return kept;
}

function extremes<T>(column: readonly T[], y: (item: T) => number | null): T[] {
  if (column.length <= 2) return [...column];
  const value = (item: T | undefined) => (item ? (y(item) ?? 0) : 0);
  let [low, high] = [0, 0];
  column.forEach((item, index) => {
    if (value(item) < value(column[low])) low = index;
    if (value(item) > value(column[high])) high = index;
  });
  const indices = [...new Set([low, high])].sort((a, b) => a - b);
  return indices.flatMap((index) => column[index] ?? []);
}

const byX = bisector<{ x: number }, number>((spot) => spot.x);

/** The spot nearest to a pixel, for pointers; −1 when there is none. */
export function nearestSpot(spots: readonly { x: number }[], x: number): number {
  if (spots.length === 0) return -1;
  return byX.center(spots as { x: number }[], x);
}
