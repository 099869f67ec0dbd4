import type { CheckIn } from "@repo/core/wellness";
import { meanOf } from "./cause-window.ts";

/** A morning is looked at again on each of the hundred days that compare with it. */
const READ = new WeakMap<CheckIn, { unease: number | null }>();

/** Unease of a morning: mean of what was rated, each on a scale on which more is worse. One rating alone must be fatigue. */
export function morningUnease(checkIn: CheckIn): number | null {
  let read = READ.get(checkIn);
  if (!read) {
    read = { unease: rate(checkIn) };
    READ.set(checkIn, read);
  }
  return read.unease;
}

function rate(checkIn: CheckIn): number | null {
  const bad = [checkIn.fatigue, checkIn.soreness].flatMap((value) => value ?? []);
  const good = [checkIn.mood, checkIn.sleepQuality, checkIn.motivation].flatMap((value) => value ?? []);
  const values = [...bad, ...good.map((value) => 6 - value)];
  return values.length >= 2 || checkIn.fatigue != null ? meanOf(values) : null;
}
