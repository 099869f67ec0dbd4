import { type Activity, classifyActivity, type SessionClass } from "@repo/core/activities";
import { addDays, dayNumber, type IsoDate } from "@repo/core/calendar";
import { type LoadHistory, type LoadProfile, prepareLoadProfiles } from "@repo/core/load";
import { median } from "@repo/core/stats";

/** A session, what it was, and the thresholds of its day. */
export type ClassifiedActivity = {
  readonly activity: Activity;
  readonly class: SessionClass;
  readonly profile: LoadProfile;
};

/** Runs of this many days before a session are what it is compared with. */
const USUAL_DAYS = 42;
const USUAL_RUNS = 3;
/** A result and the activity that made it agree this well on the distance. */
const RESULT_SLACK = 0.06;

/**
 * What every session of a history up to a day was, oldest first, each judged by what was known on its own day.
 *
 * @param options.plannedKindOf kind of the planned workout that an activity fulfilled, where there is a plan
 * @param options.from first day of the sessions that are wanted; those before it still say what is usual
 */
export function classifyHistory(
  history: LoadHistory,
  to: IsoDate,
  options: { plannedKindOf?: (activity: Activity) => string | null; from?: IsoDate } = {},
): ClassifiedActivity[] {
  const profileAt = prepareLoadProfiles(history);
  const usual = makeUsualDistance();
  const results = new Map<IsoDate, number[]>();
  for (const { date, distanceM } of history.results ?? []) {
    results.set(date, [...(results.get(date) ?? []), distanceM]);
  }
  const { from } = options;
  const usualFrom = from === undefined ? "" : addDays(from, -USUAL_DAYS);
  const sessions = history.activities
    .filter((activity) => activity.date <= to && activity.date >= usualFrom)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((activity) => ({ activity, usualDistanceM: usual.before(activity) }))
    .filter(({ activity }) => from === undefined || activity.date >= from);
  return sessions.map(({ activity, usualDistanceM }) => {
    const profile = profileAt(activity.date);
    const raced = (results.get(activity.date) ?? []).some(
      (distanceM) => Math.abs((activity.distanceM ?? 0) / distanceM - 1) <= RESULT_SLACK,
    );
    const context = {
      thresholdSpeedMps: profile.thresholdSpeedMps,
      thresholdHr: profile.heartSource === "usual" ? null : profile.thresholdHr,
      usualDistanceM,
      plannedKind: options.plannedKindOf?.(activity) ?? null,
      isResult: raced && activity.sport === "run",
    };
    return { activity, class: classifyActivity(activity, context), profile };
  });
}

/** Median distance of the runs of the six weeks before; asked in order of time. */
function makeUsualDistance() {
  let recent: { day: number; distanceM: number }[] = [];
  return {
    before(activity: Activity): number | null {
      const day = dayNumber(activity.date);
      recent = recent.filter((run) => day - run.day <= USUAL_DAYS);
      const usual = recent.length >= USUAL_RUNS ? median(recent.map((run) => run.distanceM)) : null;
      if (activity.sport === "run" && activity.distanceM) recent.push({ day, distanceM: activity.distanceM });
      return usual;
    },
  };
}
