/** Faster than this no human has run, slower than this nobody finishes: m/s. Wide on purpose. */
const FASTEST_MPS = 11;
const SLOWEST_MPS = 0.5;
/** Mean speeds no human has held over a distance, m/s: a little above the world records. */
const RECORD_MPS: readonly (readonly [distanceM: number, speedMps: number])[] = [
  [400, 9.6],
  [1_000, 7.7],
  [3_000, 6.9],
  [10_000, 6.5],
  [21_000, 6.3],
  [42_000, 6.0],
];

/** The shortest and the longest time over a distance, seconds, that a runner's can be. */
export function possibleTimesS(distanceM: number): [shortest: number, longest: number] {
  let limit = FASTEST_MPS;
  for (const [from, speed] of RECORD_MPS) if (distanceM >= from) limit = speed;
  return [distanceM / limit, distanceM / SLOWEST_MPS];
}
