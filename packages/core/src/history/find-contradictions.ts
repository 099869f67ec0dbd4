import type { Activity } from "@repo/core/activities";
import { daysBetween, isIsoDate, isTimeZone } from "@repo/core/calendar";
import type { Fault } from "@repo/core/errors";
import type { AthleteHistory } from "./schema.ts";

/** Nobody has run faster than 12.5 m/s over any timed distance, nor ridden a day at 30 m/s on average. */
const TOP_SPEED_MPS: Readonly<Record<string, number>> = { run: 12.5, walk: 5, hike: 6, swim: 3, ride: 35 };
/** The longest races take six days; more is a clock that was never stopped. */
const LONGEST_S = 10 * 86_400;
/** Averages and maxima come from different roundings. */
const HR_SLACK_BPM = 2;
/** Laps are timed by hand and rounded; beyond this they cannot belong to the activity. */
const LAP_SLACK = 1.5;
/** Devices place the end of a short lap badly; a long one cannot be that wrong. */
const SHORTEST_JUDGED_LAP_M = 1000;
/** Nobody has raced 400 m or more faster than this. */
const TOP_RACE_MPS = 10.5;

/** What a file that follows the format says twice in ways that cannot both be true. Empty when it is consistent. */
export function contradictionsOf(history: AthleteHistory): Fault[] {
  return [
    ...athleteFaults(history.athlete),
    ...history.activities.flatMap((activity, index) => activityFaults(activity, `activities[${index}]`)),
    ...resultFaults(history),
    ...duplicates(
      history.activities.map((activity) => activity.id),
      "activities",
      "id",
    ),
    ...duplicates(
      history.wellness.map((checkIn) => checkIn.date),
      "wellness",
      "date",
    ),
    ...beforeBirth(history),
    ...lonelyYears(history),
    ...phaseFaults(history),
  ];
}

function athleteFaults(athlete: AthleteHistory["athlete"]): Fault[] {
  const { maxHr, restingHr, thresholdHr, timeZone } = athlete;
  const faults: Fault[] = [];
  if (maxHr != null && restingHr != null && restingHr >= maxHr) {
    faults.push({
      path: "athlete.restingHr",
      found: String(restingHr),
      expected: `less than maxHr (${maxHr})`,
    });
  }
  if (maxHr != null && thresholdHr != null && thresholdHr > maxHr) {
    faults.push({
      path: "athlete.thresholdHr",
      found: String(thresholdHr),
      expected: `at most maxHr (${maxHr})`,
    });
  }
  if (restingHr != null && thresholdHr != null && thresholdHr <= restingHr) {
    const expected = `more than restingHr (${restingHr})`;
    faults.push({ path: "athlete.thresholdHr", found: String(thresholdHr), expected });
  }
  if (timeZone != null && !isTimeZone(timeZone)) {
    const expected = "a time zone such as Europe/Oslo";
    faults.push({ path: "athlete.timeZone", found: JSON.stringify(timeZone), expected });
  }
  return faults;
}

function activityFaults(activity: Activity, path: string): Fault[] {
  const faults: Fault[] = [];
  const { distanceM, durationS, avgHr, maxHr, startTime } = activity;
  const top = TOP_SPEED_MPS[activity.sport];
  if (top !== undefined && distanceM != null && distanceM > 400 && distanceM > top * durationS) {
    const expected = `at most ${Math.round(top * durationS)} m in ${durationS} s of ${activity.sport}`;
    faults.push({ path: `${path}.distanceM`, found: String(distanceM), expected });
  }
  if (avgHr != null && maxHr != null && avgHr > maxHr + HR_SLACK_BPM) {
    faults.push({ path: `${path}.avgHr`, found: String(avgHr), expected: `at most its maxHr (${maxHr})` });
  }
  if (startTime != null && !startsNear(startTime, activity.date)) {
    const expected = `an instant on or next to ${activity.date}`;
    faults.push({ path: `${path}.startTime`, found: JSON.stringify(startTime), expected });
  }
  if (durationS > LONGEST_S) {
    const expected = `at most ${LONGEST_S} s (ten days) for one activity`;
    faults.push({ path: `${path}.durationS`, found: String(durationS), expected });
  }
  const lapsS = (activity.laps ?? []).reduce((sum, lap) => sum + (lap.durationS ?? 0), 0);
  if (durationS > 0 && !lapsFit(lapsS, durationS)) {
    const expected = `laps that fit into the activity's ${durationS} s`;
    faults.push({ path: `${path}.laps`, found: `${Math.round(lapsS)} s of laps`, expected });
  }
  return [...faults, ...lapFaults(activity, path)];
}

