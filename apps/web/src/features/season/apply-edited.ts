import type { RouterOutputs } from "#trpc/root.ts";

type Season = RouterOutputs["season"]["get"];
type Edited = RouterOutputs["season"]["undo"];

/** The season on screen with what an edit changed. */
export function applyEdited(season: Season, edited: Edited): Season {
  const changed = new Map(edited.workouts.map((workout) => [workout.id, workout]));
  const removed = new Set(edited.removed);
  const targets = new Map(edited.weeks.map((week) => [week.start, week.targetKm]));
  const kept = season.workouts.filter(({ id }) => !removed.has(id) && !changed.has(id));
  const workouts = [...kept, ...changed.values()].sort(
    (a, b) => a.date.localeCompare(b.date) || a.position - b.position || a.id.localeCompare(b.id),
  );
  return {
    ...season,
    workouts,
    weeks: season.weeks.map((week) =>
      targets.has(week.start) ? { ...week, targetKm: targets.get(week.start) ?? null } : week,
    ),
    findings: edited.findings,
    lastEdit: edited.lastEdit,
  };
}
