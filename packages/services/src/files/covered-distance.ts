import type { FileWarning, Samples } from "./activity-file.ts";
import { trackDistanceM } from "./track.ts";

/** Faster than any skier or rider: 252 km/h. */
const FASTEST_MPS = 70;

/** The first distance that a body can have covered in the time: faster than any skier or rider is a broken byte. */
export function soundDistance(
  said: readonly (number | null)[],
  of: { samples: Samples; timerS: number | null },
  warnings: FileWarning[],
): number | null {
  const [first = null] = said.filter((distance) => distance !== null);
  const { samples, timerS } = of;
  if (first === null || timerS === null || timerS <= 0 || isCovered(first, timerS)) return first;
  const others = [...said, trackDistanceM(samples).distanceM];
  const sound = others.find((distance) => distance !== null && isCovered(distance, timerS)) ?? null;
  warnings.push({
    code: "distance-too-far",
    text: `${Math.round(first / 1000)} km in ${Math.round(timerS)} s cannot be right; ${sound === null ? "the distance is left out" : `${(sound / 1000).toFixed(2)} km from the records are used`}`,
  });
  return sound;
}

/** Whether somebody can have covered a distance in a time, by whatever means a sport allows. */
export function isCovered(distanceM: number, durationS: number): boolean {
  return distanceM <= FASTEST_MPS * (durationS + 60);
}
