import { scaleLinear } from "d3-scale";
import type { ChartSpot, ChartTable, Size, SparkPoint } from "./data-shapes.ts";
import { drawable, figure, rounded, side } from "./numbers.ts";
import type { ColourName } from "./palette.ts";
import { type Dot, linePath } from "./series-path.ts";
import { el, painter, type SvgOptions, svgDocument } from "./svg.ts";

export type SparkLayout = {
  width: number;
  height: number;
  dots: Dot[];
  last: { x: number; y: number } | null;
  spots: ChartSpot[];
};

export function layoutSpark(values: readonly SparkPoint[], size: Size): SparkLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const safe = values.map(drawable);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of safe) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const flat = !(high > low);
  const y = scaleLinear(flat ? [0, 1] : [low, high], [height - 3, 3]);
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [3, width - 3.5]);
  const dots = safe.map((value, index) => ({
    x: x(index),
    y: value === null ? null : flat ? height / 2 : y(value),
  }));
  const last = dots.findLast((dot): dot is { x: number; y: number } => dot.y !== null) ?? null;
  return { width, height, dots, last, spots: dots };
}

export type SparkOptions = Size & SvgOptions & { colour?: ColourName; unit?: string };

/** A value's course in a row of text; it breaks where nothing is known. */
export function sparkSvg(values: readonly SparkPoint[], options: SparkOptions): string {
  const layout = layoutSpark(values, options);
  const colour = painter(options);
  const stroke = colour(options.colour ?? "fitness");
  const d = linePath(layout.dots);
  const body = [
    d
      ? el("path", {
          d,
          fill: "none",
          stroke,
          "stroke-width": 1.5,
          "stroke-linecap": "round",
          "stroke-linejoin": "round",
        })
      : "",
    layout.last ? el("circle", { cx: layout.last.x, cy: layout.last.y, r: 2.2, fill: stroke }) : "",
    layout.last
      ? ""
      : el("path", {
          d: `M3 ${layout.height / 2}H${layout.width - 3}`,
          stroke: colour("line-strong"),
          "stroke-dasharray": "1 4",
        }),
  ].join("");
  const desc = options.desc ?? sparkSentence(describeSpark(values), options.unit);
  return svgDocument({ ...layout, title: options.title ?? "Trend", desc, body, options });
}

export type SparkSummary = {
  count: number;
  knownCount: number;
  first: number | null;
  last: number | null;
  low: number | null;
  high: number | null;
};

export function describeSpark(values: readonly SparkPoint[]): SparkSummary {
  const known = values.map(drawable).filter((value) => value !== null);
  return {
    count: values.length,
    knownCount: known.length,
    first: known[0] ?? null,
    last: known.at(-1) ?? null,
    low: known.reduce<number | null>((low, value) => (low === null ? value : Math.min(low, value)), null),
    high: known.reduce<number | null>((high, value) => (high === null ? value : Math.max(high, value)), null),
  };
}

export function sparkSentence(summary: SparkSummary, unit = ""): string {
  if (summary.knownCount === 0) return "Not known yet.";
  const value = (number: number | null) =>
    `${figure(number, number !== null && Math.abs(number) < 10 ? 1 : 0)}${unit && ` ${unit}`}`;
  return `From ${value(summary.first)} to ${value(summary.last)}; lowest ${value(summary.low)}, highest ${value(summary.high)}, ${summary.knownCount} of ${summary.count} known.`;
}

export function sparkTable(values: readonly SparkPoint[], label = "Value"): ChartTable {
  return {
    columns: [{ label: "Number" }, { label }],
    rows: values.map((value, index) => [index + 1, rounded(value)]),
  };
}
