import { addDays } from "@repo/core/calendar";
import { isRun, type PlannedWorkout, type Season, type SeasonRequest } from "@repo/core/season";
import { parseWorkout, resolveWorkout, stepDistanceM, type WorkoutKind } from "@repo/core/workouts";

/** A day of a sample week: weekday (0 Monday), kind, whether hard, title, text. For tests. */
export type SampleDay = readonly [
  at: number,
  kind: WorkoutKind,
  hard: boolean,
  title: string,
  text: string | null,
];

export const SAMPLE_MONDAY = "2026-03-02";

/** The articles' 3-day week (M71): 5 × 3 min, five easy miles, eight long. */
export const THREE_DAYS: readonly SampleDay[] = [
  [1, "intervals", true, "5 x 3 min", "1mi warm-up\n5 x 3min @I, 2min jog\n1mi cool-down"],
  [2, "cross", false, "Bike", null],
  [3, "easy", false, "Easy 5 mi", "5mi easy"],
  [4, "cross", false, "Swim", null],
  [5, "long", false, "Long 8 mi", "8mi easy"],
];

/** The articles' 5-day week (M73): 32 miles, of them 3 tempo, 3 of 800s and 2 steady = 25 % not easy. */
export const FIVE_DAYS: readonly SampleDay[] = [
  [1, "threshold", true, "6 mi with 3 mi tempo", "1.5mi easy\n3mi @T\n1.5mi easy"],
  [2, "easy", false, "Easy 4 mi", "4mi easy"],
  [3, "intervals", true, "7 mi with 6 x 800 m", "2mi warm-up\n6 x 800m @5k\n3220m easy"],
  [4, "easy", false, "Shakeout 3 mi", "3mi easy"],
  [6, "long", true, "Long 12 mi, last 2 steady", "10mi easy\n2mi steady"],
];

/** The articles' 7-day week (M75): 63 miles. */
export const SEVEN_DAYS: readonly SampleDay[] = [
  [0, "easy", false, "Easy 8 mi", "8mi easy"],
  [1, "intervals", true, "10 mi with intervals", "3mi warm-up\n5 x 1000m @5k, 400m jog\n4265m easy"],
  [2, "recovery", false, "Recovery 5 mi", "5mi easy"],
  [3, "threshold", true, "10 mi with tempo", "3mi easy\n4mi @T\n3mi easy"],
  [4, "easy", false, "Easy 6 mi", "6mi easy"],
  [5, "strides", false, "Easy 8 mi + strides", "7.3mi easy\n4 x 20s strides, 1min walk"],
  [6, "long", true, "Long 16 mi, end at MP", "14mi easy\n2mi @MP"],
];

/** A planned workout of a text; its steps and distance come from the text. */
export function plannedOn(
  date: string,
  kind: WorkoutKind,
  hard: boolean,
  title: string,
  text: string | null,
): PlannedWorkout {
  const parsed = text && isRun(kind) ? parseWorkout(text) : null;
  if (parsed && !parsed.ok) throw new Error(`${title}: ${JSON.stringify(parsed.errors)}`);
  if (!parsed) return { date, kind, hard, title, text };
  const steps = resolveWorkout(parsed.blocks);
  const distanceM = steps.reduce(
    (sum, step) => sum + (stepDistanceM(step) ?? (step.durationS ?? 0) * 3.5),
    0,
  );
  return { date, kind, hard, title, text, distanceM, steps };
}

/** A season of one phase in which every week is the same sample week. */
export function seasonOf(
  weeks: readonly (readonly SampleDay[])[],
  options: { request?: SeasonRequest | null; phase?: Season["weeks"][number]["phase"]; monday?: string } = {},
): Season {
  const phase = options.phase ?? "build";
  const monday = options.monday ?? SAMPLE_MONDAY;
  return {
    format: "mesocycle/season",
    version: 1,
    request: options.request ?? null,
    phases: [{ kind: phase, start: monday, end: addDays(monday, weeks.length * 7 - 1) }],
    weeks: weeks.map((days, index) => ({
      start: addDays(monday, index * 7),
      phase,
      targetKm: null,
      cutback: false,
      workouts: days.map(([at, kind, hard, title, text]) =>
        plannedOn(addDays(monday, index * 7 + at), kind, hard, title, text),
      ),
    })),
  };
}
