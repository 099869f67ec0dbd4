import type { Sport } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import {
  type ActivityFile,
  emptySamples,
  type FileSession,
  type FileWarning,
  type Samples,
} from "./activity-file.ts";
import { startTimeOf } from "./plausible.ts";
import { elevationGainM, heartRates, movingTimeS, trackDistanceM } from "./track.ts";
import { child, children, number, parseXml, text, unixSeconds, type XmlNode } from "./xml.ts";

/**
 * Reads the track of a GPX file: distance along the positions inside segments, timer as the sum of the segments'
 * spans. Segments are stretches between pauses, so they stay one activity.
 *
 * @throws {AppError} INVALID when there is no point, or no point with a time
 */
export function readGpx(bytes: Uint8Array): ActivityFile {
  const warnings: FileWarning[] = [];
  const root = child(parseXml(bytes, warnings), "gpx");
  const tracks = children(root, "trk");
  const segments = tracks.flatMap((track) =>
    children(track, "trkseg").map((segment) => children(segment, "trkpt")),
  );
  const points = segments.flat();
  if (points.length === 0) {
    throw new AppError(
      "INVALID",
      "This GPX file holds no recorded point. Choose the file of a finished session.",
    );
  }
  const timed = segments
    .map((segment) => orderedPoints(segment, warnings))
    .filter((segment) => segment.length > 0);
  if (timed.length === 0) {
    throw new AppError(
      "INVALID",
      "The points of this GPX file carry no times: it is a route, not a recorded session.",
    );
  }
  const session = sessionOf(timed, tracks, points.length, warnings);
  return { format: "gpx", device: text(root, "@creator"), sessions: [session], warnings };
}

type TimedPoint = { timeS: number; node: XmlNode };

/** The points of a segment that carry a time, those that go back in time left out and named. */
function orderedPoints(segment: readonly XmlNode[], warnings: FileWarning[]): TimedPoint[] {
  const timed = segment
    .map((node) => ({ node, timeS: unixSeconds(text(node, "time")) }))
    .filter((point): point is TimedPoint => point.timeS !== null);
  const ordered: TimedPoint[] = [];
  for (const [index, point] of timed.entries()) {
    const last = ordered.at(-1);
    // A first point that lies after those that follow is the odd one out, not the rest of the run.
    const oddFirst = ordered.length === 1 && last && (timed[index + 1]?.timeS ?? Infinity) < last.timeS;
    if (oddFirst) ordered.pop();
    if (oddFirst || !last || point.timeS >= last.timeS) ordered.push(point);
  }
  const back = timed.length - ordered.length;
  if (back > 0)
    warnings.push({ code: "time-goes-back", text: `${back} points go back in time and were left out` });
  return ordered;
}

function sessionOf(
  segments: readonly TimedPoint[][],
  tracks: readonly XmlNode[],
  count: number,
  warnings: FileWarning[],
): FileSession {
  const start = segments[0]?.[0]?.timeS ?? 0;
  const parts = segments.map((segment) => samplesOf(segment, start));
  const distances = parts.map((part) => trackDistanceM(part));
  const jumps = distances.reduce((total, part) => total + part.jumps, 0);
  if (jumps > 0)
    warnings.push({ code: "position-jumps", text: `${jumps} position jumps were left out of the distance` });
  const known = distances
    .map((part) => part.distanceM)
    .filter((distance): distance is number => distance !== null);
  const samples = joined(parts);
  const timerS = segments.reduce((total, segment) => total + spanOf(segment), 0);
  return {
    sport: sportOf(tracks.map((track) => text(track, "type")).find((type) => type !== null) ?? null),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone: null,
    distanceM: known.length === 0 ? null : known.reduce((a, b) => a + b, 0),
    timerS,
    elapsedS: (segments.at(-1)?.at(-1)?.timeS ?? start) - start,
    movingS: movingTimeS(samples),
    elevationGainM: elevationGainM(samples.altitudeM),
    ...heartRates(samples),
    laps: [],
    records: count,
    samples,
  };
}

function spanOf(segment: readonly TimedPoint[]): number {
  return (segment.at(-1)?.timeS ?? 0) - (segment[0]?.timeS ?? 0);
}

function samplesOf(segment: readonly TimedPoint[], start: number): Samples {
  const samples = emptySamples();
  for (const { node, timeS } of segment) {
    const [lat, lng] = [coordinate(node, "@lat", 90), coordinate(node, "@lon", 180)];
    const extension = child(child(node, "extensions"), "TrackPointExtension");
    const hr =
      number(extension, "hr") ??
      number(child(node, "extensions"), "hr") ??
      number(child(node, "extensions"), "heartrate");
    samples.timeS.push(timeS - start);
    samples.latDeg.push(lng === null ? null : lat);
    samples.lngDeg.push(lat === null ? null : lng);
    samples.altitudeM.push(number(node, "ele"));
    samples.hrBpm.push(hr !== null && hr >= 25 && hr <= 230 ? hr : null);
    samples.cadenceRpm.push(number(extension, "cad"));
    samples.speedMps.push(null);
    samples.powerW.push(number(child(node, "extensions"), "power"));
    samples.distanceM.push(null);
  }
  return samples;
}

function coordinate(node: XmlNode, name: string, limit: number): number | null {
  const value = number(node, name);
  return value !== null && Math.abs(value) <= limit ? value : null;
}

/** Joins segments and adds the running distance, which the format does not carry. */
function joined(parts: readonly Samples[]): Samples {
  const all = emptySamples();
  let base = 0;
  for (const part of parts) {
    const running = runningDistance(part, base);
    base = running.at(-1) ?? base;
    for (const key of Object.keys(all) as (keyof Samples)[]) {
      (all[key] as (number | null)[]).push(...(key === "distanceM" ? running : part[key]));
    }
  }
  return all;
}

function runningDistance(part: Samples, base: number): number[] {
  let total = base;
  return part.timeS.map((_, index) => {
    if (index > 0) {
      const pair: Samples = { ...emptySamples(), timeS: part.timeS.slice(index - 1, index + 1) };
      pair.latDeg = part.latDeg.slice(index - 1, index + 1);
      pair.lngDeg = part.lngDeg.slice(index - 1, index + 1);
      total += trackDistanceM(pair).distanceM ?? 0;
    }
    return total;
  });
}

function sportOf(type: string | null): Sport {
  const name = type?.toLowerCase() ?? "";
  if (/run|jog|lauf|^9$/.test(name)) return "run";
  if (/cycl|bik|rid|^1$/.test(name)) return "ride";
  if (/swim/.test(name)) return "swim";
  if (/hik/.test(name)) return "hike";
  return /walk/.test(name) ? "walk" : "other";
}
