import {
  type Block,
  type Effort,
  type PaceName,
  raceTarget,
  type Step,
  type StepLength,
  type Target,
  type WorkoutKind,
} from "@repo/core/workouts";

/** A session before it is resolved for anybody. `key` names its content: equal keys mean equal blocks. */
export type Session = {
  key: string;
  /** Library id; null for one of the planner's own. */
  workout: string | null;
  kind: WorkoutKind;
  hard: boolean;
  title: string;
  blocks: Block[];
};

const KM = (value: number) => `${Number(value.toFixed(1))} km`;

/** Sessions made before, by key: a season repeats itself, and so do seasons. Read-only, like everything they hold. */
const INTERNED = new Map<string, Session>();
/** Distances and doses come in grains, so that there are some thousand sessions in all; more is a runaway. */
const MOST_INTERNED = 20_000;

/** The one session of a key: made once, then shared. */
export function intern(key: string, make: (key: string) => Session): Session {
  let session = INTERNED.get(key);
  if (!session) {
    if (INTERNED.size >= MOST_INTERNED) INTERNED.clear();
    session = make(key);
    INTERNED.set(key, session);
  }
  return session;
}

/** How many sessions of one kind are kept; distances come in grains, so this is plenty. */
const MOST_NUMBERED = 5_000;

/** Sessions of one number, a distance in tenths of a kilometre or minutes: found without writing their key. */
function byNumber(make: (value: number) => Session): (value: number) => Session {
  const known: Session[] = [];
  return (value) => {
    const at = Math.round(value * 10);
    const found = known[at];
    if (found) return found;
    const session = make(value);
    if (at >= 0 && at < MOST_NUMBERED) known[at] = session;
    return session;
  };
}

/** Sessions of a distance and a count, found without writing their key. */
function byDistanceAndCount(
  make: (distanceKm: number, count: number) => Session,
): (distanceKm: number, count: number) => Session {
  const known = new Map<number, Session>();
  return (distanceKm, count) => {
    const at = Math.round(distanceKm * 10) * 64 + count;
    let session = known.get(at);
    if (!session) {
      session = make(distanceKm, count);
      if (known.size < MOST_NUMBERED) known.set(at, session);
    }
    return session;
  };
}

/** A length in kilometres, to the metre. */
export function km(distanceKm: number): StepLength {
  return { kind: "distance", distanceM: Math.round(distanceKm * 1000) };
}

/** A length in metres. */
export function metres(distanceM: number): StepLength {
  return { kind: "distance", distanceM };
}

/** A length in seconds. */
export function seconds(durationS: number): StepLength {
  return { kind: "time", durationS };
}

/** A target by effort word. */
export function effort(word: Effort): Target {
  return { kind: "effort", effort: word };
}

/** A target by a named pace. */
export function pace(name: PaceName): Target {
  return { kind: "pace", pace: name, offsetSPerKm: 0 };
}

/** A target by perceived effort. */
export function rpe(low: number, high: number): Target {
  return { kind: "rpe", low, high };
}

/** One step. */
export function step(kind: Step["kind"], length: StepLength, target: Target | null): Step {
  return { type: "step", kind, length, target };
}

/** A block done several times. */
export function times(count: number, ...steps: Block[]): Block {
  return { type: "repeat", times: count, steps };
}

/** Easy running over a distance in kilometres. */
export const easyRun = byNumber((distanceKm) => ({
  key: `easy:${distanceKm}`,
  workout: "easy-run",
  kind: "easy",
  hard: false,
  title: `Easy ${KM(distanceKm)}`,
  blocks: [step("steady", km(distanceKm), effort("easy"))],
}));

/** Minutes of easy running with a minute's walk between, for the first weeks of somebody who does not run yet. */
export function runAndWalk(rounds: number, minutes: number, kind: "easy" | "long"): Session {
  return intern(`walk:${kind}:${rounds}:${minutes}`, (key) => ({
    key,
    workout: null,
    kind,
    hard: false,
    title: `${kind === "long" ? "Long run" : "Run"} and walk: ${rounds} × ${minutes} min easy`,
    blocks: [
      times(
        rounds,
        step("steady", seconds(minutes * 60), effort("easy")),
        step("recovery", seconds(60), effort("walk")),
      ),
    ],
  }));
}

/** The fast end of a long run, and the library id it goes by. */
export type LongFinish = { km: number; pace: PaceName; workout: string | null };

