import { z } from "zod";

/** What a planned workout is for; the contract's list of kinds. */
export const WORKOUT_KINDS = [
  "easy",
  "recovery",
  "long",
  "threshold",
  "intervals",
  "repetitions",
  "hills",
  "sprints",
  "fartlek",
  "progression",
  "race-pace",
  "race",
  "strides",
  "strength",
  "plyometrics",
  "drills",
  "mobility",
  "cross",
  "rest",
] as const;
/** A workout's kind. */
export const WorkoutKind = z.enum(WORKOUT_KINDS);
export type WorkoutKind = z.infer<typeof WorkoutKind>;

/** Race and training paces that a target may name; resolved from the athlete's current score, never from a goal. */
export const PACE_NAMES = [
  "800",
  "mile",
  "1500",
  "3k",
  "5k",
  "10k",
  "hm",
  "mp",
  "e",
  "m",
  "t",
  "i",
  "r",
] as const;
/** A pace a target may name. */
export const PaceName = z.enum(PACE_NAMES);
export type PaceName = z.infer<typeof PaceName>;

/** Efforts in words. `stride` ramps to 85–95 % of top speed (M18); `all-out` is a sprint (M61). */
export const Effort = z.enum([
  "easy",
  "recovery",
  "steady",
  "tempo",
  "hard",
  "float",
  "stride",
  "all-out",
  "walk",
]);
export type Effort = z.infer<typeof Effort>;

const LOW_FIRST = { message: "expected the lower end first" };

function isLowFirst(range: { low: number; high: number }): boolean {
  return range.low <= range.high;
}

/** A target is an intent; it becomes a range in m/s for one athlete on one day. */
export const Target = z.discriminatedUnion("kind", [
  /** `@5k`, `@MP+20`: seconds a kilometre slower (positive) or faster than the named pace. */
  z.strictObject({
    kind: z.literal("pace"),
    pace: PaceName,
    offsetSPerKm: z.number().min(-120).max(300).default(0),
  }),
  /** `@4:00-4:10/km`: absolute, fast end first. */
  z
    .strictObject({
      kind: z.literal("pace-range"),
      fastSPerKm: z.number().min(60).max(3_600),
      slowSPerKm: z.number().min(60).max(3_600),
    })
    .refine((range) => range.fastSPerKm <= range.slowSPerKm, { message: "expected the fast end first" }),
  z
    .strictObject({
      kind: z.literal("zone"),
      low: z.number().int().min(1).max(7),
      high: z.number().int().min(1).max(7),
    })
    .refine(isLowFirst, LOW_FIRST),
  z
    .strictObject({ kind: z.literal("rpe"), low: z.number().min(0).max(10), high: z.number().min(0).max(10) })
    .refine(isLowFirst, LOW_FIRST),
  z.strictObject({ kind: z.literal("effort"), effort: Effort }),
  /** Heart rate, as a fraction (0.75) of a basis (`%max`, `%lthr`, `%hrr`) or in beats a minute. */
  z
    .strictObject({
      kind: z.literal("hr"),
      basis: z.enum(["max", "threshold", "reserve", "bpm"]),
      low: z.number().positive().max(250),
      high: z.number().positive().max(250),
    })
    .refine(isLowFirst, LOW_FIRST),
  /** Percent (78) of threshold speed, as the intervals.icu dialect writes it (`78-82% Pace`). */
  z
    .strictObject({
      kind: z.literal("pct-threshold-pace"),
      low: z.number().positive().max(250),
      high: z.number().positive().max(250),
    })
    .refine(isLowFirst, LOW_FIRST),
]);
export type Target = z.infer<typeof Target>;

/** How long a step lasts: seconds, metres, or until the lap button is pressed. */
export const StepLength = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("time"), durationS: z.number().positive().max(86_400) }),
  z.strictObject({ kind: z.literal("distance"), distanceM: z.number().positive().max(300_000) }),
  z.strictObject({ kind: z.literal("open") }),
]);
export type StepLength = z.infer<typeof StepLength>;

/** What a step is in its workout. */
export const StepKind = z.enum(["warmup", "work", "recovery", "rest", "steady", "cooldown"]);
export type StepKind = z.infer<typeof StepKind>;

/** One stretch of a workout. `targetEnd` makes it a ramp from `target` to `targetEnd`. */
export const Step = z
  .strictObject({
    type: z.literal("step"),
    kind: StepKind,
    length: StepLength,
    target: Target.nullable(),
    targetEnd: Target.nullish(),
    note: z.string().max(500).nullish(),
  })
  .refine((step) => step.target !== null || !step.targetEnd, {
    message: "expected a target a ramp starts from",
  });
export type Step = z.infer<typeof Step>;

/** A block done several times; may hold other repeats. */
export type Repeat = { type: "repeat"; times: number; steps: Block[] };
export type Block = Step | Repeat;
export const Repeat: z.ZodType<Repeat> = z.strictObject({
  type: z.literal("repeat"),
  times: z.number().int().min(1).max(200),
  steps: z
    .array(z.lazy(() => Block))
    .min(1)
    .max(100),
});
export const Block: z.ZodType<Block> = z.union([Step, Repeat]);

/** Metres a second: beyond any runner, so that only nonsense is refused. */
const Speed = z.number().min(0).max(100);

/** A step flattened and resolved for one athlete: speeds in m/s (null: cannot know, or no speed target). */
export const ResolvedStep = z.looseObject({
  kind: StepKind,
  durationS: z.number().min(0).max(200_000).nullable(),
  distanceM: z.number().min(0).max(300_000).nullable(),
  target: Target.nullable(),
  speedLowMps: Speed.nullable(),
  speedHighMps: Speed.nullable(),
  rpeLow: z.number().min(0).max(10).nullable(),
  rpeHigh: z.number().min(0).max(10).nullable(),
  hrLowBpm: z.number().min(0).nullish(),
  hrHighBpm: z.number().min(0).nullish(),
  /** 0 (standing) to 1 (all out), for the profile and load estimate. */
  intensity: z.number().min(0).max(1),
  intensityEnd: z.number().min(0).max(1).nullish(),
  /** Where a ramp ends. */
  targetEnd: Target.nullish(),
  /** Best guess of the speed actually run, for time and distance; 0 standing, null not known. */
  likelySpeedMps: Speed.nullish(),
  note: z.string().nullish(),
});
export type ResolvedStep = z.infer<typeof ResolvedStep>;
