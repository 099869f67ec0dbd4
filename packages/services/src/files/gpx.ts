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
import { sportNamed } from "./sport-named.ts";
import { elevationGainM, heartRates, movingTimeS, runningDistance } from "./track.ts";
import { samplesOfPoints, soundBpm, soundPlace, type TrackPoint } from "./track-point.ts";
import { parseXml } from "./xml.ts";
import { child, children, number, text, unixSeconds, type XmlNode } from "./xml-node.ts";

/** A longer rest lies between two sessions, not in one. */
const APART_S = 3 * 3_600;
/** Twice a day for five years. */
const MOST_TRACKS = 4_000;
/** Of the shorter of two tracks: more in common is the same time told twice. */
const OVERLAP = 0.5;

/**
 * Reads the tracks of a GPX file: distance along the positions inside segments, timer as the sum of the segments'
 * spans. Segments are stretches between pauses, so they stay one activity.
 *
 * @throws {AppError} INVALID when there is no point, or no point with a time
 */
export function readGpx(bytes: Uint8Array): ActivityFile {
  const warnings: FileWarning[] = [];
  // A file may hold several documents, one behind the other.
  const roots = children(parseXml(bytes, warnings, { trkpt: pointOf }), "gpx");
  const tracks = roots.flatMap((root) => children(root, "trk"));
  if (tracks.length > MOST_TRACKS)
    throw new AppError("INVALID", `This GPX file holds more than ${MOST_TRACKS} tracks. Split it by years.`);
  const read = tracks.map((track) => {
    // Some programs leave out the segment around the points.
    const segments = [track, ...children(track, "trkseg")].map((segment) =>
      children<TrackPoint>(segment, "trkpt"),
    );
    return { track, segments, count: segments.reduce((total, { length }) => total + length, 0) };
  });
  const count = read.reduce((total, track) => total + track.count, 0);
  if (count === 0) {
    throw new AppError(
      "INVALID",
      "This GPX file holds no recorded point. Choose the file of a finished session.",
    );
  }
  const timed = withoutCopies(
    read
      .map(({ track, segments, count }) => ({
        tracks: [track],
        count,
        segments: inOrder(segments.map((segment) => orderedPoints(segment, warnings))),
      }))
      .filter(({ segments }) => segments.length > 0),
    warnings,
  );
  if (timed.length === 0) {
    throw new AppError(
      "INVALID",
      "The points of this GPX file carry no times: it is a route, not a recorded session.",
    );
  }
  const recordings = recordingsOf(timed);
  const sessions = recordings.map((recording) =>
    sessionOf(
      recording.segments,
      recording.tracks,
      recordings.length === 1 && timed.length === read.length ? count : recording.count,
      warnings,
    ),
  );
  return {
    format: "gpx",
    device: roots.map((root) => text(root, "@creator")).find((name) => name !== null) ?? null,
    sessions,
    warnings,
  };
}

type Recording = { tracks: XmlNode[]; count: number; segments: TimedPoint[][] };

/** Tracks without those that tell the time of another once more: nobody is in two places at once. */
function withoutCopies(tracks: readonly Recording[], warnings: FileWarning[]): Recording[] {
  const kept: Recording[] = [];
  for (const track of [...tracks].sort((a, b) => b.count - a.count))
    if (!kept.some((other) => isCopy(track, other))) kept.push(track);
  const left = tracks.length - kept.length;
  if (left > 0)
    warnings.push({
      code: "track-twice",
      text: `${left === 1 ? "a track that tells" : `${left} tracks that tell`} the time of another once more ${left === 1 ? "was" : "were"} left out`,
    });
  return tracks.filter((track) => kept.includes(track));
}

function isCopy(one: Recording, other: Recording): boolean {
  const [from, to] = [
    Math.max(startOf(one.segments[0]), startOf(other.segments[0])),
    Math.min(endOf(one), endOf(other)),
  ];
  const shorter = Math.min(lengthOf(one), lengthOf(other));
  return shorter > 0 && to - from > shorter * OVERLAP;
}

function endOf(recording: Recording): number {
  return recording.segments.at(-1)?.at(-1)?.timeS ?? Number.NEGATIVE_INFINITY;
}

function lengthOf(recording: Recording): number {
  return endOf(recording) - startOf(recording.segments[0]);
}

/** Tracks that follow one another are one session; one that begins hours later, as in a collection, is its own. */
function recordingsOf(tracks: readonly Recording[]): Recording[] {
  const sorted = [...tracks].sort((a, b) => startOf(a.segments[0]) - startOf(b.segments[0]));
  const recordings: Recording[] = [];
  for (const next of sorted) {
    const last = recordings.at(-1);
    const end = last?.segments.at(-1)?.at(-1)?.timeS ?? Number.NEGATIVE_INFINITY;
    if (!last || startOf(next.segments[0]) - end > APART_S) {
      recordings.push(next);
      continue;
    }
    last.tracks.push(...next.tracks);
    last.segments = inOrder([...last.segments, ...next.segments]);
    last.count += next.count;
  }
  return recordings;
}

