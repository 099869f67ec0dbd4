import type { LoadPoint, Size } from "./data-shapes.ts";
import { type LoadLayout, type LoadLayoutOptions, layoutLoad } from "./load-layout.ts";
import { describeLoad, loadSentence } from "./load-summary.ts";
import type { ColourName } from "./palette.ts";
import { areaPath, linePath, type Span } from "./series-path.ts";
import { el, type Painter, painter, type SvgOptions, svgDocument, textEl, textWidth } from "./svg.ts";

export type LoadOptions = Size &
  SvgOptions &
  LoadLayoutOptions & {
    names?: { fitness: string; fatigue: string; form: string; ahead: string; empty: string };
  };

const LEGEND_Y = 12;
const NAMES = {
  fitness: "Fitness",
  fatigue: "Fatigue",
  form: "Form",
  ahead: "if the plan is done",
  empty: "No days yet",
};

/** Fitness blue, fatigue pink and dashed, form an amber area around its zero; what is only planned is dashed and pale. */
export function loadSvg(points: readonly LoadPoint[], options: LoadOptions): string {
  const layout = layoutLoad(points, options, options);
  const colour = painter(options);
  const roomy = layout.width >= 120;
  const dense = layout.spots.length > (layout.right - layout.left) * 1.5; // no dash can be seen then
  const known = layout.spots.some((spot) => spot.y !== null);
  const body = [
    roomy && known ? gridSvg(layout, colour) : "",
    formSvg(layout, colour),
    todaySvg(layout, colour),
    lineSvg(
      layout.fatigue,
      dense
        ? { stroke: colour("fatigue"), width: 0.8 }
        : { stroke: colour("fatigue"), width: 1.6, dash: "5 3" },
    ),
    lineSvg(layout.fitness, { stroke: colour("fitness"), width: dense ? 1.8 : 2.2 }),
    roomy && known ? legendSvg(layout, options, colour) : "",
    roomy && !known ? emptySvg(layout, options, colour) : "",
  ].join("");
  return svgDocument({
    width: layout.width,
    height: layout.height,
    title: options.title ?? "Fitness, fatigue and form",
    desc: options.desc ?? loadSentence(describeLoad(points, options.today)),
    body,
    options,
  });
}

function gridSvg(layout: LoadLayout, colour: Painter): string {
  const rule = (y: number, name: ColourName) =>
    el("rect", {
      x: layout.left,
      y: y - 0.5,
      width: layout.right - layout.left,
      height: 1,
      fill: colour(name),
    });
  const label = (text: string, y: number) =>
    textEl(text, { x: layout.left - 6, y: y + 3.5, fill: colour("ink-faint"), size: 10, anchor: "end" });
  const dates = layout.dateTicks.map((tick) => dateTickSvg(tick, layout, colour));
  return [
    ...layout.valueTicks.map((tick) => rule(tick.y, "line") + label(tick.label, tick.y)),
    rule(layout.zeroY, "line-strong"),
    ...layout.formTicks.map((tick) => label(tick.label, tick.y)),
    ...dates,
  ].join("");
}

function dateTickSvg(tick: LoadLayout["dateTicks"][number], layout: LoadLayout, colour: Painter): string {
  const half = textWidth(tick.label, 10) / 2;
  const anchor = tick.x + half > layout.width ? "end" : "middle";
  return (
    el("rect", { x: tick.x - 0.5, y: layout.lowerBase, width: 1, height: 4, fill: colour("line-strong") }) +
    textEl(tick.label, {
      x: anchor === "end" ? layout.width : tick.x,
      y: layout.lowerBase + 15,
      fill: colour(tick.strong ? "ink" : "ink-faint"),
      size: 10,
      weight: tick.strong ? 650 : 500,
      anchor,
    })
  );
}

