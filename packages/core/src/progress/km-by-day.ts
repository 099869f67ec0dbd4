import { between, type TrainingLog } from "./training-log.ts";

export type KmByDay = {
  /** First day with a run in the stretch; the day after its end where there is none. */
  firstRunDay: number;
  /** Kilometres run between two days, both included; days outside the stretch count as none. */
  sum(from: number, to: number): number;
};

/** Running distance of a stretch of days as prefix sums: any window of it costs two look-ups. */
export function kmByDay(log: TrainingLog, from: number, to: number): KmByDay {
  const sums = new Float64Array(to - from + 2);
  let firstRunDay = to + 1;
  for (const session of between(log.sessions, from, to)) {
    if (!session.run) continue;
    firstRunDay = Math.min(firstRunDay, session.day);
    const index = session.day - from + 1;
    sums[index] = (sums[index] ?? 0) + session.distanceM / 1000;
  }
  for (let index = 1; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (sums[index - 1] ?? 0);
  const upTo = (day: number) => sums[Math.min(sums.length - 1, Math.max(0, day - from + 1))] ?? 0;
  return { firstRunDay, sum: (first, last) => (last < first ? 0 : upTo(last) - upTo(first - 1)) };
}
