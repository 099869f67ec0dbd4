import { type BandLayout, type BandLayoutOptions, layoutBand } from "./band-layout.ts";
import { bandSentence, describeBand } from "./band-summary.ts";
import type { BandPoint, Size } from "./data-shapes.ts";
import type { ColourName } from "./palette.ts";
import { areaPath, linePath } from "./series-path.ts";
import { el, type Painter, painter, type SvgOptions, svgDocument, textEl, textWidth } from "./svg.ts";

export type BandOptions = Size &
  SvgOptions &
  BandLayoutOptions & { colour?: ColourName; unit?: string; emptyWord?: string };

/** A value beside what is normal for this person; days outside the band carry a ring. */
export function bandSvg(points: readonly BandPoint[], options: BandOptions): string {
  const layout = layoutBand(points, options, options);
  const colour = painter(options);
  const stroke = colour(options.colour ?? "ink");
  const roomy = layout.width >= 120;
  const known = layout.last !== null || layout.band.some((span) => span.low !== null);
  const body = [
    bandAreaSvg(layout, colour),
    roomy && known ? axesSvg(layout, options, colour) : "",
    known ? "" : emptySvg(layout, options, colour),
    lineSvg(layout, stroke),
    ...layout.outside.map((dot) =>
      el("circle", {
        cx: dot.x,
        cy: dot.y,
        r: 3.2,
        fill: colour("surface"),
        stroke: colour("track"),
        "stroke-width": 1.8,
      }),
    ),
  ].join("");
  return svgDocument({
    width: layout.width,
    height: layout.height,
    title: options.title ?? "Value and its normal band",
    desc: options.desc ?? bandSentence(describeBand(points), options),
    body,
    options,
  });
}

function emptySvg(layout: BandLayout, options: BandOptions, colour: Painter): string {
  const [x, y] = [layout.width / 2, layout.height / 2];
  return textEl(options.emptyWord ?? "Not known yet", {
    x,
    y,
    fill: colour("ink-soft"),
    size: 12,
    anchor: "middle",
  });
}

function bandAreaSvg(layout: BandLayout, colour: Painter): string {
  const d = areaPath(layout.band);
  const edge = (key: "low" | "high") => {
    const path = linePath(layout.band.map((span) => ({ x: span.x, y: span[key] })));
    return path
      ? el("path", {
          d: path,
          fill: "none",
          stroke: colour("band-line"),
          "stroke-width": 1,
          "stroke-dasharray": "3 3",
          "stroke-linecap": "round",
        })
      : "";
  };
  return d ? el("path", { d, fill: colour("band") }) + edge("low") + edge("high") : "";
}

function lineSvg(layout: BandLayout, stroke: string): string {
  const d = linePath(layout.line);
  const dots = layout.line.filter((dot) => dot.y !== null);
  const spaced = dots.length > 0 && (layout.right - layout.left) / dots.length > 7;
  return [
    d
      ? el("path", {
          d,
          fill: "none",
          stroke,
          "stroke-width": 1.7,
          "stroke-linecap": "round",
          "stroke-linejoin": "round",
        })
      : "",
    ...(spaced ? dots.map((dot) => el("circle", { cx: dot.x, cy: dot.y ?? 0, r: 1.9, fill: stroke })) : []),
    layout.last ? el("circle", { cx: layout.last.x, cy: layout.last.y, r: 3, fill: stroke }) : "",
  ].join("");
}

function axesSvg(layout: BandLayout, options: BandOptions, colour: Painter): string {
  const values = layout.valueTicks.map((tick, index) => {
    const unit = index === layout.valueTicks.length - 1 && options.unit ? ` ${options.unit}` : "";
    const label = textEl(tick.label, {
      x: layout.left - 6,
      y: tick.y + 3.5,
      fill: colour("ink-faint"),
      size: 10,
      anchor: "end",
    });
    const rule = el("rect", {
      x: layout.left,
      y: tick.y - 0.5,
      width: layout.right - layout.left,
      height: 1,
      fill: colour("line"),
      "fill-opacity": 0.7,
    });
    return (
      rule +
      label +
      (unit
        ? textEl(unit.trim(), { x: layout.left + 2, y: tick.y - 3, fill: colour("ink-faint"), size: 10 })
        : "")
    );
  });
  const dates = layout.dateTicks.map((tick) => {
    const over = tick.x + textWidth(tick.label, 10) / 2 > layout.width;
    return (
      el("rect", { x: tick.x - 0.5, y: layout.base, width: 1, height: 4, fill: colour("line-strong") }) +
      textEl(tick.label, {
        x: over ? layout.width : tick.x,
        y: layout.base + 15,
        fill: colour("ink-faint"),
        size: 10,
        anchor: over ? "end" : "middle",
      })
    );
  });
  return [...values, ...dates].join("");
}
