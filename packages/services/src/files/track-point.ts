import { emptySamples, type Samples } from "./activity-file.ts";

/** One point of a TCX or GPX track; null means not recorded. Unix seconds, metres, degrees. */
export type TrackPoint = {
  timeS: number | null;
  latDeg: number | null;
  lngDeg: number | null;
  altitudeM: number | null;
  distanceM: number | null;
  hrBpm: number | null;
  speedMps: number | null;
  cadenceRpm: number | null;
  powerW: number | null;
};

/** The points that carry a time as columns, counted from a start. */
export function samplesOfPoints(points: readonly TrackPoint[], startS: number): Samples {
  const samples = emptySamples();
  for (const point of points) {
    if (point.timeS === null) continue;
    samples.timeS.push(point.timeS - startS);
    samples.latDeg.push(point.latDeg);
    samples.lngDeg.push(point.lngDeg);
    samples.altitudeM.push(soundAltitude(point.altitudeM));
    samples.distanceM.push(between(point.distanceM, 0, 10_000_000));
    samples.hrBpm.push(point.hrBpm);
    samples.speedMps.push(between(point.speedMps, 0, 150));
    samples.cadenceRpm.push(between(point.cadenceRpm, 0, 500));
    samples.powerW.push(between(point.powerW, 0, 5_000));
  }
  return samples;
}

/** A heart rate that a person can have, else null. */
export function soundBpm(bpm: number | null): number | null {
  return bpm !== null && bpm >= 25 && bpm <= 230 ? bpm : null;
}

/** Latitude and longitude where both are on the globe, else neither; 0, 0 is a receiver without a fix. */
export function soundPlace(lat: number | null, lng: number | null): Pick<TrackPoint, "latDeg" | "lngDeg"> {
  const isSound =
    lat !== null && lng !== null && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
  return isSound ? { latDeg: lat, lngDeg: lng } : { latDeg: null, lngDeg: null };
}

/** An altitude between the deepest shore and the highest flight, else null. */
export function soundAltitude(metres: number | null): number | null {
  return between(metres, -500, 12_000);
}

function between(value: number | null, low: number, high: number): number | null {
  return value !== null && value >= low && value <= high ? value : null;
}
