import type { Activity, Sport } from "@repo/core/activities";
import { addDays, type IsoDate } from "@repo/core/calendar";
import {
  type CompareOptions,
  type Compliance,
  compareActivity,
  matchActivities,
} from "@repo/core/compliance";
import type { AthleteHistory } from "@repo/core/history";
import { pacingOf } from "@repo/core/paces";
import { type PlannedWorkout, plannedWorkouts } from "@repo/core/season";

/** What was said of a planned workout: changed on purpose, or excused. Asked by its id. */
export type NoteOf = (plannedId: string) => CompareOptions["note"];

export type DoneActivity = Pick<Activity, "id"> & {
  title: string | null;
  sport: Sport;
  distanceM: number | null;
  durationS: number;
  rpe: number | null;
};

/** A planned workout, what was done of it, and the verdict with its rows. Unplanned activities have no workout. */
export type PlannedAndDone = {
  planned: PlannedWorkout | null;
  done: DoneActivity | null;
  compliance: Compliance;
};

/** A day of a report: null activities and no check-in are what was logged, not what was done. */
export type ReportDay = { date: IsoDate; entries: PlannedAndDone[]; checkIn: boolean };

/** The days `from` to `to`, both included: what was planned beside what was done. Entries after `asOf` are not looked at. */
export function plannedDays(
  history: AthleteHistory,
  range: { from: IsoDate; to: IsoDate; asOf: IsoDate; noteOf?: NoteOf | undefined },
): ReportDay[] {
  const { from, to, asOf, noteOf } = range;
  const inside = <T extends { date: IsoDate }>(each: T) => each.date >= from && each.date <= to;
  const planned = plannedWorkouts(history).filter(inside);
  const activities = history.activities.filter((each) => inside(each) && each.date <= asOf);
  const apart = activities.filter((each) => each.unpaired && !each.plannedWorkoutId);
  const locks = apart.map(({ id }) => ({ activityId: id, plannedId: null }));
  const matching = matchActivities(planned, activities, locks);
  const graded = (workout: PlannedWorkout | null, activity: Activity | null) => {
    const date = activity?.date ?? workout?.date ?? asOf;
    const pacing = pacingOf({ results: history.results, athlete: history.athlete, asOf: date });
    const note = workout?.id && noteOf ? noteOf(workout.id) : null;
    // A day is over once it has ended: what is planned for the day itself may still be run.
    const options = { today: asOf, pacing, note: note ?? null };
    const compliance = compareActivity(workout, activity, activity?.laps ?? null, options);
    return { planned: workout, done: activity && doneOf(activity), compliance, date };
  };
  const rests = planned.filter((each) => each.kind === "rest");
  const entries = [
    ...matching.matches.map((match) => graded(match.planned, match.activity)),
    ...matching.open.map((workout) => graded(workout, null)),
    ...matching.unplanned.map((activity) => graded(null, activity)),
    ...rests
      .filter((rest) => !activities.some((each) => each.date === rest.date))
      .map((rest) => graded(rest, null)),
  ];
  const mornings = new Set(history.wellness.filter((each) => each.date <= asOf).map((each) => each.date));
  const days: ReportDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const own = entries.filter((each) => each.date === date).map(({ date: _date, ...entry }) => entry);
    days.push({ date, entries: own, checkIn: mornings.has(date) });
  }
  return days;
}

function doneOf({ id, title, sport, distanceM, durationS, rpe }: Activity): DoneActivity {
  return {
    id,
    title: title ?? null,
    sport,
    distanceM: distanceM ?? null,
    durationS,
    rpe: rpe ?? null,
  };
}

export type PlanKept = {
  /** Workouts that asked for something: rest days do not count. */
  planned: number;
  /** With something done for them, however it was graded. */
  done: number;
  /** Changed on purpose, or excused: neither done as planned nor missed. */
  changed: number;
  missed: number;
  /** Still to come. */
  open: number;
};

/** How much of the plan of some days was kept. */
export function planKept(days: readonly ReportDay[]): PlanKept {
  const asked = days
    .flatMap((day) => day.entries)
    .filter((each) => each.planned && each.planned.kind !== "rest");
  const count = (meets: (entry: PlannedAndDone) => boolean) => asked.filter(meets).length;
  const changed = (entry: PlannedAndDone) =>
    entry.compliance.grade === "adapted" || entry.compliance.grade === "excused";
  return {
    planned: asked.length,
    done: count((each) => each.done !== null && !changed(each)),
    changed: count(changed),
    missed: count((each) => each.compliance.grade === "missed"),
    open: count((each) => each.compliance.grade === "planned"),
  };
}
