import type { Block, Step } from "@repo/core/workouts";

/** Whether a step is there for its distance alone: easy running that may grow and shrink with the week. */
function isFiller(step: Step, easyRun: boolean): boolean {
  if (step.kind !== "steady" && step.kind !== "work" && !(easyRun && step.kind === "warmup")) return false;
  const target = step.target;
  if (target === null) return step.kind === "steady";
  return target.kind === "effort" && (target.effort === "easy" || target.effort === "recovery");
}

function scaleStep(step: Step, factor: number): Step {
  const { length } = step;
  if (length.kind === "distance") {
    const distanceM = Math.max(100, Math.round((length.distanceM * factor) / 100) * 100);
    return { ...step, length: { kind: "distance", distanceM: Math.min(300_000, distanceM) } };
  }
  if (length.kind === "time") {
    const durationS = Math.max(60, Math.round((length.durationS * factor) / 60) * 60);
    return { ...step, length: { kind: "time", durationS: Math.min(86_400, durationS) } };
  }
  return step;
}

function hasFiller(blocks: readonly Block[], easyRun: boolean): boolean {
  return blocks.some((block) => (block.type === "step" ? isFiller(block, easyRun) : false));
}

/**
 * Makes a workout longer or shorter. Easy running takes all of the change where there is any, so that the hard part stays
 * as it is; else repetitions are added or dropped, and single steps stretched.
 *
 * @param easyRun whether the workout is an easy run, whose easy part before sprints or strides is no warm-up but the run
 */
export function scaleBlocks(blocks: readonly Block[], factor: number, easyRun = false): Block[] {
  const fillers = hasFiller(blocks, easyRun);
  return blocks.map((block) => {
    if (block.type === "step") {
      if (fillers) return isFiller(block, easyRun) ? scaleStep(block, factor) : block;
      return block.kind === "work" || block.kind === "steady" ? scaleStep(block, factor) : block;
    }
    const times = Math.max(1, Math.min(200, Math.round(block.times * factor)));
    return fillers || times === block.times ? block : { ...block, times };
  });
}
