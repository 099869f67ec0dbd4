import { isRun, type PlannedWorkout, type Season } from "@repo/core/season";
import { parseWorkout } from "@repo/core/workouts";
import type { ManySeasons, ManyWorkouts, WorkoutContent } from "@repo/db/queries";

type Of = { athleteId: string; seasonId: string };
type Outline = Pick<ManySeasons, "phases" | "weeks">;

/** Phases and weeks of a placed cycle as rows. */
export function outlineOfPlaced(of: Of, season: Pick<Season, "phases" | "weeks">): Outline {
  return {
    phases: season.phases.map(({ kind, start, end }, position) => ({
      ...of,
      position,
      kind,
      startsOn: start,
      endsOn: end,
    })),
    weeks: season.weeks.map(({ start, phase, targetKm, cutback }) => ({
      ...of,
      startsOn: start,
      phase,
      targetKm,
      cutback,
    })),
  };
}

/** Collects the workouts of many athletes; what they share is kept once. */
export function workoutCollector() {
  const contents = new Map<string, WorkoutContent>();
  const workouts: ManyWorkouts["workouts"][number][] = [];
  return {
    contents: () => [...contents.values()],
    workouts,
    add(of: Of & { orgId: string }, planned: readonly PlannedWorkout[]) {
      const places = new Map<string, number>();
      for (const workout of planned) {
        const position = places.get(workout.date) ?? 0;
        places.set(workout.date, position + 1);
        workouts.push({
          ...of,
          seasonKey: workout.id ?? "",
          at: contentOf(contents, workout).at,
          localDate: workout.date,
          position,
          distanceM: workout.distanceM ?? null,
          durationS: workout.durationS ?? null,
          loadX10: workout.load == null ? null : Math.round(workout.load * 10),
        });
      }
    },
  };
}

function contentOf(known: Map<string, WorkoutContent>, workout: PlannedWorkout): WorkoutContent {
  const { kind, hard, title } = workout;
  const text = workout.text?.trim() ? workout.text : null;
  const key = JSON.stringify([workout.workout, kind, hard, title, text]);
  const old = known.get(key);
  if (old) return old;
  const parsed = text && isRun(kind) ? parseWorkout(text) : null;
  const blocks = parsed?.ok ? parsed.blocks : null;
  const content = { at: known.size, libraryId: workout.workout ?? null, kind, hard, title, text, blocks };
  known.set(key, content);
  return content;
}
