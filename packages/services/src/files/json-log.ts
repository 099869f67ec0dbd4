import { AppError } from "@repo/core/errors";
import { type ActivityLog, type LoggedActivity, type LogRemark, readLogRows } from "./activity-log.ts";
import type { LoggedCheckIn } from "./check-in-table.ts";
import { decodeText } from "./decode-text.ts";
import { sportNamed } from "./sport-named.ts";

type Json = Record<string, unknown>;

/** What a JSON file of a service's export holds. */
export type JsonLog =
  | { kind: "history"; json: unknown }
  | { kind: "activities"; name: string; activities: LoggedActivity[]; remarks: LogRemark[] }
  | { kind: "check-ins"; name: string; days: LoggedCheckIn[] };

const MILE_M = 1609.344;
/** Deeper than any export; `JSON.parse` itself would end the process. */
const MAX_DEPTH = 200;

/**
 * Reads a JSON file of an export: our own history, Garmin's list of activities, sleep and daily summaries, Fitbit's
 * exercises, sleep and resting heart rates, and lists of sessions of other programs. Null for JSON that is none of these.
 *
 * @throws {AppError} INVALID for what is no JSON
 */
export function readJsonLog(bytes: Uint8Array): JsonLog | null {
  const json = parseJson(bytes);
  if (isObject(json) && json.format === "mesocycle/athlete-history") return { kind: "history", json };
  const rows = (Array.isArray(json) ? json : [json]).filter(isObject);
  const [first] = rows;
  if (!first) return null;
  if (Array.isArray(first.summarizedActivitiesExport)) {
    const list = rows.flatMap((row) => listOf(row.summarizedActivitiesExport));
    return { kind: "activities", name: "Garmin", activities: list.flatMap(garminActivity), remarks: [] };
  }
  if ("activityName" in first && "logId" in first)
    return { kind: "activities", name: "Fitbit", activities: rows.flatMap(fitbitActivity), remarks: [] };
  const days = rows.flatMap((row) => wellnessDay(row));
  if (days.length > 0) return { kind: "check-ins", name: "wellness", days };
  const log = listedActivities(json);
  return log && { kind: "activities", name: "sessions", ...log };
}

/**
 * Sessions as programs' interfaces list them (Strava, intervals.icu, Garmin, Polar): objects whose fields are read as
 * the columns of a table, at the top or in the first list of a field; null where no field is a day or none a duration.
 */
function listedActivities(json: unknown): ActivityLog | null {
  const lists = isObject(json) ? [[json], ...Object.values(json).filter(Array.isArray)] : [json];
  for (const list of lists) {
    const flat = listOf(list).map(flattened);
    const names = [...new Set(flat.flatMap((row) => Object.keys(row)))];
    try {
      const log = readLogRows([names, ...flat.map((row) => names.map((name) => row[name] ?? ""))]);
      if (log.activities.length > 0) return log;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return null;
}

/** The plain values of an object as texts, those of its objects and of the first of its lists under joined names. */
function flattened(row: Json): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(row)) {
    const inner = Array.isArray(value) ? value[0] : value;
    if (typeof value === "string" || typeof value === "number") flat[key] = String(value);
    else if (isObject(inner)) {
      for (const [name, each] of Object.entries(inner))
        if (typeof each === "string" || typeof each === "number") flat[`${key} ${name}`] = String(each);
    }
  }
  return flat;
}

function parseJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("INVALID", "This JSON file is damaged or cut short. Export it again.");
  }
}

function refuseDepth(text: string): void {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) isText = !isText;
    else if (code === 92 && isText) at += 1;
    else if (!isText && (code === 91 || code === 123)) depth += 1;
    else if (!isText && (code === 93 || code === 125)) depth -= 1;
    if (depth > MAX_DEPTH)
      throw new AppError(
        "INVALID",
        `This JSON file is nested more than ${MAX_DEPTH} levels deep, which no export is.`,
      );
  }
}

/** Garmin keeps milliseconds, centimetres and the local wall clock as if it were UTC. */
function garminActivity(row: Json): LoggedActivity[] {
  const start = numberOf(row.startTimeLocal) ?? numberOf(row.beginTimestamp);
  const durationMs = numberOf(row.duration);
  if (start === null || durationMs === null || durationMs <= 0) return [];
  const local = new Date(start).toISOString();
  const type = isObject(row.activityType) ? textOf(row.activityType.typeKey) : textOf(row.activityType);
  return [
    made({
      key: `garmin:${numberOf(row.activityId) ?? local}`,
      date: local.slice(0, 10),
      time: local.slice(11, 19),
      type,
      title: textOf(row.name),
      distanceM: scaled(row.distance, 0.01),
      durationS: durationMs / 1000,
      elevationGainM: scaled(row.elevationGain, 0.01),
      avgHr: numberOf(row.avgHr),
      maxHr: numberOf(row.maxHr),
    }),
  ];
}

function fitbitActivity(row: Json): LoggedActivity[] {
  const start = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(textOf(row.startTime) ?? "");
  const durationMs = numberOf(row.activeDuration) ?? numberOf(row.duration);
  if (!start || durationMs === null || durationMs <= 0) return [];
  return [
    made({
      key: `fitbit:${numberOf(row.logId) ?? start[0]}`,
      date: start[1] ?? "",
      time: start[2] ?? null,
      type: textOf(row.activityName),
      title: null,
      distanceM: scaled(row.distance, textOf(row.distanceUnit) === "Mile" ? MILE_M : 1000),
      durationS: durationMs / 1000,
      elevationGainM: null,
      avgHr: numberOf(row.averageHeartRate),
      maxHr: null,
    }),
  ];
}

type Made = Pick<
  LoggedActivity,
  "key" | "date" | "time" | "title" | "distanceM" | "durationS" | "elevationGainM" | "avgHr" | "maxHr"
> & { type: string | null };

function made({ type, ...fields }: Made): LoggedActivity {
  const sound = (bpm: number | null) => (bpm !== null && bpm >= 25 && bpm <= 230 ? bpm : null);
  return {
    ...fields,
    avgHr: sound(fields.avgHr),
    maxHr: sound(fields.maxHr),
    sport: (type === null ? null : sportNamed(type.replaceAll("_", " "))) ?? "other",
    isUtc: false,
    rpe: null,
    notes: null,
    fileName: null,
  };
}

/** Sleep and resting heart rate of one day, as Garmin and Fitbit write them. */
function wellnessDay(row: Json): LoggedCheckIn[] {
  const date = /^\d{4}-\d\d-\d\d/.exec(
    textOf(row.calendarDate) ?? textOf(row.dateOfSleep) ?? textOf(row.dateTime) ?? "",
  )?.[0];
  if (!date) return [];
  const seconds = [row.deepSleepSeconds, row.lightSleepSeconds, row.remSleepSeconds].map(numberOf);
  const asleepS = seconds.some((value) => value !== null)
    ? seconds.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    : (numberOf(row.minutesAsleep) ?? 0) * 60;
  const value = isObject(row.value) ? numberOf(row.value.value) : null;
  const restingHr = numberOf(row.restingHeartRate) ?? value;
  const facts: LoggedCheckIn = { date };
  if (asleepS > 1_800 && asleepS < 72_000) facts.sleepHours = Math.round(asleepS / 360) / 10;
  if (restingHr !== null && restingHr >= 25 && restingHr <= 130)
    facts.restingHr = Math.round(restingHr * 10) / 10;
  return Object.keys(facts).length > 1 ? [facts] : [];
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function scaled(value: unknown, factor: number): number | null {
  const number = numberOf(value);
  return number === null || number < 0 ? null : number * factor;
}
