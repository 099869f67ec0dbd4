import type { Season } from "./schema.ts";

/** Seasons known to have an id on every workout. Seasons are never changed in place, so what was true stays true. */
const WITH_IDS = new WeakSet<Season>();

/** The same season with an id on every workout: its own, else its date and place in the day; no id twice. */
export function withIds(season: Season): Season {
  if (WITH_IDS.has(season)) return season;
  if (hasIds(season)) return noteIds(season);
  const taken = new Set<string>();
  for (const week of season.weeks) for (const workout of week.workouts) if (workout.id) taken.add(workout.id);
  const seen = new Set<string>();
  const places = new Map<string, number>();
  const weeks = season.weeks.map((week) => ({
    ...week,
    workouts: week.workouts.map((workout) => {
      if (workout.id && !seen.has(workout.id)) {
        seen.add(workout.id);
        return workout;
      }
      let place = places.get(workout.date) ?? 0;
      while (taken.has(`${workout.date}#${place}`) || seen.has(`${workout.date}#${place}`)) place += 1;
      places.set(workout.date, place + 1);
      const id = `${workout.date}#${place}`;
      seen.add(id);
      return { ...workout, id };
    }),
  }));
  return noteIds({ ...season, weeks });
}

/** Notes that a season has its ids, after an edit that kept them. */
export function noteIds(season: Season): Season {
  WITH_IDS.add(season);
  return season;
}

function hasIds(season: Season): boolean {
  const seen = new Set<string>();
  for (const week of season.weeks) {
    for (const workout of week.workouts) {
      if (!workout.id || seen.has(workout.id)) return false;
      seen.add(workout.id);
    }
  }
  return true;
}
