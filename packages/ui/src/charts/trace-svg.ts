import type { Size, TracePoint } from "./data-shapes.ts";
import type { ColourName } from "./palette.ts";
import { areaPath, linePath } from "./series-path.ts";
import { el, type Painter, painter, type SvgOptions, svgDocument, textEl } from "./svg.ts";
import { layoutTrace, type TraceLayout, type TraceMeasure, type TracePanel } from "./trace-layout.ts";
import { type SpeedWords, traceSentence } from "./trace-summary.ts";

export type TraceOptions = Size & SvgOptions & { speed: SpeedWords };

const COLOURS: Record<TraceMeasure, ColourName> = { speedMps: "fitness", hrBpm: "fatigue" };

/** Pace blue, heart rate pink below it, the ground behind the pace; names in their line's own colour. */
export function traceSvg(points: readonly TracePoint[], options: TraceOptions): string {
  const layout = layoutTrace(points, options);
  const colour = painter(options);
  const body = [
    groundSvg(layout, colour),
    ...layout.panels.map((panel) => panelSvg(panel, layout, options.speed, colour)),
    timeSvg(layout, colour),
  ].join("");
  return svgDocument({
    width: layout.width,
    height: layout.height,
    title: options.title ?? `${options.speed.label} and heart rate`,
    desc: options.desc ?? traceSentence(points, options.speed),
    body,
    options,
  });
}

function groundSvg({ altitude }: TraceLayout, colour: Painter): string {
  const d = areaPath(altitude);
  return d ? el("path", { d, fill: colour("sunken") }) : "";
}

function panelSvg(panel: TracePanel, layout: TraceLayout, speed: SpeedWords, colour: Painter): string {
  const { measure, dots, ticks, top } = panel;
  const isSpeed = measure === "speedMps";
  const width = layout.right - layout.left;
  const grid = ticks.map(
    ({ y, value }) =>
      el("rect", { x: layout.left, y: y - 0.5, width, height: 1, fill: colour("line") }) +
      textEl(isSpeed ? speed.say(value).replace(/[/ ].*$/, "") : String(value), {
        x: layout.left - 6,
        y: y + 3.5,
        fill: colour("ink-faint"),
        size: 10,
        anchor: "end",
      }),
  );
  const d = linePath(dots);
  return [
    ...grid,
    d
      ? el("path", {
          d,
          fill: "none",
          stroke: colour(COLOURS[measure]),
          "stroke-width": 1.6,
          "stroke-linejoin": "round",
          "stroke-linecap": "round",
        })
      : "",
    textEl(isSpeed ? speed.label : "Heart rate", {
      x: layout.left,
      y: top - 6,
      fill: colour(COLOURS[measure]),
      weight: 620,
    }),
  ].join("");
}

function timeSvg({ base, right, panels, timeTicks }: TraceLayout, colour: Painter): string {
  if (panels.length === 0) return "";
  return timeTicks
    .map(({ x, minutes }, index) =>
      textEl(index === timeTicks.length - 1 ? `${minutes} min` : String(minutes), {
        x: Math.min(x, right),
        y: base + 14,
        fill: colour("ink-faint"),
        size: 10,
        anchor: index === 0 ? "start" : x > right - 20 ? "end" : "middle",
      }),
    )
    .join("");
}
