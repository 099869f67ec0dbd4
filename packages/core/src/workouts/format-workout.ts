import { formatStep } from "./format-step.ts";
import type { Block } from "./schema.ts";

/**
 * A workout in its canonical text, one part a line. `parseWorkout` reads it back to the very same blocks, and the text
 * of what was read is stable.
 */
export function formatWorkout(blocks: readonly Block[]): string {
  return blocks.map((block) => formatTop(block)).join("\n");
}

/** Outside brackets a repeat of one step, or of a step and its recovery, needs no brackets. */
function formatTop(block: Block): string {
  if (block.type === "step") return formatStep(block);
  const [first, second] = block.steps;
  const isPlain = first?.type === "step";
  if (isPlain && block.steps.length === 1) return `${block.times} x ${formatStep(first)}`;
  const isRecovery = second?.type === "step" && (second.kind === "recovery" || second.kind === "rest");
  if (isPlain && isRecovery && block.steps.length === 2) {
    return `${block.times} x ${formatStep(first)}, ${formatStep(second)}`;
  }
  return formatInside(block);
}

function formatInside(block: Block): string {
  if (block.type === "step") return formatStep(block);
  return `${block.times} x (${block.steps.map((inner) => formatInside(inner)).join(", ")})`;
}
