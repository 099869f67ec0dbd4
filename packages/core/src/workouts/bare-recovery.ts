import type { Block, Step } from "./schema.ts";

/** A length alone between repetitions is their recovery up to here; longer ones are steps of their own. */
const LONGEST_BARE_RECOVERY = { distanceM: 1000, durationS: 600 } as const;

/** Work without a word or a target says nothing of itself: beside a repetition it is the recovery. */
export function asRecovery<B extends Block>(block: B): B {
  const bare = block.type === "step" && block.kind === "work" && block.target === null;
  return bare ? { ...block, kind: "recovery" } : block;
}

/** A length that stands alone, or one too long for a repetition, is plain running: `10km`, `2mi, 4 x 800m @5k, 2mi`. */
export function asRun(block: Block, isAlone: boolean): Block {
  if (block.type !== "step" || block.kind !== "work" || block.target !== null) return block;
  const isLong = block.length.kind !== "open" && !isShort(block);
  return isAlone || isLong ? { ...block, kind: "steady" } : block;
}

/** Whether a step's text is a length alone, with no word that would say what it is for. */
export function isBareLength(text: string): boolean {
  const words = text.replace(/[\d\s.:'"’′”″]+/g, " ").trim();
  return /^(?:|km|k|mi|miles?|m|s|secs?|seconds?|mins?|minutes?|min s|min sec|m s)$/i.test(words);
}

/** Whether a length alone is short enough to be a recovery. */
export function isShort({ length }: Step): boolean {
  if (length.kind === "open") return false;
  const { distanceM, durationS } = LONGEST_BARE_RECOVERY;
  return length.kind === "distance" ? length.distanceM <= distanceM : length.durationS <= durationS;
}
