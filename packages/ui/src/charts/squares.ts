import type { ChartSpot, ChartTable, DaySquare, Size } from "./data-shapes.ts";
import { dayLabel } from "./days.ts";
import { side } from "./numbers.ts";
import { STATE_MARKS, STATE_WORDS } from "./state-marks.ts";
import { el, escapeXml, type Painter, painter, px, type SvgOptions, svgDocument } from "./svg.ts";

export type SquaresLayout = {
  width: number;
  height: number;
  squares: { day: DaySquare; x: number; y: number; edge: number }[];
  spots: ChartSpot[];
};

export function layoutSquares(days: readonly DaySquare[], size: Size): SquaresLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const step = width / Math.max(1, days.length);
  const edge = Math.max(0.5, Math.min(height, step - Math.min(2.5, step * 0.15)));
  const squares = days.map((day, index) => ({
    day,
    x: index * step + (step - edge) / 2,
    y: (height - edge) / 2,
    edge,
  }));
  return { width, height, squares, spots: squares.map((one) => ({ x: one.x + edge / 2, y: height / 2 })) };
}

const REST_WORDS = { rest: "Rest", unknown: "Not known" };

function word(day: DaySquare): string {
  return (
    day.title ??
    (day.state === "rest" || day.state === "unknown" ? REST_WORDS[day.state] : STATE_WORDS[day.state])
  );
}

/** The last days side by side, one square each: colour and sign say how the day went. */
export function squaresSvg(days: readonly DaySquare[], options: Size & SvgOptions): string {
  const layout = layoutSquares(days, options);
  const colour = painter(options);
  const body = layout.squares.map((square) => squareSvg(square, colour)).join("");
  return svgDocument({
    ...layout,
    title: options.title ?? `Last ${days.length} days`,
    desc: options.desc ?? squaresSentence(days),
    body,
    options,
  });
}

function squareSvg({ day, x, y, edge }: SquaresLayout["squares"][number], colour: Painter): string {
  const title = el("title", {}, escapeXml(`${dayLabel(day.date)}: ${word(day)}`));
  if (day.state === "rest") {
    return el(
      "g",
      {},
      title +
        el("rect", {
          x: x + edge * 0.36,
          y: y + edge * 0.36,
          width: edge * 0.28,
          height: edge * 0.28,
          rx: edge * 0.14,
          fill: colour("line-strong"),
        }),
    );
  }
  if (day.state === "unknown") {
    return el(
      "g",
      {},
      title +
        el("rect", {
          x: x + 0.5,
          y: y + 0.5,
          width: Math.max(0.2, edge - 1),
          height: Math.max(0.2, edge - 1),
          rx: edge * 0.16,
          fill: "none",
          stroke: colour("line"),
          "stroke-dasharray": "2 2",
        }),
    );
  }
  const mark = colour(`state-${day.state}`);
  const sign = STATE_MARKS[day.state];
  const solid =
    day.state === "done" ||
    day.state === "missed" ||
    day.state === "unplanned" ||
    day.state === "far-off" ||
    day.state === "off";
  const ink = solid ? colour("surface") : mark;
  const scale = (edge / 12) * 0.78;
  const ground = el("rect", {
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(0.2, edge - 1),
    height: Math.max(0.2, edge - 1),
    rx: edge * 0.16,
    fill: solid ? mark : colour(`state-${day.state}-soft`),
    stroke: mark,
    "stroke-width": 1,
  });
  const signs =
    (sign.filled ? el("path", { d: sign.filled, fill: ink }) : "") +
    el("path", {
      d: sign.d,
      fill: "none",
      stroke: ink,
      "stroke-width": 1.7,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    });
  const place = `translate(${px(x + edge / 2 - 6 * scale)} ${px(y + edge / 2 - 6 * scale)}) scale(${Math.round(scale * 1000) / 1000})`;
  return el("g", {}, title + ground + el("g", { transform: place }, signs));
}

export type SquaresSummary = { dayCount: number; counts: Partial<Record<DaySquare["state"], number>> };

export function describeSquares(days: readonly DaySquare[]): SquaresSummary {
  const counts: SquaresSummary["counts"] = {};
  for (const day of days) counts[day.state] = (counts[day.state] ?? 0) + 1;
  return { dayCount: days.length, counts };
}

export function squaresSentence(days: readonly DaySquare[]): string {
  if (days.length === 0) return "No days.";
  const { counts } = describeSquares(days);
  const words = Object.entries(counts).map(([state, count]) => {
    const plain: Record<string, string> = { ...STATE_WORDS, ...REST_WORDS };
    return `${count} ${(plain[state] ?? state).toLowerCase()}`;
  });
  return `${words.join(", ")}.`;
}

export function squaresTable(days: readonly DaySquare[]): ChartTable {
  return {
    columns: [{ label: "Day" }, { label: "State" }],
    rows: days.map((day) => [dayLabel(day.date, undefined, true), word(day)]),
  };
}