/** Whether laps of so many seconds can belong to an activity of so many. */
export function lapsFit(lapsS: number, durationS: number): boolean {
  return lapsS <= durationS * LAP_SLACK + 60;
}

/** A lap is over sooner than its clock: GPS and buttons are late, so more is let pass than for the whole. */
function lapFaults({ sport, laps }: Activity, path: string): Fault[] {
  const top = TOP_SPEED_MPS[sport];
  if (top === undefined) return [];
  return (laps ?? []).flatMap(({ distanceM, durationS }, index) => {
    if (!distanceM || !durationS || distanceM < SHORTEST_JUDGED_LAP_M) return [];
    if (distanceM <= LAP_SLACK * top * durationS) return [];
    const expected = `at most ${Math.round(LAP_SLACK * top * durationS)} m in ${durationS} s of ${sport}`;
    return [{ path: `${path}.laps[${index}].distanceM`, found: String(distanceM), expected }];
  });
}

function phaseFaults({ season }: AthleteHistory): Fault[] {
  return (season?.phases ?? []).flatMap(({ start, end }, index) => {
    if (start <= end) return [];
    return [
      { path: `season.phases[${index}].end`, found: JSON.stringify(end), expected: `${start} or later` },
    ];
  });
}

/** A local day differs from the instant's day in UTC by at most one. */
function startsNear(startTime: string, date: string): boolean {
  const day = startTime.slice(0, 10);
  return isIsoDate(day) && /^.{10}T\d\d:\d\d/.test(startTime) && Math.abs(daysBetween(day, date)) <= 1;
}

function resultFaults(history: AthleteHistory): Fault[] {
  return history.results.flatMap((result, index) => {
    const speedMps = result.distanceM / result.timeS;
    if (speedMps <= TOP_RACE_MPS) return [];
    const expected = `at least ${Math.ceil(result.distanceM / TOP_RACE_MPS)} s for ${result.distanceM} m`;
    return [{ path: `results[${index}].timeS`, found: String(result.timeS), expected }];
  });
}

function duplicates(keys: readonly string[], collection: string, field: string): Fault[] {
  const firstAt = new Map<string, number>();
  return keys.flatMap((key, index) => {
    const first = firstAt.get(key);
    if (first === undefined) {
      firstAt.set(key, index);
      return [];
    }
    const path = `${collection}[${index}].${field}`;
    return [
      {
        path,
        found: `${JSON.stringify(key)} again`,
        expected: `another than ${collection}[${first}].${field}`,
      },
    ];
  });
}

/** Nobody's log is silent for longer than this: a day beyond such a gap has its year mistyped. */
const LONGEST_SILENCE_DAYS = 20 * 365;

/** Days that lie decades away from all others: of the two sides of such a silence the one with fewer entries is at fault. */
function lonelyYears(history: AthleteHistory): Fault[] {
  const collections = {
    activities: history.activities,
    wellness: history.wellness,
    results: history.results,
  };
  const entries = Object.entries(collections)
    .flatMap(([name, list]) => list.map(({ date }, index) => ({ path: `${name}[${index}].date`, date })))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const gap = entries.findIndex(({ date }, index) => {
    const before = entries[index - 1];
    return before !== undefined && daysBetween(before.date, date) > LONGEST_SILENCE_DAYS;
  });
  if (gap < 0) return [];
  const early = gap <= entries.length / 2;
  const nearest = entries[early ? gap : gap - 1]?.date;
  const expected = `a day within ${LONGEST_SILENCE_DAYS / 365} years of the other entries (the nearest is ${nearest})`;
  return (early ? entries.slice(0, gap) : entries.slice(gap)).map(({ path, date }) => ({
    path,
    found: JSON.stringify(date),
    expected,
  }));
}

function beforeBirth(history: AthleteHistory): Fault[] {
  const birth = history.athlete.birthDate;
  if (birth == null) return [];
  const collections = {
    activities: history.activities,
    wellness: history.wellness,
    results: history.results,
  };
  return Object.entries(collections).flatMap(([name, entries]) => {
    const index = entries.findIndex(({ date }) => date < birth);
    if (index < 0) return [];
    const found = JSON.stringify(entries[index]?.date);
    return [{ path: `${name}[${index}].date`, found, expected: `a day after the birth date ${birth}` }];
  });
}
