import { formatDistance, formatDuration } from "@repo/core/units";
import { formatTarget } from "./format-target.ts";
import type { ResolvedStep } from "./schema.ts";

/** A short label of a step in the text language's own words: `400 m @5k`, `1:30 jog`, `10:00 warm-up`. */
export function formatStepLabel(
  step: Pick<ResolvedStep, "kind" | "durationS" | "distanceM" | "target">,
): string {
  const length =
    step.distanceM !== null
      ? formatDistance(step.distanceM, "metric")
      : step.durationS !== null
        ? formatDuration(step.durationS)
        : "lap press";
  const kind = {
    warmup: "warm-up",
    cooldown: "cool-down",
    recovery: "recovery",
    rest: "rest",
    work: "",
    steady: "",
  };
  const words = step.target ? formatTarget(step.target) : kind[step.kind];
  return [length, step.kind === "warmup" || step.kind === "cooldown" ? kind[step.kind] : "", words]
    .filter((part, index, all) => part !== "" && all.indexOf(part) === index)
    .join(" ");
}
