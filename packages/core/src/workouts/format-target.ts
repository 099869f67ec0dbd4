import { METRES_PER_MILE, parseClock } from "@repo/core/units";
import { isCeiling } from "./hr-ceiling.ts";
import type { Effort, PaceName, Target } from "./schema.ts";

const PACE_SPELLING: Record<PaceName, string> = {
  "800": "800",
  mile: "mile",
  "1500": "1500",
  "3k": "3k",
  "5k": "5k",
  "10k": "10k",
  hm: "HM",
  mp: "MP",
  e: "E",
  m: "M",
  t: "T",
  i: "I",
  r: "R",
};
const EFFORT_SPELLING: Record<Effort, string> = {
  easy: "easy",
  recovery: "jog",
  steady: "steady",
  tempo: "tempo",
  hard: "hard",
  float: "float",
  stride: "strides",
  "all-out": "all-out",
  walk: "walk",
};

/** A target in its canonical spelling, which is read back to the very same target. */
export function formatTarget(target: Target): string {
  switch (target.kind) {
    case "pace":
      return `@${PACE_SPELLING[target.pace]}${formatOffset(target.offsetSPerKm)}`;
    case "pace-range":
      return formatPaceRangeTarget(target.fastSPerKm, target.slowSPerKm);
    case "zone":
      return `zone ${span(target.low, target.high)}`;
    case "rpe":
      return `RPE ${span(target.low, target.high)}`;
    case "effort":
      return EFFORT_SPELLING[target.effort];
    case "pct-threshold-pace":
      return `${span(target.low, target.high)}% pace`;
    case "hr":
      return formatHr(target);
  }
}

function formatHr(target: Extract<Target, { kind: "hr" }>): string {
  const under = isCeiling(target);
  if (target.basis === "bpm") return under ? `<${target.high}bpm` : `${span(target.low, target.high)}bpm`;
  const unit = { max: "HRmax", threshold: "LTHR", reserve: "HRR" }[target.basis];
  const [low, high] = [percentOf(target.low), percentOf(target.high)];
  return under ? `<${high}% ${unit}` : `${low === high ? low : `${low}-${high}`}% ${unit}`;
}

/** Fraction to percent by moving the decimal point in the text: multiplying would not give it back. */
function percentOf(fraction: number): string {
  const [whole = "0", decimals = ""] = String(fraction).split(".");
  const padded = decimals.padEnd(2, "0");
  return `${whole}${padded.slice(0, 2)}.${padded.slice(2)}`.replace(/^0+(?=\d)/, "").replace(/\.$/, "");
}

function formatOffset(offsetSPerKm: number): string {
  if (offsetSPerKm === 0) return "";
  const sign = offsetSPerKm < 0 ? "-" : "+";
  const size = Math.abs(offsetSPerKm);
  const perMile = Math.round((size * METRES_PER_MILE) / 1000);
  const isPerMile = !Number.isInteger(size) && perMile * (1000 / METRES_PER_MILE) === size;
  return isPerMile ? `${sign}${perMile}/mi` : `${sign}${size}`;
}

function formatPaceRangeTarget(fastSPerKm: number, slowSPerKm: number): string {
  const perMile = [fastSPerKm, slowSPerKm].map((pace) => Math.round((pace * METRES_PER_MILE) / 1000));
  const isPerMile =
    !Number.isInteger(fastSPerKm) &&
    perMile[0] === Math.round(perMile[0] ?? 0) &&
    (perMile[0] ?? 0) * (1000 / METRES_PER_MILE) === fastSPerKm &&
    (perMile[1] ?? 0) * (1000 / METRES_PER_MILE) === slowSPerKm;
  const [fast, slow] = isPerMile ? [perMile[0] ?? 0, perMile[1] ?? 0] : [fastSPerKm, slowSPerKm];
  const clocks = fast === slow ? clock(fast) : `${clock(fast)}-${clock(slow)}`;
  return `@${clocks}/${isPerMile ? "mi" : "km"}`;
}

function clock(seconds: number): string {
  if (!Number.isInteger(seconds)) return decimalClock(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `5:33.33` where that is read back to the very same number; else the bare seconds, which always are. */
function decimalClock(seconds: number): string {
  const text = `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
  return parseClock(text) === seconds ? text : String(seconds);
}

function span(low: number, high: number): string {
  return low === high ? String(low) : `${low}-${high}`;
}