const easyLongRun = byNumber((distanceKm) => ({
  key: `long:${distanceKm}`,
  workout: "long-run",
  kind: "long",
  hard: false,
  title: `Long run ${KM(distanceKm)}`,
  blocks: [step("steady", km(distanceKm), effort("easy"))],
}));

/** A long run: easy, or with its last kilometres at a named pace (M42, M107). */
export function longRun(distanceKm: number, finish: LongFinish | null): Session {
  if (!finish) return easyLongRun(distanceKm);
  return intern(`long:${distanceKm}:${finish.km}@${finish.pace}:${finish.workout}`, (key) => ({
    key,
    workout: finish.workout,
    kind: "long",
    hard: true,
    title: `Long run ${KM(distanceKm)}, last ${KM(finish.km)} at ${finish.pace.toUpperCase()} pace`,
    blocks: [
      step("steady", km(distanceKm - finish.km), effort("easy")),
      step("work", km(finish.km), pace(finish.pace)),
    ],
  }));
}

/** Easy running that ends with strides: 20 s each, a minute's walk between (M18, M20). */
export const stridesRun = byDistanceAndCount((distanceKm, count) => ({
  key: `strides:${distanceKm}:${count}`,
  workout: "strides",
  kind: "strides",
  hard: false,
  title: `Easy ${KM(distanceKm)} + ${count} strides`,
  blocks: [
    step("steady", km(distanceKm), effort("easy")),
    times(count, step("work", seconds(20), effort("stride")), step("recovery", seconds(60), effort("walk"))),
  ],
}));

function hillSprints(gentle: boolean): (distanceKm: number, count: number) => Session {
  const sprint: Step = {
    ...step("work", seconds(10), gentle ? rpe(8, 8) : rpe(9, 9)),
    note: gentle ? "uphill, gentle" : "steep uphill",
  };
  const walk: Step = { ...step("recovery", seconds(120), effort("walk")), note: "down" };
  return byDistanceAndCount((distanceKm, count) => ({
    key: `hill-sprints:${distanceKm}:${count}:${gentle}`,
    workout: gentle ? "hill-sprints-gentle" : "hill-sprints",
    kind: "hills",
    hard: false,
    title: `Easy ${KM(distanceKm)} + ${count} hill sprints of 10 s`,
    blocks: [step("warmup", km(distanceKm), effort("easy")), times(count, sprint, walk)],
  }));
}
const steepSprints = hillSprints(false);
const gentleSprints = hillSprints(true);

/** Easy running with ten-second hill sprints: walk down and two minutes between (M21); gentler after injuries (M69). */
export function hillSprintRun(distanceKm: number, count: number, gentle: boolean): Session {
  return gentle ? gentleSprints(distanceKm, count) : steepSprints(distanceKm, count);
}

/** Easy running, then a few flat sprints of 50 m below all-out with a walk back (M62): on fresh legs only (M64). */
export const sprintRun = byDistanceAndCount((distanceKm, count) => ({
  key: `sprints:${distanceKm}:${count}`,
  workout: "starter-sprints",
  kind: "sprints",
  hard: false,
  title: `Easy ${KM(distanceKm)} + ${count} sprints of 50 m`,
  blocks: [
    step("warmup", km(distanceKm), effort("easy")),
    times(count, step("work", metres(50), rpe(9, 9)), step("recovery", seconds(150), effort("walk"))),
  ],
}));

/** A run without a watch by minutes, for the recovery phase (M129). */
export const recoveryJog = byNumber((minutes) => ({
  key: `jog:${minutes}`,
  workout: "recovery-run",
  kind: "recovery",
  hard: false,
  title: `Recovery jog ${minutes} min`,
  blocks: [step("steady", seconds(minutes * 60), effort("easy"))],
}));

/** A race over its distance. */
export function raceSession(distanceM: number, name: string | null, priority: string): Session {
  const title = name ?? `${distanceM / 1000} km race`;
  return {
    key: `race:${distanceM}:${title}:${priority}`,
    workout: null,
    kind: "race",
    hard: true,
    title: `${title} (${priority})`,
    blocks: [step("work", metres(distanceM), raceTarget(distanceM))],
  };
}

/** Cross-training on a day off for runners of three days (M70, M140). */
export function crossTraining(minutes: number): Session {
  return intern(`cross:${minutes}`, (key) => ({
    key,
    workout: null,
    kind: "cross",
    hard: false,
    title: `Cross-training ${minutes} min, easy`,
    blocks: [step("steady", seconds(minutes * 60), effort("easy"))],
  }));
}
