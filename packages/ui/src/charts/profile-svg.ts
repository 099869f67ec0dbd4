import type { ProfileStep, Size } from "./data-shapes.ts";
import type { ColourName } from "./palette.ts";
import {
  layoutProfile,
  type ProfileBar,
  type ProfileLayout,
  type ProfileLayoutOptions,
} from "./profile-layout.ts";
import { describeProfile, profileSentence } from "./profile-summary.ts";
import { el, type Painter, painter, px, type SvgOptions, svgDocument, textEl } from "./svg.ts";

export type ProfileOptions = Size & SvgOptions & ProfileLayoutOptions;

type Look = { fill: ColourName; opacity: number | null };

/** Work takes the colour of its effort: ochre to threshold, red to VO2max, violet above. */
export function stepLook(step: ProfileStep): Look {
  if (step.kind === "rest") return { fill: "line-strong", opacity: 0.28 };
  if (step.kind === "recovery") return { fill: "phase-build", opacity: 0.24 };
  if (step.kind === "warmup" || step.kind === "cooldown") return { fill: "phase-base", opacity: 0.45 };
  const intensity = Math.max(step.intensity, step.intensityEnd ?? 0);
  if (intensity >= 0.95) return { fill: "phase-peak", opacity: null };
  if (intensity >= 0.8) return { fill: "phase-speed", opacity: null };
  if (intensity >= 0.6) return { fill: "phase-build", opacity: null };
  return { fill: "phase-base", opacity: step.kind === "work" ? null : 0.62 };
}

/** A workout seen from the side: width by time or distance, height by intensity. */
export function profileSvg(steps: readonly ProfileStep[], options: ProfileOptions): string {
  const layout = layoutProfile(steps, options, options);
  const colour = painter(options);
  const body = [
    ...layout.bars.map((bar) => barSvg(bar, layout, colour)),
    options.axis || layout.bars.length === 0 ? groundSvg(layout, colour) : "",
    axisSvg(layout, colour),
  ].join("");
  return svgDocument({
    width: layout.width,
    height: layout.height,
    title: options.title ?? "Workout profile",
    desc: options.desc ?? profileSentence(describeProfile(steps), options.unit),
    body,
    options,
  });
}

function barSvg(bar: ProfileBar, layout: ProfileLayout, colour: Painter): string {
  const look = stepLook(bar.step);
  const paint = { fill: colour(look.fill), "fill-opacity": look.opacity };
  const [start, end] = [layout.baseline - bar.height, layout.baseline - bar.heightEnd];
  if (bar.height === bar.heightEnd) {
    const round = Math.min(1.75, bar.width / 3);
    return el("rect", { x: bar.x, y: start, width: bar.width, height: bar.height, rx: round, ...paint });
  }
  const [left, right, ground] = [px(bar.x), px(bar.x + bar.width), px(layout.baseline)];
  return el("polygon", {
    points: `${left},${ground} ${left},${px(start)} ${right},${px(end)} ${right},${ground}`,
    ...paint,
  });
}

function groundSvg(layout: ProfileLayout, colour: Painter): string {
  return el("rect", { x: 0, y: layout.baseline - 0.5, width: layout.width, height: 1, fill: colour("line") });
}

function axisSvg(layout: ProfileLayout, colour: Painter): string {
  return layout.ticks
    .map((tick, index) => {
      const anchor = index === 0 ? "start" : tick.x > layout.width - 24 ? "end" : "middle";
      return (
        el("rect", {
          x: Math.min(tick.x, layout.width - 1),
          y: layout.baseline,
          width: 1,
          height: 3,
          fill: colour("line-strong"),
        }) +
        textEl(tick.label, { x: tick.x, y: layout.baseline + 13, fill: colour("ink-soft"), size: 10, anchor })
      );
    })
    .join("");
}
