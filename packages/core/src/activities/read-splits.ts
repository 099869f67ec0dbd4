import { parseClock } from "@repo/core/units";

const MOST_SPLITS = 60;

/**
 * The times of repetitions as an athlete types or pastes them: `1:38 1:37 98.4`, apart by blanks, commas (with a
 * blank), semicolons, slashes or lines.
 *
 * @returns seconds, in order, or the sentence that names the one that cannot be read
 */
export function readSplits(text: string): number[] | string {
  const parts = text.split(/[\s;/]+|,\s+/).filter((part) => part !== "" && part !== ",");
  if (parts.length === 0) return "Write the times one after another, such as 1:38 1:37.";
  if (parts.length > MOST_SPLITS)
    return `At most ${MOST_SPLITS} repetitions can be read; these are ${parts.length}.`;
  const times: number[] = [];
  for (const part of parts) {
    const seconds = parseClock(part.replace(/,$/, "").replace(",", "."));
    if (!seconds) return `"${part.slice(0, 20)}" is not a time. Write the times as 1:38 1:37.`;
    times.push(seconds);
  }
  return times;
}
