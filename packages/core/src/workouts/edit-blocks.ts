import { countSteps, DEEPEST, MOST_STEPS } from "./parse-workout.ts";
import type { Block, Repeat } from "./schema.ts";

/** Where a block stands: its place among the blocks, then its place inside that repeat, and so on. */
export type BlockPath = readonly number[];

/** One change to a workout's blocks, as a button or a key makes it. */
export type BlockEdit =
  /** `block` comes to stand at the path, what stood there after it. */
  | { do: "insert"; at: BlockPath; block: Block }
  | { do: "replace"; at: BlockPath; block: Block }
  | { do: "remove" | "duplicate" | "unwrap" | "up" | "down"; at: BlockPath }
  /** Puts a block into a repeat of its own. */
  | { do: "wrap"; at: BlockPath; times: number };

/** The blocks after an edit, and where the block it was about stands now; null when it is gone. */
export type EditedBlocks = { blocks: Block[]; at: BlockPath | null };

/** Most blocks side by side, as the schema has it. */
const MOST_SIDE_BY_SIDE = 100;

/**
 * Edits a workout's blocks. Up and down walk through repeats: a step enters one from its edge and leaves it at the other;
 * a repeat steps over its neighbours. A repeat that loses its last step goes too. Null: the edit cannot be made there.
 */
export function editBlocks(blocks: readonly Block[], edit: BlockEdit): EditedBlocks | null {
  const edited = apply(blocks, edit);
  if (!edited) return null;
  return isWithinBounds(edited.blocks, 0) && countSteps(edited.blocks) <= MOST_STEPS ? edited : null;
}

/** The block at a path; null where there is none. */
export function blockAt(blocks: readonly Block[], path: BlockPath): Block | null {
  const block = siblingsOf(blocks, path)?.[lastOf(path)];
  return block ?? null;
}

function apply(blocks: readonly Block[], edit: BlockEdit): EditedBlocks | null {
  const { at } = edit;
  if (edit.do === "insert") {
    const siblings = siblingsOf(blocks, at);
    if (!siblings || lastOf(at) > siblings.length) return null;
    return { blocks: spliced(blocks, at, 0, [edit.block]), at };
  }
  const block = blockAt(blocks, at);
  if (!block) return null;
  switch (edit.do) {
    case "replace":
      return { blocks: spliced(blocks, at, 1, [edit.block]), at };
    case "duplicate":
      return { blocks: spliced(blocks, at, 1, [block, block]), at: moved(at, 1) };
    case "wrap":
      return {
        blocks: spliced(blocks, at, 1, [{ type: "repeat", times: edit.times, steps: [block] }]),
        at,
      };
    case "unwrap":
      return block.type === "repeat" ? { blocks: spliced(blocks, at, 1, block.steps), at } : null;
    case "remove":
      return { blocks: taken(blocks, at).blocks, at: null };
    case "up":
    case "down":
      return walk(blocks, at, { block, by: edit.do === "up" ? -1 : 1 });
  }
}

function walk(
  blocks: readonly Block[],
  at: BlockPath,
  { block, by }: { block: Block; by: -1 | 1 },
): EditedBlocks | null {
  const siblings = siblingsOf(blocks, at) ?? [];
  const next = siblings[lastOf(at) + by];
  const { blocks: without, gap } = taken(blocks, at);
  if (!next) {
    if (at.length === 1) return null;
    const parent = at.slice(0, -1);
    const to = gap.length < at.length ? gap : by < 0 ? parent : moved(parent, 1);
    return { blocks: spliced(without, to, 0, [block]), at: to };
  }
  if (block.type === "step" && next.type === "repeat") {
    const inner = by < 0 ? next.steps.length : 0;
    const to = [...(by < 0 ? moved(at, -1) : at), inner];
    return { blocks: spliced(without, to, 0, [block]), at: to };
  }
  return { blocks: spliced(without, moved(at, by), 0, [block]), at: moved(at, by) };
}

function lastOf(path: BlockPath): number {
  return path.at(-1) ?? -1;
}

function moved(path: BlockPath, by: number): BlockPath {
  return [...path.slice(0, -1), lastOf(path) + by];
}

function siblingsOf(blocks: readonly Block[], path: BlockPath): readonly Block[] | null {
  let siblings: readonly Block[] = blocks;
  for (const place of path.slice(0, -1)) {
    const block = siblings[place];
    if (block?.type !== "repeat") return null;
    siblings = block.steps;
  }
  return path.length === 0 ? null : siblings;
}

/** Blocks with some taken out at a path and others put in their place. */
function spliced(blocks: readonly Block[], path: BlockPath, out: number, put: readonly Block[]): Block[] {
  const [place = 0, ...rest] = path;
  if (rest.length === 0) return [...blocks.slice(0, place), ...put, ...blocks.slice(place + out)];
  return blocks.map((block, index) =>
    index === place && block.type === "repeat"
      ? { ...block, steps: spliced(block.steps, rest, out, put) }
      : block,
  );
}

/** Takes a block out, and the repeats that are empty without it; `gap` is where the outermost of them stood. */
function taken(blocks: readonly Block[], path: BlockPath): { blocks: Block[]; gap: BlockPath } {
  const parent = path.slice(0, -1);
  const around = parent.length > 0 ? (blockAt(blocks, parent) as Repeat) : null;
  if (around?.steps.length === 1) return taken(blocks, parent);
  return { blocks: spliced(blocks, path, 1, []), gap: path };
}

function isWithinBounds(blocks: readonly Block[], depth: number): boolean {
  if (depth > DEEPEST || (depth > 0 && blocks.length > MOST_SIDE_BY_SIDE)) return false;
  return blocks.every((block) => block.type === "step" || isWithinBounds(block.steps, depth + 1));
}
