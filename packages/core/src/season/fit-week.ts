import { hasRoom, runOn } from "./day-room.ts";
import type { Placed, Setup } from "./plan-state.ts";
import { roundDown } from "./round-distance.ts";
import { PLANNER } from "./season-limits.ts";
import { easyRun, type LongFinish, longRun, type Session } from "./session-blocks.ts";

/** Below these weekly kilometres shares are a matter of a run more or less. */
const LEAST_SHARED_KM = 14;
const LEAST_JUDGED_KM = 10;

/** The fast end of a long run as it was planned. */
function finishOf(session: Session): LongFinish | null {
  const end = session.blocks.at(-1);
  if (!session.hard || end?.type !== "step" || end.length.kind !== "distance" || end.target?.kind !== "pace")
    return null;
  return { km: end.length.distanceM / 1000, pace: end.target.pace, workout: session.workout };
}

/** Shortens a long run that came out as too much of its week, its fast end with it. */
export function inShare(placed: Placed[], setup: Setup, secondKm: number, seconds: number): Placed[] {
  const at = placed.findIndex((each) => each.session.kind === "long");
  const long = placed[at];
  if (!long || placed.length < 2 || long.session.key.startsWith("walk:")) return placed;
  const others = placed.reduce((sum, each) => sum + each.made.plannedKm, secondKm) - long.made.plannedKm;
  const share = PLANNER.longestShare[Math.min(7, placed.length + seconds)] ?? 1;
  const most = (others * share) / (1 - share);
  if (long.made.plannedKm <= most || others + long.made.plannedKm < LEAST_SHARED_KM) return placed;
  const km = roundDown(most);
  const finish = finishOf(long.session);
  const end = finish ? Math.min(finish.km, Math.floor(km / 2)) : 0;
  const session = longRun(km, finish && end >= 2 ? { ...finish, km: end } : null);
  const made = setup.resolve(session);
  // Without its fast end a run takes longer.
  if (!hasRoom(setup, long.day, made)) {
    return placed.with(
      at,
      runOn(setup, long.day, km, (each) => longRun(each, null)),
    );
  }
  return placed.with(at, { day: long.day, session, made });
}

/** Turns hard sessions easy, the shortest that suffices first, where the week came out too short for them (M6). */
export function inBudget(placed: Placed[], setup: Setup, secondKm: number): Placed[] {
  let kept = placed;
  for (;;) {
    const total = kept.reduce((sum, each) => sum + each.made.plannedKm, secondKm);
    const hard = kept.reduce((sum, each) => sum + each.made.hardKm, 0);
    const excess = hard - total * PLANNER.mostHardShare;
    if (excess <= 0 || total < LEAST_JUDGED_KM) return kept;
    const sessions = kept
      .filter((each) => each.session.hard && each.session.kind !== "long" && each.made.hardKm > 0)
      .sort((a, b) => a.made.hardKm - b.made.hardKm);
    const long = kept.find((each) => each.session.kind === "long" && each.session.hard);
    const eased = sessions.find((each) => each.made.hardKm >= excess) ?? sessions.at(-1) ?? long;
    if (!eased) return kept;
    const km = roundDown(eased.made.plannedKm);
    const easier = runOn(setup, eased.day, km, (each) =>
      eased === long ? longRun(each, null) : easyRun(each),
    );
    kept = kept.with(kept.indexOf(eased), easier);
  }
}
