import type { Activity } from "@repo/core/activities";
import { daysBetween, type IsoDate } from "@repo/core/calendar";
import type { PlannedWorkout } from "@repo/core/season";
import { fitsSport } from "./compare-activity.ts";

export type Match = { planned: PlannedWorkout; activity: Activity; locked: boolean };

/** An activity on a day without a fitting plan, and the open workout nearby it may have been. */
export type MatchOffer = { activity: Activity; planned: PlannedWorkout };

export type Matching = {
  matches: Match[];
  /** Activities nobody planned. */
  unplanned: Activity[];
  /** Workouts nothing was logged for. */
  open: PlannedWorkout[];
  offers: MatchOffer[];
};

/** A coach's or athlete's pairing, kept whatever fits better; null says "belongs to no workout". */
export type MatchLock = { activityId: string; plannedId: string | null };

const OFFER_DAYS = 2;
/** More sessions a day than this are paired one after the other instead of by trying every way. */
const MOST_TO_TRY = 6;
const UNKNOWN_LENGTH_COST = 0.7;
const HARD_WORDS = /interval|tempo|threshold|repeat|reps|fartlek|hill|race|\d+\s*x\s*\d+/i;

/** How badly an activity fits a workout: 0 is the very thing; null cannot be. */
function cost(planned: PlannedWorkout, activity: Activity): number | null {
  if (planned.kind === "rest" || !fitsSport(planned.kind, activity.sport)) return null;
  const byTime =
    planned.durationS && activity.durationS
      ? Math.abs(Math.log(activity.durationS / planned.durationS))
      : null;
  const byDistance =
    planned.distanceM && activity.distanceM
      ? Math.abs(Math.log(activity.distanceM / planned.distanceM))
      : null;
  const length = byTime ?? byDistance ?? UNKNOWN_LENGTH_COST;
  const title = activity.title ?? "";
  const seemsHard =
    HARD_WORDS.test(title) ||
    (activity.rpe ?? 0) >= 7 ||
    (activity.laps ?? []).some((lap) => lap.kind === "work");
  const named =
    title !== "" && planned.title !== "" && title.trim().toLowerCase() === planned.title.trim().toLowerCase();
  return length + (planned.hard !== seemsHard && (planned.hard || seemsHard) ? 0.4 : 0) - (named ? 1 : 0);
}

function pairDay(planned: readonly PlannedWorkout[], activities: readonly Activity[]): [number, number][] {
  const costs = planned.map((each) => activities.map((activity) => cost(each, activity)));
  if (planned.length > MOST_TO_TRY || activities.length > MOST_TO_TRY) return pairGreedily(costs);
  let best: { pairs: [number, number][]; cost: number } = { pairs: [], cost: 0 };
  function tryFrom(at: number, used: ReadonlySet<number>, pairs: [number, number][], sum: number): void {
    if (at === planned.length) {
      const better =
        pairs.length > best.pairs.length || (pairs.length === best.pairs.length && sum < best.cost - 1e-12);
      if (better) best = { pairs, cost: sum };
      return;
    }
    activities.forEach((_, index) => {
      const price = costs[at]?.[index] ?? null;
      if (price === null || used.has(index)) return;
      tryFrom(at + 1, new Set([...used, index]), [...pairs, [at, index]], sum + price);
    });
    tryFrom(at + 1, used, pairs, sum);
  }
  tryFrom(0, new Set(), [], 0);
  return best.pairs;
}

function pairGreedily(costs: readonly (readonly (number | null)[])[]): [number, number][] {
  const all = costs.flatMap((row, at) =>
    row.flatMap((price, index) => (price === null ? [] : [{ at, index, price }])),
  );
  all.sort((a, b) => a.price - b.price || a.at - b.at || a.index - b.index);
  const pairs: [number, number][] = [];
  const taken = { at: new Set<number>(), index: new Set<number>() };
  for (const { at, index } of all) {
    if (taken.at.has(at) || taken.index.has(index)) continue;
    taken.at.add(at);
    taken.index.add(index);
    pairs.push([at, index]);
  }
  return pairs;
}

function lockedPairs(
  planned: readonly PlannedWorkout[],
  activities: readonly Activity[],
  locks: readonly MatchLock[],
): { matches: Match[]; apart: Set<string> } {
  const byId = new Map(planned.flatMap((each) => (each.id ? [[each.id, each] as const] : [])));
  const said = new Map(locks.map((lock) => [lock.activityId, lock.plannedId]));
  const matches: Match[] = [];
  const apart = new Set<string>();
  const taken = new Set<string>();
  for (const activity of activities) {
    const wish = said.has(activity.id) ? said.get(activity.id) : activity.plannedWorkoutId;
    if (said.has(activity.id) && wish === null) apart.add(activity.id);
    const workout = wish ? byId.get(wish) : undefined;
    if (!workout?.id || taken.has(workout.id)) continue;
    taken.add(workout.id);
    matches.push({ planned: workout, activity, locked: true });
  }
  return { matches, apart };
}

function byDay<T extends { date: IsoDate }>(items: readonly T[]): Map<IsoDate, T[]> {
  const days = new Map<IsoDate, T[]>();
  for (const item of items) {
    const day = days.get(item.date);
    if (day) day.push(item);
    else days.set(item.date, [item]);
  }
  return days;
}

/**
 * Pairs activities with the workouts of their day: same sport, then nearest length and kind, as many pairs as can be.
 * Pairs made by a person stay. A run on a day without a plan is offered the nearest open workout within two days.
 */
export function matchActivities(
  planned: readonly PlannedWorkout[],
  activities: readonly Activity[],
  locks: readonly MatchLock[] = [],
): Matching {
  const { matches, apart } = lockedPairs(planned, activities, locks);
  const donePlanned = new Set(matches.map((match) => match.planned));
  const doneActivities = new Set(matches.map((match) => match.activity));
  const free = byDay(activities.filter((each) => !doneActivities.has(each) && !apart.has(each.id)));
  const openDays = byDay(planned.filter((each) => !donePlanned.has(each)));
  for (const [date, workouts] of openDays) {
    const candidates = free.get(date) ?? [];
    for (const [at, index] of pairDay(workouts, candidates)) {
      const [workout, activity] = [workouts[at], candidates[index]];
      if (!workout || !activity) continue;
      matches.push({ planned: workout, activity, locked: false });
      donePlanned.add(workout);
      doneActivities.add(activity);
    }
  }
  const unplanned = activities.filter((each) => !doneActivities.has(each));
  const open = planned.filter((each) => !donePlanned.has(each) && each.kind !== "rest");
  return { matches, unplanned, open, offers: offersFor(unplanned, open, apart) };
}

function offersFor(
  unplanned: readonly Activity[],
  open: readonly PlannedWorkout[],
  apart: ReadonlySet<string>,
): MatchOffer[] {
  return unplanned.flatMap((activity) => {
    if (apart.has(activity.id)) return [];
    const near = open
      .map((planned) => ({
        planned,
        days: Math.abs(daysBetween(planned.date, activity.date)),
        cost: cost(planned, activity),
      }))
      .filter((each) => each.cost !== null && each.days > 0 && each.days <= OFFER_DAYS)
      .sort((a, b) => a.days - b.days || (a.cost ?? 0) - (b.cost ?? 0));
    const first = near[0];
    return first ? [{ activity, planned: first.planned }] : [];
  });
}
