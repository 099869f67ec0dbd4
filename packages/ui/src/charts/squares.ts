import type { CardState, ChartSpot, ChartTable, DaySquare, Size } from "./data-shapes.ts";
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

type Square = SquaresLayout["squares"][number];

const SOLID_STATES: readonly DaySquare["state"][] = ["done", "off", "far-off", "missed", "unplanned"];

function squareSvg(square: Square, colour: Painter): string {
  const { day } = square;
  const title = el("title", {}, escapeXml(`${dayLabel(day.date)}: ${word(day)}`));
  if (day.state === "rest") return el("g", {}, title + restDot(square, colour));
  if (day.state === "unknown") {
    const dashed = { ...box(square), fill: "none", stroke: colour("line"), "stroke-dasharray": "2 2" };
    return el("g", {}, title + el("rect", dashed));
  }
  return el("g", {}, title + stateSquare(square, day.state, colour));
}

function box({ x, y, edge }: Square) {
  const side = Math.max(0.2, edge - 1);
  return { x: x + 0.5, y: y + 0.5, width: side, height: side, rx: edge * 0.16 };
}

function restDot({ x, y, edge }: Square, colour: Painter): string {
  return el("circle", { cx: x + edge / 2, cy: y + edge / 2, r: edge * 0.14, fill: colour("line-strong") });
}

function stateSquare(square: Square, state: CardState, colour: Painter): string {
  const { x, y, edge } = square;
  const mark = colour(`state-${state}`);
  const solid = SOLID_STATES.includes(state);
  const ink = solid ? colour("surface") : mark;
  const sign = STATE_MARKS[state];
  const line = {
    fill: "none",
    stroke: ink,
    "stroke-width": 1.7,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  const signs =
    (sign.filled ? el("path", { d: sign.filled, fill: ink }) : "") + el("path", { d: sign.d, ...line });
  const scale = (edge / 12) * 0.78;
  const place = `translate(${px(x + edge / 2 - 6 * scale)} ${px(y + edge / 2 - 6 * scale)}) scale(${Math.round(scale * 1000) / 1000})`;
  const fill = solid ? mark : colour(`state-${state}-soft`);
  return (
    el("rect", { ...box(square), fill, stroke: mark, "stroke-width": 1 }) +
    el("g", { transform: place }, signs)
  );
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
