import type { Sport } from "@repo/core/activities";
import { AppError } from "@repo/core/errors";
import type { ActivityFile, FileLap, FileSession, FileWarning, Samples } from "./activity-file.ts";
import { soundDistance } from "./covered-distance.ts";
import { onceEach } from "./once-each.ts";
import { plausibleHr, startTimeOf } from "./plausible.ts";
import { elevationGainM, heartRates, movingTimeS, trackDistanceM } from "./track.ts";
import { samplesOfPoints, soundBpm, soundPlace, type TrackPoint } from "./track-point.ts";
import { parseXml } from "./xml.ts";
import { child, children, number, text, unixSeconds, type XmlNode } from "./xml-node.ts";

/** Distances of the laps and of the positions that differ by more than this are named. */
const DISTANCE_DISAGREES = 0.05;

/**
 * Reads every activity of a TCX file. Distance and timer are the sums of the laps, as the device showed them.
 *
 * @throws {AppError} INVALID when the file holds no activity
 */
export function readTcx(bytes: Uint8Array): ActivityFile {
  const warnings: FileWarning[] = [];
  // A file may hold several documents, one behind the other.
  const roots = children(parseXml(bytes, warnings, { Trackpoint: pointOf }), "TrainingCenterDatabase");
  const activities = roots.flatMap(activitiesOf);
  if (activities.length === 0) {
    const what = roots.some((root) => children(child(root, "Courses"), "Course").length > 0)
      ? "a course, not an activity"
      : "no activity";
    throw new AppError("INVALID", `This TCX file holds ${what}. Choose the file of a finished session.`);
  }
  const sessions = activities
    .map((activity) => readActivity(activity, warnings))
    .filter(({ timerS, records }) => timerS !== null || records > 0)
    .sort((a, b) => (a.startTime ?? "").localeCompare(b.startTime ?? ""));
  if (sessions.length === 0) {
    throw new AppError(
      "INVALID",
      "This TCX file names an activity but holds no time and no point of it. Export it again.",
    );
  }
  return { format: "tcx", device: deviceOf(activities), sessions: onceEach(sessions, warnings), warnings };
}

function activitiesOf(root: XmlNode): XmlNode[] {
  const list = child(root, "Activities");
  const multi = children(list, "MultiSportSession").flatMap((session) => [
    ...children(child(session, "FirstSport"), "Activity"),
    ...children(session, "NextSport").flatMap((next) => children(next, "Activity")),
  ]);
  return [...children(list, "Activity"), ...multi];
}

function deviceOf(activities: readonly XmlNode[]): string | null {
  for (const activity of activities) {
    const name = text(child(activity, "Creator"), "Name");
    if (name) return name;
  }
  return null;
}

function readActivity(activity: XmlNode, warnings: FileWarning[]): FileSession {
  const laps = inOrder(children(activity, "Lap"));
  const points = laps.flatMap((lap) =>
    children(lap, "Track").flatMap((track) => children<TrackPoint>(track, "Trackpoint")),
  );
  const firstLapStart = unixSeconds(text(laps[0], "@StartTime"));
  const start = firstLapStart ?? unixSeconds(text(activity, "Id")) ?? firstPointTime(points);
  const samples = samplesOfPoints(points, start ?? 0);
  const fileLaps = laps.map((lap) => lapOf(lap, warnings));
  const measured = heartRates(samples);
  const ofTimers = sum(fileLaps.map((lap) => lap.durationS));
  const spanS =
    samples.timeS.length > 1 ? (samples.timeS.at(-1) as number) - (samples.timeS[0] as number) : null;
  // Programs that do not know the laps' totals write zeros.
  const timerS = ofTimers === 0 && spanS !== null && spanS > 0 ? spanS : ofTimers;
  const ofLaps = sum(fileLaps.map((lap) => lap.distanceM));
  const ofRecords = [recordedDistanceM(samples), trackDistanceM(samples).distanceM];
  // A lap that took time and tells no distance leaves the sum short: then the records come first.
  const isUntold = ofLaps === 0 && ofRecords[0] !== null;
  const isShort = isUntold || fileLaps.some((lap) => lap.distanceM === null && lap.durationS !== 0);
  const said = isShort ? [...ofRecords, ofLaps] : [ofLaps, ...ofRecords];
  const distanceM = soundDistance(said, { samples, timerS: timerS ?? spanS }, warnings);
  nameDisagreement(distanceM, samples, warnings);
  return {
    sport: sportOf(text(activity, "@Sport")),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone: null,
    distanceM,
    timerS: timerS ?? spanS,
    elapsedS: spanS !== null && spanS >= 0 ? Math.max(spanS, timerS ?? 0) : timerS,
    movingS: movingTimeS(samples, timerS ?? spanS),
    elevationGainM: elevationGainM(samples.altitudeM),
    avgHr: weightedHr(fileLaps) ?? measured.avgHr,
    maxHr: maxHr(fileLaps) ?? measured.maxHr,
    laps: fileLaps,
    records: points.length,
    samples,
  };
}