function inOrder(segments: readonly TimedPoint[][]): TimedPoint[][] {
  return segments.filter((segment) => segment.length > 0).sort((a, b) => startOf(a) - startOf(b));
}

function startOf(segment: readonly TimedPoint[] | undefined): number {
  return segment?.[0]?.timeS ?? 0;
}

/** What is kept of a point: watches and phones write the same facts under many names, at one or two levels. */
function pointOf(node: XmlNode): TrackPoint {
  const extras = { ...child(node, "extensions"), ...inner(child(node, "extensions")) };
  const any = (...names: string[]) => {
    for (const name of names) {
      const value = number(extras, name);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    timeS: unixSeconds(text(node, "time")),
    ...soundPlace(number(node, "@lat"), number(node, "@lon")),
    altitudeM: number(node, "ele"),
    distanceM: null,
    hrBpm: soundBpm(any("hr", "heartrate", "heart_rate", "heartRate", "HeartRate")),
    speedMps: any("speed") ?? number(node, "speed"),
    cadenceRpm: any("cad", "cadence", "RunCadence"),
    powerW: any("power", "PowerInWatts", "watts", "Watts"),
  };
}

function inner(extensions: XmlNode): XmlNode {
  const nodes = Object.values(extensions).flat();
  return Object.assign({}, ...nodes.filter((value) => typeof value === "object" && value !== null));
}

type TimedPoint = TrackPoint & { timeS: number };

/** The points of a segment that carry a time, those that go back in time left out and named. */
function orderedPoints(segment: readonly TrackPoint[], warnings: FileWarning[]): TimedPoint[] {
  const timed = segment.filter((point): point is TimedPoint => point.timeS !== null);
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
  const { samples, distanceM, jumps } = joined(segments, start);
  if (jumps > 0)
    warnings.push({ code: "position-jumps", text: `${jumps} position jumps were left out of the distance` });
  const timerS = segments.reduce((total, segment) => total + spanOf(segment), 0);
  return {
    sport: namedSport(tracks, warnings),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone: null,
    distanceM,
    timerS,
    elapsedS: (segments.at(-1)?.at(-1)?.timeS ?? start) - start,
    movingS: movingTimeS(samples, timerS),
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

/** Joins segments and adds the running distance, which the format does not carry. */
function joined(segments: readonly TimedPoint[][], start: number) {
  const samples = emptySamples();
  const sum = { distanceM: null as number | null, jumps: 0 };
  for (const segment of segments) {
    const part = samplesOfPoints(segment, start);
    const { running, distanceM, jumps } = runningDistance(part, sum.distanceM ?? 0);
    for (const key of Object.keys(samples) as (keyof Samples)[]) {
      const column: (number | null)[] = samples[key];
      for (const value of key === "distanceM" ? running : part[key]) column.push(value);
    }
    sum.jumps += jumps;
    if (distanceM !== null) sum.distanceM = (sum.distanceM ?? 0) + distanceM;
  }
  return { samples, ...sum };
}

/** The sport as the track's type says it, else as its name does. */
function namedSport(tracks: readonly XmlNode[], warnings: FileWarning[]): Sport {
  const said = (name: string) => tracks.map((track) => text(track, name)).find((value) => value !== null);
  const type = said("type") ?? null;
  const sport = type === null ? sportOf(said("name") ?? null) : (sportOf(type) ?? sportNamed(type));
  if (sport === null && type === null) {
    warnings.push({ code: "no-sport", text: "the file does not name the sport; choose it on the activity" });
  }
  return sport ?? "other";
}

/** Running in the languages in which phones name a track by themselves. */
const RUN_ABROAD =
  /corrida|correr|carrera|\bcorsa\b|hardlo(?:op|pen)|løpe|løping|löpning|löprunda|juoksu|\bbieg\b|bieganie/;

function sportOf(said: string | null): Sport | null {
  const name = said?.toLowerCase().replaceAll("_", " ") ?? "";
  if (/\brun|(virtual|trail)run|\bjog|lauf|\bcourse à|^9$/.test(name) || RUN_ABROAD.test(name)) return "run";
  if (/cycl|\bbik|\brid(e|ing)|radfahr|vélo|^1$/.test(name)) return "ride";
  if (/\bswim|schwimm/.test(name)) return "swim";
  if (/\bhik|wander|^4$/.test(name)) return "hike";
  return /\bwalk|spazier|^10$/.test(name) ? "walk" : null;
}
