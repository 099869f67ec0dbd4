import type { ChartSpot, ProfileStep, Size } from "./data-shapes.ts";
import { clamp, drawable, drawableOrZero, side } from "./numbers.ts";

export type ProfileBar = {
  step: ProfileStep;
  x: number;
  width: number;
  height: number;
  heightEnd: number;
  /** True when the plan gives no such measure and the width is a guess from the other one. */
  guessed: boolean;
};
export type AxisTick = { x: number; label: string };
export type ProfileLayout = {
  width: number;
  height: number;
  baseline: number;
  bars: ProfileBar[];
  ticks: AxisTick[];
  spots: ChartSpot[];
};
/** `unit`: what long distances are told in; kilometres where nobody says. */
export type ProfileLayoutOptions = { by?: "time" | "distance"; axis?: boolean; unit?: ProfileUnit };
export type ProfileUnit = "km" | "mi";

/** Metres of a unit. */
export const PROFILE_UNIT_M: Readonly<Record<ProfileUnit, number>> = { km: 1000, mi: 1609.344 };

const NOMINAL_PACE_S_PER_M = 0.33; // 5:30 /km: only to give a step without this measure a width
const NOMINAL_DURATION_S = 300;
const LEAST_TOTAL = 1e-3; // below a millimetre or millisecond there is nothing to share out

export function layoutProfile(
  steps: readonly ProfileStep[],
  size: Size,
  options: ProfileLayoutOptions = {},
): ProfileLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const by = options.by ?? "time";
  const baseline = options.axis ? Math.max(height * 0.4, height - 16) : height;
  const spans = steps.map((step) => span(step, by));
  const total = spans.reduce((sum, one) => sum + one.amount, 0);
  const measured = total > LEAST_TOTAL;
  const share = measured ? width / total : 0;
  let x = 0;
  const bars = steps.map((step, index) => {
    const wide = measured ? (spans[index]?.amount ?? 0) * share : width / steps.length;
    const bar = placeBar(step, x, wide, baseline);
    x += wide;
    return { ...bar, guessed: spans[index]?.guessed ?? true };
  });
  return {
    width,
    height,
    baseline,
    bars,
    ticks: options.axis && measured ? axisTicks(total, width, { by, unit: options.unit ?? "km" }) : [],
    spots: bars.map((bar) => ({
      x: bar.x + bar.width / 2,
      y: baseline - Math.max(bar.height, bar.heightEnd),
    })),
  };
}

function placeBar(step: ProfileStep, x: number, wide: number, room: number): Omit<ProfileBar, "guessed"> {
  const gap = clamp(wide * 0.1, 0, 1.5);
  const tall = (intensity: number) => (0.1 + 0.9 * clamp(drawableOrZero(intensity), 0, 1)) * room;
  return {
    step,
    x: x + gap / 2,
    width: Math.max(0.2, wide - gap),
    height: tall(step.intensity),
    heightEnd: tall(step.intensityEnd ?? step.intensity),
  };
}

function span(step: ProfileStep, by: "time" | "distance"): { amount: number; guessed: boolean } {
  const durationS = positive(step.durationS);
  const distanceM = positive(step.distanceM);
  if (by === "time") {
    if (durationS !== null) return { amount: durationS, guessed: false };
    return {
      amount: distanceM === null ? NOMINAL_DURATION_S : distanceM * NOMINAL_PACE_S_PER_M,
      guessed: true,
    };
  }
  if (distanceM !== null) return { amount: distanceM, guessed: false };
  return { amount: (durationS ?? NOMINAL_DURATION_S) / NOMINAL_PACE_S_PER_M, guessed: true };
}

function positive(value: number | null): number | null {
  const safe = drawable(value);
  return safe === null || safe < 0 ? null : safe;
}

function axisTicks(
  total: number,
  width: number,
  { by, unit: long }: { by: "time" | "distance"; unit: ProfileUnit },
): AxisTick[] {
  const unit = by === "time" ? 60 : PROFILE_UNIT_M[long];
  const steps = by === "time" ? [1, 2, 5, 10, 15, 20, 30, 60, 120, 240] : [0.2, 0.5, 1, 2, 5, 10, 20, 50];
  const most = Math.max(1, Math.floor(width / 46));
  const units = total / unit;
  const step = steps.find((candidate) => units / candidate <= most) ?? units;
  const ticks: AxisTick[] = [];
  for (let index = 0; index <= most && index * step <= units + 1e-9; index += 1) {
    const value = Math.round(index * step * 10) / 10;
    ticks.push({ x: (value / units) * width, label: `${value}` });
  }
  return ticks.map((tick, index) =>
    index === ticks.length - 1 ? { ...tick, label: `${tick.label} ${by === "time" ? "min" : long}` } : tick,
  );
}
