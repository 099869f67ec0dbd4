import { METRES_PER_MILE } from "@repo/core/units";
import { type Cursor, type Failure, isFailure, take } from "./cursor.ts";
import { asEasy, isMilesOf, readFinish, readMiddle, readPart } from "./finish-text.ts";
import type { Block, Repeat, Step } from "./schema.ts";

/** A bracket behind a run that says what of it is quick; `(200m jog)` behind a repetition is none. */
const OPENING = /[ \t]*\([ \t]*(?=(?:the[ \t]+)?(?:last|final)[ \t]|\d)/iy;
const CLOSING = /[ \t]*\)/y;
const EASY = { kind: "effort", effort: "easy" } as const;
/** What is left of the run around repetitions is rounded down to so much: people plan no crumbs. */
const [GRAIN_M, GRAIN_MILES] = [100, 0.25];

/**
 * What of the run before it is quick, behind it in words or in brackets: the run with that part in it. Null: no such part
 * stands here.
 *
 * @param readBlock reads repetitions
 */
export function readQuickPart(
  cursor: Cursor,
  before: Block | undefined,
  readBlock: (cursor: Cursor) => Block[] | Failure,
): Block[] | Failure | null {
  return readFinish(cursor, before) ?? readMiddle(cursor, before) ?? readAside(cursor, before, readBlock);
}

/**
 * Reads the bracket behind a run that says what of it is quick, as plans write it: `6mi (3 tempo)`, `12mi (last 2 steady)`,
 * `7mi (6 x 800m @5k)`. The length before the bracket is that of the whole run. Null: no such bracket stands here.
 */
function readAside(
  cursor: Cursor,
  before: Block | undefined,
  readBlock: (cursor: Cursor) => Block[] | Failure,
): Block[] | null {
  const start = cursor.at;
  if (before?.type !== "step" || before.kind === "recovery" || !take(cursor, OPENING)) return null;
  const from = cursor.at;
  const quick = readFinish(cursor, before) ?? readPart(cursor, before, from);
  if (!isFailure(quick) && take(cursor, CLOSING)) return quick;
  cursor.at = from;
  const read = readBlock(cursor);
  const around = isFailure(read) ? null : aroundRepeat(before, read);
  if (around && take(cursor, CLOSING)) return around;
  cursor.at = start;
  return null;
}

/** Repetitions whose whole length is known, and shorter than the run: easy running before and after them. */
function aroundRepeat(run: Step, [repeat, ...more]: readonly Block[]): Block[] | null {
  if (repeat?.type !== "repeat" || more.length > 0 || run.length.kind !== "distance") return null;
  const metres = metresOf(repeat);
  const grainM = isMilesOf(run.length.distanceM) ? GRAIN_MILES * METRES_PER_MILE : GRAIN_M;
  const half = metres === null ? 0 : Math.floor((run.length.distanceM - metres) / 2 / grainM + 1e-9) * grainM;
  if (half <= 0) return null;
  const easy = asEasy({ ...run, target: run.target ?? EASY, length: { kind: "distance", distanceM: half } });
  return [easy, repeat, easy];
}

function metresOf({ times, steps }: Repeat): number | null {
  let metres = 0;
  for (const step of steps) {
    if (step.type !== "step" || step.length.kind !== "distance") return null;
    metres += step.length.distanceM;
  }
  return metres * times;
}
