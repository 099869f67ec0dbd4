import { Level, WeekdayMinutes } from "@repo/core/athlete";
import { IsoDate, Weekday } from "@repo/core/calendar";
import { ResolvedStep, WorkoutKind } from "@repo/core/workouts";
import { z } from "zod";

export const PhaseKind = z.enum(["base", "build", "speed", "peak", "race", "recovery", "free"]);
export type PhaseKind = z.infer<typeof PhaseKind>;

export const RacePriority = z.enum(["A", "B", "C"]);
export type RacePriority = z.infer<typeof RacePriority>;

export const Race = z.strictObject({
  date: IsoDate,
  distanceM: z.number().min(100).max(250_000),
  priority: RacePriority,
  goalTimeS: z.number().positive().max(200_000).nullish(),
  name: z.string().max(200).nullish(),
});
export type Race = z.infer<typeof Race>;

/** What a coach asks for (`mesocycle/season-request`, version 1). Unknown fields are refused by name. */
export const SeasonRequest = z.strictObject({
  format: z.literal("mesocycle/season-request"),
  version: z.literal(1),
  start: IsoDate,
  level: Level,
  runsPerWeek: z.number().int().min(1).max(14),
  currentWeeklyKm: z.number().min(0).max(300),
  longestRunLast30DaysKm: z.number().min(0).max(200).nullish(),
  peakWeeklyKm: z.number().min(0).max(300).nullish(),
  strengthPerWeek: z.number().int().min(0).max(14).nullish(),
  /** Whether there are weights to lift; without them every strength session is one for at home. */
  hasGym: z.boolean().nullish(),
  longRunDay: Weekday.nullish(),
  unavailable: z.array(Weekday).max(7).nullish(),
  /** Minutes that weekdays have for training. */
  weekdayMinutes: WeekdayMinutes.nullish(),
  /** Single days on which nothing may be planned. */
  blackoutDates: z.array(IsoDate).max(400).nullish(),
  recentResult: z
    .strictObject({
      distanceM: z.number().min(100).max(250_000),
      timeS: z.number().min(10),
      date: IsoDate.nullish(),
    })
    .nullish(),
  /** Without any, the season lays a base and a build. */
  races: z
    .array(Race)
    .max(40)
    .nullish()
    .transform((races) => races ?? []),
  injuryHistory: z.array(z.string().min(1).max(60)).max(20).nullish(),
});
export type SeasonRequest = z.infer<typeof SeasonRequest>;

/** A workout planned for a day. `text` is the workout in the text language; `steps` are resolved for the athlete. */
export const PlannedWorkout = z.looseObject({
  /** Stable within the season; made from the date and the place in the day where absent. */
  id: z.string().min(1).max(100).nullish(),
  date: IsoDate,
  /** Library id, null for a workout of one's own. */
  workout: z.string().max(100).nullish(),
  kind: WorkoutKind,
  hard: z.boolean(),
  title: z.string().max(300),
  text: z.string().max(10_000).nullish(),
  distanceM: z.number().min(0).max(300_000).nullish(),
  durationS: z.number().min(0).max(200_000).nullish(),
  load: z.number().min(0).max(20_000).nullish(),
  steps: z.array(ResolvedStep).max(2_000).nullish(),
});
export type PlannedWorkout = z.infer<typeof PlannedWorkout>;

export const SeasonPhase = z.looseObject({ kind: PhaseKind, start: IsoDate, end: IsoDate });
export type SeasonPhase = z.infer<typeof SeasonPhase>;

export const SeasonWeek = z.looseObject({
  /** A Monday. */
  start: IsoDate,
  phase: PhaseKind,
  /** All running of the week as planned, its races with it: what will have been run, kilometres. */
  targetKm: z.number().min(0).max(2_000).nullable(),
  cutback: z.boolean().default(false),
  workouts: z.array(PlannedWorkout).max(60),
});
export type SeasonWeek = z.infer<typeof SeasonWeek>;

/** A change that a finding or warning proposes; applied by `applyFix` and re-checked. */
export const Fix = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("move"), id: z.string(), from: IsoDate, to: IsoDate }),
  z.strictObject({
    kind: z.literal("swap"),
    id: z.string(),
    otherId: z.string(),
    from: IsoDate,
    to: IsoDate,
  }),
  z.strictObject({
    kind: z.literal("replace"),
    id: z.string(),
    date: IsoDate,
    /** Library id of the replacement, and its text and title. */
    workout: z.string().nullable(),
    workoutKind: WorkoutKind,
    hard: z.boolean(),
    title: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal("add"),
    date: IsoDate,
    workout: z.string().nullable(),
    workoutKind: WorkoutKind,
    hard: z.boolean(),
    title: z.string(),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal("remove"), id: z.string(), date: IsoDate }),
  /** Scales the distance of a week's easy and long running, or of one workout, by a factor. */
  z.strictObject({ kind: z.literal("scale-week"), weekStart: IsoDate, factor: z.number().positive().max(2) }),
  z.strictObject({
    kind: z.literal("scale-workout"),
    id: z.string(),
    date: IsoDate,
    factor: z.number().positive().max(2),
  }),
  /** Something a person does outside the plan (a blood test, slower easy days), as a reason code. */
  z.strictObject({
    kind: z.literal("advice"),
    code: z.string(),
    value: z.number().nullish(),
    unit: z.string().nullish(),
  }),
]);
export type Fix = z.infer<typeof Fix>;

export const Evidence = z.strictObject({
  label: z.string(),
  value: z.union([z.number(), z.string(), z.null()]),
  unit: z.string().nullish(),
  limit: z.union([z.number(), z.string(), z.null()]).nullish(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Severity = z.enum(["info", "warn", "error"]);
export type Severity = z.infer<typeof Severity>;

/** A rule's verdict on a plan. `title` is a short plain sentence with its numbers; `source` names M-rows and papers. */
export const Finding = z.looseObject({
  rule: z.string(),
  severity: Severity,
  title: z.string(),
  dates: z.array(IsoDate),
  evidence: z.array(Evidence),
  fix: Fix.nullable(),
  source: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;

/** One wish of a request that the season does not fulfil, with the reason as a code and a short plain title. */
export const NotHonoured = z.looseObject({
  code: z.string(),
  title: z.string(),
  dates: z.array(IsoDate),
  asked: z.union([z.number(), z.string(), z.null()]),
  planned: z.union([z.number(), z.string(), z.null()]),
  source: z.array(z.string()),
});
export type NotHonoured = z.infer<typeof NotHonoured>;

/** A season (`mesocycle/season`, version 1). */
export const Season = z.looseObject({
  format: z.literal("mesocycle/season"),
  version: z.literal(1),
  /** What it was asked for, so that a check knows level, races, availability and the result paces rest on. */
  request: SeasonRequest.nullish(),
  phases: z.array(SeasonPhase).max(200),
  weeks: z.array(SeasonWeek).max(300),
  findings: z.array(Finding).nullish(),
  /** What the request wanted and the season could not give. */
  notHonoured: z.array(NotHonoured).nullish(),
});
export type Season = z.infer<typeof Season>;