/** Laps by their starts, where all tell them: some programs write the last lap first. */
function inOrder(laps: readonly XmlNode[]): XmlNode[] {
  const startOf = (lap: XmlNode) => unixSeconds(text(lap, "@StartTime")) ?? Number.NaN;
  const isTold = laps.every((lap) => Number.isFinite(startOf(lap)));
  return isTold ? laps.toSorted((a, b) => startOf(a) - startOf(b)) : [...laps];
}

/** A counter that falls by less was corrected by its device, not begun anew. */
const RESET_M = 100;

/** What the device had counted at the last point that tells it, in metres; a counter begun anew each lap adds up. */
function recordedDistanceM(samples: Samples): number | null {
  let [before, last] = [0, 0];
  for (const distance of samples.distanceM) {
    if (distance === null) continue;
    if (distance < last - RESET_M && distance < last / 10) before += last;
    last = distance;
  }
  return before + last > 0 ? before + last : null;
}

function firstPointTime(points: readonly TrackPoint[]): number | null {
  return points.find((point) => point.timeS !== null)?.timeS ?? null;
}

function sportOf(sport: string | null): Sport {
  const name = sport?.toLowerCase() ?? "";
  if (/run|jog/.test(name)) return "run";
  if (/bik|cycl/.test(name)) return "ride";
  if (/swim/.test(name)) return "swim";
  if (/hik/.test(name)) return "hike";
  return /walk/.test(name) ? "walk" : "other";
}

function lapOf(lap: XmlNode, warnings: FileWarning[]): FileLap {
  const intensity = text(lap, "Intensity")?.toLowerCase() ?? null;
  const durationS = number(lap, "TotalTimeSeconds");
  const distanceM = number(lap, "DistanceMeters");
  return {
    kind: intensity === "resting" ? "rest" : null,
    startTime: text(lap, "@StartTime"),
    durationS: durationS !== null && durationS >= 0 ? durationS : null,
    distanceM: distanceM !== null && distanceM >= 0 ? distanceM : null,
    avgHr: plausibleHr(number(child(lap, "AverageHeartRateBpm"), "Value"), "average", warnings),
    maxHr: plausibleHr(number(child(lap, "MaximumHeartRateBpm"), "Value"), "maximum", warnings),
  };
}

function pointOf(node: XmlNode): TrackPoint {
  const position = child(node, "Position");
  const extra = child(child(node, "Extensions"), "TPX");
  return {
    timeS: unixSeconds(text(node, "Time")),
    ...soundPlace(number(position, "LatitudeDegrees"), number(position, "LongitudeDegrees")),
    altitudeM: number(node, "AltitudeMeters"),
    distanceM: number(node, "DistanceMeters"),
    hrBpm: soundBpm(number(child(node, "HeartRateBpm"), "Value")),
    speedMps: number(extra, "Speed"),
    cadenceRpm: number(node, "Cadence") ?? number(extra, "RunCadence"),
    powerW: number(extra, "Watts"),
  };
}

function nameDisagreement(distanceM: number | null, samples: Samples, warnings: FileWarning[]): void {
  const track = trackDistanceM(samples);
  if (track.jumps > 0) {
    warnings.push({
      code: "position-jumps",
      text: `${track.jumps} position jumps were left out of the track`,
    });
  }
  if (distanceM === null || track.distanceM === null || distanceM === 0) return;
  const share = Math.abs(track.distanceM - distanceM) / distanceM;
  if (share > DISTANCE_DISAGREES && track.distanceM > 100) {
    const [said, seen] = [(distanceM / 1000).toFixed(2), (track.distanceM / 1000).toFixed(2)];
    warnings.push({
      code: "distance-disagrees",
      text: `the laps say ${said} km, the positions ${seen} km; the laps are used`,
    });
  }
}

/** The sum of what is recorded; null when nothing is. */
function sum(values: readonly (number | null)[]): number | null {
  const recorded = values.filter((value): value is number => value !== null);
  return recorded.length === 0 ? null : recorded.reduce((a, b) => a + b, 0);
}

function weightedHr(laps: readonly FileLap[]): number | null {
  let [beats, seconds] = [0, 0];
  for (const lap of laps) {
    if (lap.avgHr === null || lap.durationS === null) continue;
    beats += lap.avgHr * lap.durationS;
    seconds += lap.durationS;
  }
  return seconds > 0 ? beats / seconds : null;
}

function maxHr(laps: readonly FileLap[]): number | null {
  const known = laps.map((lap) => lap.maxHr).filter((hr): hr is number => hr !== null);
  return known.length === 0 ? null : Math.max(...known);
}
