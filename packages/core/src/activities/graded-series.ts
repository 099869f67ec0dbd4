import { type GradeModel, gradeFactor } from "./grade.ts";
import { movingMean, type PerSecond } from "./samples.ts";

/** Shortest way over which a slope is measured: shorter, the noise of the altitude is steeper than any hill. */
const GRADE_WINDOW_M = 100;
const SMOOTHING_S = 30;

/**
 * Flat-equivalent speed for every second. The altitude is smoothed over 30 s, slopes are taken over 100 m. Only for
 * altitude from a barometer or a corrected map: a satellite's alone would invent hills.
 *
 * @returns the plain speed where the altitude is missing
 */
export function gradedSeries(series: PerSecond, model: GradeModel = "empirical"): Float64Array {
  const altitude = movingMean(series.altitudeM, SMOOTHING_S);
  const distance = cumulated(series.speedMps);
  let [back, front] = [0, 0];
  return series.speedMps.map((speed, index) => {
    const here = distance[index] as number;
    while (here - (distance[back] as number) > GRADE_WINDOW_M / 2) back += 1;
    while (front + 1 < distance.length && (distance[front] as number) - here < GRADE_WINDOW_M / 2) front += 1;
    const run = (distance[front] as number) - (distance[back] as number);
    const rise = (altitude[front] as number) - (altitude[back] as number);
    if (Number.isNaN(rise) || run < GRADE_WINDOW_M / 2) return speed;
    return speed * gradeFactor(rise / run, model);
  });
}

/** Metres climbed: rises of the smoothed altitude, counted once they exceed `thresholdM` above the last low. */
export function elevationGain(series: PerSecond, thresholdM = 2): number | null {
  const altitude = movingMean(series.altitudeM, SMOOTHING_S);
  let [gain, low, high]: [number, number | null, number] = [0, null, 0];
  for (const height of altitude) {
    if (Number.isNaN(height)) continue;
    if (low === null) [low, high] = [height, height];
    else if (height > high) high = height;
    else if (high - height > thresholdM) {
      gain += high - low > thresholdM ? high - low : 0;
      [low, high] = [height, height];
    } else if (height < low) [low, high] = [height, height];
  }
  if (low === null) return null;
  return gain + (high - low > thresholdM ? high - low : 0);
}

function cumulated(speeds: Float64Array): Float64Array {
  let total = 0;
  return speeds.map((speed) => {
    total += speed;
    return total;
  });
}
