import type { Activity } from "@repo/core/activities";
import { dayNumber, fromDayNumber, type IsoDate } from "@repo/core/calendar";
import { type ActivityLoad, activityLoad, calibrationPair } from "./activity-load.ts";
import { calibrate, type LoadCalibration, type LoadPair } from "./calibration.ts";
import { type DayLoad, type LoadMethod, MAX_SILENT_REST_DAYS, restDay, unknownDay } from "./day-load.ts";
import { type LoadHistory, type LoadProfile, prepareLoadProfiles } from "./load-profile.ts";
import type { RecordedEffort } from "./recorded-effort.ts";
import { RPE_UNIT } from "./session-rpe-load.ts";

/** A session with its load. */
export type LoadedActivity = { readonly activity: Activity; readonly load: ActivityLoad };

/** Sessions a calibration looks back on. */
const CALIBRATION_WINDOW = 100;

/**
 * The load of every session of a history up to a day, oldest first. Each rests on thresholds and calibration
 * as they were known on its day: a later result or session never changes an earlier load.
 *
 * @param options.recordedOf sums of recorded tracks by activity, where there are any
 * @param options.knownOf loads that were computed before and are still right: only the others are computed
 */
export function activityLoads(
  history: LoadHistory,
  to: IsoDate,
  options: {
    recordedOf?: (activity: Activity) => RecordedEffort | null;
    knownOf?: (activity: Activity) => ActivityLoad | null;
  } = {},
): LoadedActivity[] {
  const profileAt = prepareLoadProfiles(history);
  const calibrator = makeCalibrator();
  return chronological(history.activities, to).map((activity) => {
    const profile = profileAt(activity.date);
    const calibration = calibrator.calibration();
    const known = options.knownOf?.(activity) ?? null;
    const recorded = known ? null : (options.recordedOf?.(activity) ?? null);
    const load = known ?? activityLoad(activity, profile, { calibration, recorded });
    calibrator.add(activity, profile);
    return { activity, load };
  });
}

/** Sorted by day, then by start and id, so that the order of a file never changes a number. */
function chronological(activities: readonly Activity[], to: IsoDate): Activity[] {
  const key = (activity: Activity) => `${activity.date} ${activity.startTime ?? ""} ${activity.id}`;
  return activities
    .filter((activity) => activity.date <= to)
    .map((activity) => ({ activity, key: key(activity) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ activity }) => activity);
}

/** An athlete's calibration after all sessions before now. */
export function calibrationOf(history: LoadHistory, to: IsoDate): LoadCalibration {
  const profileAt = prepareLoadProfiles(history);
  const calibrator = makeCalibrator();
  for (const activity of chronological(history.activities, to))
    calibrator.add(activity, profileAt(activity.date));
  return calibrator.calibration();
}

function makeCalibrator() {
  const [hrPairs, rpePairs]: [LoadPair[], LoadPair[]] = [[], []];
  const remember = (pairs: LoadPair[], expected: number) => {
    let [seen, ratio]: [LoadPair | undefined, number | null] = [undefined, null];
    return () => {
      if (seen !== pairs.at(-1)) {
        const estimate = calibrate(pairs, expected);
        [seen, ratio] = [pairs.at(-1), estimate.known ? estimate.value : null];
      }
      return ratio;
    };
  };
  const [hrFactor, rpeFactor] = [remember(hrPairs, 1), remember(rpePairs, RPE_UNIT)];
  const keep = (pairs: LoadPair[], pair: LoadPair | null) => {
    if (pair === null) return;
    pairs.push(pair);
    if (pairs.length > CALIBRATION_WINDOW) pairs.shift();
  };
  return {
    add(activity: Activity, profile: LoadProfile): void {
      if (activity.sport !== "run") return;
      if (activity.avgHr || activity.laps?.length) keep(hrPairs, calibrationPair(activity, profile, "hr"));
      if (activity.rpe !== null && activity.rpe !== undefined) {
        keep(rpePairs, calibrationPair(activity, profile, "rpe"));
      }
    },
    /** Medians are only taken when a load asks for them: most sessions never do. */
    calibration(): LoadCalibration {
      return {
        get hrFactor() {
          return hrFactor();
        },
        get rpeFactor() {
          return rpeFactor();
        },
        hrSessions: hrPairs.length,
        rpeSessions: rpePairs.length,
      };
    },
  };
}