function formSvg(layout: LoadLayout, colour: Painter): string {
  const shape = (spans: readonly Span[], opacity: number) => {
    const d = areaPath(spans);
    return d ? el("path", { d, fill: colour("form"), "fill-opacity": opacity }) : "";
  };
  const outline = (spans: readonly Span[], dash: string | null) => {
    const d = linePath(spans.map((span) => ({ x: span.x, y: span.high })));
    return d
      ? el("path", {
          d,
          fill: "none",
          stroke: colour("form"),
          "stroke-width": 1.4,
          "stroke-linecap": "round",
          "stroke-dasharray": dash,
        })
      : "";
  };
  const { done, ahead } = layout.form;
  return shape(done, 0.5) + shape(ahead, 0.2) + outline(done, null) + outline(ahead, "2 4");
}

function lineSvg(
  series: LoadLayout["fitness"],
  look: { stroke: string; width: number; dash?: string },
): string {
  const stroke = (d: string, dash: string | null, opacity: number | null) =>
    d
      ? el("path", {
          d,
          fill: "none",
          stroke: look.stroke,
          "stroke-width": look.width,
          "stroke-linecap": "round",
          "stroke-linejoin": "round",
          "stroke-dasharray": dash,
          "stroke-opacity": opacity,
        })
      : "";
  return (
    stroke(linePath(series.done), look.dash ?? null, null) +
    stroke(linePath(series.ahead), "1.5 4.5", 0.85) +
    lonely(series.done)
      .map((dot) => el("circle", { cx: dot.x, cy: dot.y, r: LONE_RADIUS, fill: look.stroke }))
      .join("")
  );
}

/** A day known between days that are not, or the first of all: no line leads to it or away. */
const LONE_RADIUS = 3;

function lonely(dots: LoadLayout["fitness"]["done"]) {
  const isKnown = (at: number) => (dots[at]?.y ?? null) !== null;
  return dots.filter((_, at) => isKnown(at) && !isKnown(at - 1) && !isKnown(at + 1));
}

function todaySvg(layout: LoadLayout, colour: Painter): string {
  if (layout.todayX === null) return "";
  return el("rect", {
    x: layout.todayX - 0.75,
    y: layout.top,
    width: 1.5,
    height: layout.lowerBase - layout.top,
    fill: colour("track"),
  });
}

function emptySvg(layout: LoadLayout, options: LoadOptions, colour: Painter): string {
  const text = options.names?.empty ?? NAMES.empty;
  const middle = (layout.left + layout.right) / 2;
  return (
    el("rect", {
      x: layout.left,
      y: layout.zeroY - 0.5,
      width: layout.right - layout.left,
      height: 1,
      fill: colour("line-strong"),
    }) +
    textEl(text, {
      x: middle,
      y: (layout.top + layout.upperBase) / 2,
      fill: colour("ink-soft"),
      size: 12,
      anchor: "middle",
    })
  );
}

/** Names stand at the top left, each in its line's own colour and dash: no dots to memorise. */
function legendSvg(layout: LoadLayout, options: LoadOptions, colour: Painter): string {
  const names = options.names ?? NAMES;
  const entry = (
    x: number,
    y: number,
    text: string,
    line: ColourName,
    textColour: ColourName,
    dash: string | null,
  ) =>
    el("path", {
      d: `M${x} ${y - 3.5}h14`,
      stroke: colour(line),
      "stroke-width": 2,
      "stroke-dasharray": dash,
    }) + textEl(text, { x: x + 19, y, fill: colour(textColour), weight: 620 });
  const x2 = layout.left + 4 + 19 + textWidth(names.fitness) + 14;
  const ahead = layout.fitness.ahead.length > 0 && layout.todayX !== null;
  const aheadX = (layout.todayX ?? 0) + 6;
  const fits =
    aheadX + textWidth(names.ahead, 10) < layout.right && aheadX > x2 + 30 + textWidth(names.fatigue);
  return [
    entry(layout.left + 4, LEGEND_Y, names.fitness, "fitness", "fitness", null),
    entry(x2, LEGEND_Y, names.fatigue, "fatigue", "fatigue", "4 2.5"),
    textEl(names.form, {
      x: layout.left + 4,
      y: layout.lowerTop + 5,
      fill: colour("form-text"),
      weight: 620,
    }),
    ahead && fits ? textEl(names.ahead, { x: aheadX, y: LEGEND_Y, fill: colour("ink-faint"), size: 10 }) : "",
  ].join("");
}
