import type { Block, Target } from "./schema.ts";

/** Blocks with a target, and a note, for the work in them that has none of its own. */
export function withTarget(
  blocks: readonly Block[],
  target: Target | null,
  note: string | null = null,
): Block[] {
  return blocks.map((block) => {
    if (target === null) return block;
    if (block.type === "repeat") return { ...block, steps: withTarget(block.steps, target, note) };
    if (block.kind !== "work" || block.target !== null) return block;
    return { ...block, target, ...(note && !block.note ? { note } : {}) };
  });
}
