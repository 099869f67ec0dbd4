/** Kinds of workouts that make a hard day where a file does not say; hills and sprints may be a few seconds on an easy run. */
const HARD_KINDS: readonly unknown[] = [
  "threshold",
  "intervals",
  "repetitions",
  "hills",
  "fartlek",
  "progression",
  "race-pace",
  "race",
];
/** What a resolved step always says, also where it is null. */
const STEP_FIELDS = [
  "durationS",
  "distanceM",
  "target",
  "speedLowMps",
  "speedHighMps",
  "rpeLow",
  "rpeHigh",
] as const;

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Applies `fill` to every object of a list; anything else stays, for the schema to refuse. */
function each(list: unknown, fill: (entry: Fields) => Fields): unknown {
  return Array.isArray(list) ? list.map((entry) => (isObject(entry) ? fill(entry) : entry)) : list;
}

/** A short hill sprint set on an easy run is not a hard day (M21); its text or title says so. */
function isHard({ kind, title }: Fields): boolean {
  if (kind === "hills" && /hill sprint/i.test(String(title))) return false;
  return HARD_KINDS.includes(kind);
}

function fillStep(step: Fields): Fields {
  const missing = STEP_FIELDS.filter((name) => step[name] === undefined);
  return { ...step, ...Object.fromEntries(missing.map((name) => [name, null])) };
}

/** Steps that do not say how hard they are tell nothing of their workout: its text or its kind does. */
function fillSteps(steps: unknown): unknown {
  if (!Array.isArray(steps)) return steps;
  const untold = steps.every((step) => isObject(step) && step.intensity === undefined);
  return untold ? [] : each(steps, fillStep);
}

function fillWorkout(workout: Fields): Fields {
  const { kind, hard, title, steps } = workout;
  return {
    ...workout,
    hard: hard ?? isHard(workout),
    title: title ?? (typeof kind === "string" ? kind : title),
    ...(steps === undefined ? {} : { steps: fillSteps(steps) }),
  };
}

function fillWeek(week: Fields): Fields {
  return {
    ...week,
    targetKm: week.targetKm ?? null,
    cutback: week.cutback ?? false,
    workouts: each(week.workouts, fillWorkout),
  };
}

/**
 * A season as another program may write it, with what we always write filled in: `hard` from the kind, a title,
 * `targetKm`, `cutback`, and the fields of a step that have no value. What is there is kept as it is, also what is wrong.
 */
export function fillSeason(json: unknown): unknown {
  return isObject(json) ? { ...json, weeks: each(json.weeks, fillWeek) } : json;
}
