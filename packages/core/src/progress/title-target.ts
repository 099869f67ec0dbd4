import { type Block, parseWorkout, type Step } from "@repo/core/workouts";

const REPEAT = /\d{1,2}\s*[x×*]\s*\d/i;
const ABSOLUTE = /(?:@|\bin\b)\s*\d/i;

/**
 * The speed, m/s, that a title asks of its repetitions: `5 x 1000 m @3:20/km`, `8 x 400 m in 80s`. Null where it names
 * no pace in numbers; a named pace such as @5k asks for no more than the athlete can.
 */
export function titleTargetMps(title: string | null | undefined): number | null {
  const start = title && ABSOLUTE.test(title) ? title.search(REPEAT) : -1;
  if (!title || start < 0) return null;
  const parsed = parseWorkout(title.slice(start, start + 200));
  const target = parsed.ok ? firstWork(parsed.blocks)?.target : null;
  return target?.kind === "pace-range" ? 2000 / (target.fastSPerKm + target.slowSPerKm) : null;
}

function firstWork(blocks: readonly Block[]): Step | undefined {
  for (const block of blocks) {
    const step = block.type === "step" ? block : firstWork(block.steps);
    if (step?.kind === "work") return step;
  }
  return undefined;
}
