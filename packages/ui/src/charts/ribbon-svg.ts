import type { Phase, RibbonData, Size } from "./data-shapes.ts";
import type { ColourName } from "./palette.ts";
import {
  layoutRibbon,
  type RibbonBar,
  type RibbonFlag,
  type RibbonLayout,
  type RibbonRun,
} from "./ribbon-layout.ts";
import { describeRibbon, ribbonSentence } from "./ribbon-summary.ts";
import { el, type Painter, painter, px, type SvgOptions, svgDocument, textEl, textWidth } from "./svg.ts";

export type RibbonOptions = Size &
  SvgOptions & {
    /** Race names and phases in words; by default on from 72 px height. */
    labels?: boolean;
    phaseNames?: Partial<Record<Phase, string>>;
    /** Short word after a phase's number of weeks. */
    weekUnit?: string;
  };

const PHASE_NAMES: Record<Phase, string> = {
  base: "Base",
  build: "Build",
  speed: "Speed",
  peak: "Peak",
  race: "Race",
  recovery: "Recovery",
  free: "Free",
};

export function phaseColour(phase: Phase | null): ColourName {
  return phase ? `phase-${phase}` : "phase-free";
}

/** The season ribbon: a bar a week, solid done, pale planned, flags for races, a red line today. */
export function ribbonSvg(data: RibbonData, options: RibbonOptions): string {
  const layout = layoutRibbon(data, options, options);
  const colour = painter(options);
  const labels = options.labels ?? layout.top >= 20;
  const body = [
    ...layout.runs.map((run) => runBarsSvg(run, layout, colour)),
    labels ? runsSvg(layout, options, colour) : emptyLineSvg(layout, colour),
    ...layout.flags
      .filter((flag) => labels || flag.race.priority !== "C") // a row has room for the races that count
      .map((flag) => flagSvg(flag, layout, labels, colour)),
    todaySvg(layout, labels, colour),
  ].join("");
  return svgDocument({
    width: layout.width,
    height: layout.height,
    title: options.title ?? `Season, ${data.units === "imperial" ? "miles" : "kilometres"} a week`,
    desc: options.desc ?? ribbonSentence(describeRibbon(data)),
    body,
    options,
  });
}

const ROUNDED_FROM = 6; // narrower bars show no rounding, and a row of a roster should be light

/** A phase's bars are two shapes, pale behind solid: forty weeks in a dozen elements. */
function runBarsSvg(run: RibbonRun, layout: RibbonLayout, colour: Painter): string {
  const fill = colour(phaseColour(run.phase));
  const shape = (height: (bar: RibbonBar) => number | null, opacity: number | null) => {
    const d = run.bars.map((bar) => barPath(bar, layout.baseline, height(bar))).join("");
    return d ? el("path", { d, fill, "fill-opacity": opacity }) : "";
  };
  const pale = (bar: RibbonBar) =>
    (bar.plannedHeight ?? 0) > (bar.doneHeight ?? 0) + 0.25 ? bar.plannedHeight : null;
  return shape(pale, 0.36) + shape((bar) => bar.doneHeight, null);
}

/** Only the top is rounded: volume stands on the ground. */
function barPath(bar: RibbonBar, ground: number, height: number | null): string {
  if (!height) return "";
  const shown = Math.max(0.75, height);
  if (bar.width < ROUNDED_FROM) {
    return `M${px(bar.x)} ${px(ground)}v${px(-shown)}h${px(bar.width)}v${px(shown)}z`;
  }
  const r = Math.min(1.75, shown);
  const [up, down] = [`q0 ${px(-r)} ${px(r)} ${px(-r)}`, `q${px(r)} 0 ${px(r)} ${px(r)}`];
  const [shoulder, right] = [px(ground - shown + r), px(bar.x + bar.width - r)];
  return `M${px(bar.x)} ${px(ground)}V${shoulder}${up}H${right}${down}V${px(ground)}z`;
}

function emptyLineSvg(layout: RibbonLayout, colour: Painter): string {
  if (layout.bars.length > 0) return "";
  return el("rect", { x: 0, y: layout.baseline - 1, width: layout.width, height: 1, fill: colour("line") });
}

function runsSvg(layout: RibbonLayout, options: RibbonOptions, colour: Painter): string {
  const y = layout.baseline + 4;
  const parts = layout.runs.map((run) => {
    const rule = el("rect", {
      x: run.x,
      y,
      width: run.width,
      height: 2.5,
      rx: 1,
      fill: colour(phaseColour(run.phase)),
    });
    const cutbacks = run.bars
      .filter((bar) => bar.week.cutback)
      .map((bar) =>
        el("circle", {
          cx: bar.x + bar.width / 2,
          cy: y + 1.25,
          r: 2.2,
          fill: colour("paper"),
          stroke: colour(phaseColour(run.phase)),
          "stroke-width": 1.2,
        }),
      )
      .join("");
    return rule + cutbacks + runLabel(run, layout.baseline + 17, options, colour);
  });
  return emptyLineSvg(layout, colour) + parts.join("");
}

function runLabel(run: RibbonRun, y: number, options: RibbonOptions, colour: Painter): string {
  if (run.phase === null) return "";
  const name = options.phaseNames?.[run.phase] ?? PHASE_NAMES[run.phase];
  const long = `${name} ${run.bars.length} ${options.weekUnit ?? "wk"}`;
  const text = [long, name].find((words) => textWidth(words, 10.5) <= run.width + 2);
  return text ? textEl(text, { x: run.x, y, fill: colour("ink-soft"), size: 10.5, stretch: 84 }) : "";
}

function flagSvg(flag: RibbonFlag, layout: RibbonLayout, labels: boolean, colour: Painter): string {
  const ink = colour("ink");
  const pole = labels ? 1.5 : 1.1;
  const scale = labels ? 1 : Math.min(0.75, layout.height / 60);
  const [w, h] = [12 * scale, 9 * scale];
  const y = labels ? 2 : 0.5;
  const left = flag.x + w > layout.width;
  const dir = left ? -1 : 1;
  const x2 = flag.x + dir * w;
  const points = [
    [flag.x, y],
    [x2, y],
    [flag.x + dir * w * 0.68, y + h / 2],
    [x2, y + h],
    [flag.x, y + h],
  ];
  const solid = flag.race.priority === "A";
  const cloth = el("polygon", {
    points: points.map((point) => point.map((value) => Math.round(value * 100) / 100).join(",")).join(" "),
    fill: solid ? ink : colour("paper"),
    stroke: ink,
    "stroke-width": solid ? null : 1.1,
  });
  const rod = el("rect", { x: flag.x - pole / 2, y, width: pole, height: layout.baseline - y, fill: ink });
  const show = labels && flag.labelled;
  const shift = flag.leftwards ? (left ? flag.x - w - 5 : flag.labelX) : flag.labelX;
  const name = show
    ? textEl(flag.race.name, {
        x: shift,
        y: y + 8,
        fill: ink,
        weight: 600,
        anchor: flag.leftwards ? "end" : "start",
      })
    : "";
  return rod + cloth + name;
}

function todaySvg(layout: RibbonLayout, labels: boolean, colour: Painter): string {
  if (layout.todayX === null) return "";
  const width = labels ? 2 : 1.4;
  const foot = labels ? layout.baseline + 9 : layout.height;
  const top = labels ? 6 : 0;
  return el("rect", {
    x: layout.todayX - width / 2,
    y: top,
    width,
    height: foot - top,
    fill: colour("track"),
  });
}
