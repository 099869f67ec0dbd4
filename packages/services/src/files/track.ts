import type { Samples } from "./activity-file.ts";

const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;
/** Faster than any runner, rider or skier: a jump of the receiver, not of the athlete. */
const JUMP_SPEED_MPS = 60;
/** Slower than this is standing. */
const MOVING_SPEED_MPS = 0.4;
/** A longer silence is a pause, whatever distance it covers. */
const PAUSE_S = 60;
/** Rises and falls smaller than this are the sensor's noise. */
const ALTITUDE_NOISE_M = 3;

/** Great-circle distance between two points, in metres. */
export function haversineM(latA: number, lngA: number, latB: number, lngB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLng = Math.sin(((lngB - lngA) * RADIANS) / 2);
  const a = sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLng * sinLng;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** Distance along the positions of a track, position jumps left out and counted. Null without two positions. */
export function trackDistanceM(samples: Samples): { distanceM: number | null; jumps: number } {
  const { distanceM, jumps } = runningDistance(samples, 0);
  return { distanceM, jumps };
}

/** The distance at each sample from a base on, with the whole distance (null without two positions) and the jumps. */
export function runningDistance(
  samples: Samples,
  baseM: number,
): { running: number[]; distanceM: number | null; jumps: number } {
  const sum = { distanceM: 0, jumps: 0, pairs: 0 };
  const running: number[] = [];
  let last: { lat: number; lng: number; timeS: number } | null = null;
  for (const [index, timeS] of samples.timeS.entries()) {
    const [lat, lng] = [samples.latDeg[index], samples.lngDeg[index]];
    if (lat != null && lng != null) {
      if (last) {
        sum.pairs += 1;
        const step = haversineM(last.lat, last.lng, lat, lng);
        if (step / Math.max(timeS - last.timeS, 1) > JUMP_SPEED_MPS) sum.jumps += 1;
        else sum.distanceM += step;
      }
      last = { lat, lng, timeS };
    }
    running.push(baseM + sum.distanceM);
  }
  return { running, distanceM: sum.pairs > 0 ? sum.distanceM : null, jumps: sum.jumps };
}

/** Metres climbed, counting only rises and falls beyond the sensor's noise; null without two altitudes. */
export function elevationGainM(altitudes: readonly (number | null)[]): number | null {
  const known = altitudes.filter((altitude): altitude is number => altitude !== null);
  if (known.length < 2) return null;
  let gain = 0;
  let reference = known[0] as number;
  for (const altitude of known) {
    const change = altitude - reference;
    if (Math.abs(change) < ALTITUDE_NOISE_M) continue;
    if (change > 0) gain += change;
    reference = altitude;
  }
  return gain;
}

/** Seconds in which the samples move, never more than the timer ran; null without distances. */
export function movingTimeS(samples: Samples, timerS: number | null): number | null {
  let movingS = 0;
  let known = false;
  for (let index = 1; index < samples.timeS.length; index += 1) {
    const seconds = (samples.timeS[index] as number) - (samples.timeS[index - 1] as number);
    const [before, after] = [samples.distanceM[index - 1], samples.distanceM[index]];
    if (before == null || after == null || seconds <= 0 || seconds > PAUSE_S) continue;
    known = true;
    if ((after - before) / seconds >= MOVING_SPEED_MPS) movingS += seconds;
  }
  return known ? Math.min(movingS, timerS ?? movingS) : null;
}

/** Mean of the heart rates that were recorded, and their maximum; null without any. */
export function heartRates(samples: Samples): { avgHr: number | null; maxHr: number | null } {
  let sum = 0;
  let count = 0;
  let maxHr = 0;
  for (const hr of samples.hrBpm) {
    if (hr === null) continue;
    sum += hr;
    count += 1;
    if (hr > maxHr) maxHr = hr;
  }
  return count === 0 ? { avgHr: null, maxHr: null } : { avgHr: sum / count, maxHr };
}