/**
 * The load of every day from `from` (by default the first entry) to `to`. A day without a session is a rest day; a
 * silence of more than seven days, without session or check-in, is unknown from its first day to its last.
 *
 * @returns [] when nothing was ever entered
 */
export function dailyLoads(
  history: LoadHistory,
  range: { from?: IsoDate; to: IsoDate },
  options: { recordedOf?: (activity: Activity) => RecordedEffort | null } = {},
): DayLoad[] {
  return daysOf(activityLoads(history, range.to, options), {
    ...range,
    checkIns: (history.wellness ?? []).map((checkIn) => checkIn.date),
  });
}

/** Sessions with their loads, and the days of check-ins, as consecutive days. See {@link dailyLoads}. */
export function daysOf(
  loaded: readonly LoadedActivity[],
  range: { from?: IsoDate; to: IsoDate; checkIns?: readonly IsoDate[] },
): DayLoad[] {
  const byDay = new Map<number, DayLoad>();
  for (const checkIn of range.checkIns ?? []) {
    if (checkIn <= range.to) byDay.set(dayNumber(checkIn), restDay(checkIn, { silent: false }));
  }
  for (const [day, loads] of groupByDay(loaded, range.to)) byDay.set(day, dayOf(fromDayNumber(day), loads));
  const entries = [...byDay.keys()].sort((a, b) => a - b);
  const first = entries[0];
  if (first === undefined) return [];
  const days: DayLoad[] = [];
  let previous = range.from === undefined ? first - 1 : Math.min(first, dayNumber(range.from)) - 1;
  const leading = previous + 1 < first;
  for (const entry of entries) {
    silence(days, { after: previous, before: entry, unknown: leading && entry === first });
    days.push(byDay.get(entry) as DayLoad);
    previous = entry;
  }
  silence(days, { after: previous, before: dayNumber(range.to) + 1, unknown: false, open: true });
  return range.from === undefined ? days : days.filter((day) => day.date >= (range.from as IsoDate));
}

/** Adds the days without an entry between two day numbers. Rest that no later entry has closed yet is an estimate. */
function silence(
  days: DayLoad[],
  gap: { after: number; before: number; unknown: boolean; open?: boolean },
): void {
  const unknown = gap.unknown || gap.before - gap.after - 1 > MAX_SILENT_REST_DAYS;
  for (let day = gap.after + 1; day < gap.before; day += 1) {
    const date = fromDayNumber(day);
    const quality = gap.open ? "estimated" : "measured";
    days.push(unknown ? unknownDay(date) : restDay(date, { silent: true, quality }));
  }
}

function groupByDay(loaded: readonly LoadedActivity[], to: IsoDate): Map<number, ActivityLoad[]> {
  const groups = new Map<number, ActivityLoad[]>();
  for (const { activity, load } of loaded) {
    if (activity.date > to) continue;
    const day = dayNumber(activity.date);
    const group = groups.get(day);
    if (group) group.push(load);
    else groups.set(day, [load]);
  }
  return groups;
}

/** The sessions of one day together: whole tenths, added as integers; the weakest quality of all. */
export function dayOf(date: IsoDate, loads: readonly ActivityLoad[]): DayLoad {
  const counted = loads.filter((load) => load.loadAu.known);
  if (counted.length === 0) return { ...unknownDay(date), silent: false };
  let loadX10 = 0;
  for (const { loadAu } of counted) loadX10 += loadAu.known ? Math.round(loadAu.value * 10) : 0;
  const methods = new Set<LoadMethod>(counted.map((load) => load.method));
  const method = methods.size === 1 ? (counted[0] as ActivityLoad).method : "mixed";
  const measured = counted.length === loads.length && counted.every((load) => load.quality === "measured");
  return { date, loadX10, method, quality: measured ? "measured" : "estimated", silent: false };
}
