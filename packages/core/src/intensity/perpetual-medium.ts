import type { SessionIntent } from "@repo/core/activities";
import type { LoadProfile } from "@repo/core/load";
import { isUsableScore, THRESHOLD_FRACTION, trainingPaces, vo2AtSpeed } from "@repo/core/paces";
import { median } from "@repo/core/stats";
import type { ClassifiedActivity } from "./classify-history.ts";
import { DISTRIBUTION_HOURS, timeInZones } from "./distribution.ts";
import type { ThreeZones } from "./polarisation-index.ts";

export type PerpetualMedium = {
  readonly state: "yes" | "no" | "not-enough-data";
  /** Easy runs judged. */
  readonly easyRuns: number;
  /** Time between the two thresholds outside quality work, as a share of all running time; null when not measured. */
  readonly middleShare: number | null;
  /** Median pace of the runs meant to be easy, and the fast end of the easy range, s/km. */
  readonly easyPaceSPerKm: number | null;
  readonly easyFastEndSPerKm: number | null;
  readonly easySlowEndSPerKm: number | null;
  /** Share of the easy runs whose average heart rate, or effort, was not easy; null when neither was recorded. */
  readonly notEasyShare: number | null;
  /** Which of the tests spoke for it. */
  readonly signals: readonly ("middle-share" | "easy-pace" | "easy-heart-rate" | "easy-effort")[];
};

/** A third of the time between the thresholds is not an easy base any more; 80/20 leaves a fifth for all that is hard. */
const MIDDLE_LIMIT = 0.35;
const FEWEST_EASY_RUNS = 6;
/** Half of the easy runs above the first threshold by heart rate, or of effort 5 and more. */
const NOT_EASY_LIMIT = 0.5;
const NOT_EASY_RPE = 5;

const QUALITY: ReadonlySet<SessionIntent> = new Set([
  "race",
  "intervals",
  "threshold",
  "hills",
  "sprints",
  "fartlek",
  "progression",
  "race-pace",
]);

/**
 * The trap of medium (M7): easy days run too hard to recover, so that the hard ones are never hard. Looks at the runs
 * that were not quality work: their pace against the easy range, their heart rate and effort, and how much of all
 * running time lies between the thresholds. Needs two of the tests, or one when only one can be made.
 *
 * @param sessions of some weeks (six are good), from classifyHistory
 * @returns the fast and slow end of the easy range as the fix
 */
export function perpetualMedium(sessions: readonly ClassifiedActivity[]): PerpetualMedium {
  const runs = sessions.filter(({ activity }) => activity.sport === "run");
  const easy = runs.filter((run) => !isQuality(run));
  const range = easyRange(runs);
  const pace = median(easy.flatMap(paceOf));
  const middle = middleShareOf(runs);
  const [hearts, efforts] = [aboveFirstThreshold(easy), effortful(easy)];
  const tests = [
    { signal: "middle-share" as const, says: middle === null ? null : middle > MIDDLE_LIMIT },
    { signal: "easy-pace" as const, says: pace === null || range === null ? null : pace < range.fastSPerKm },
    { signal: "easy-heart-rate" as const, says: hearts === null ? null : hearts > NOT_EASY_LIMIT },
    { signal: "easy-effort" as const, says: efforts === null ? null : efforts > NOT_EASY_LIMIT },
  ];
  const made = tests.filter((test) => test.says !== null);
  const signals = made.filter((test) => test.says).map((test) => test.signal);
  const enough = easy.length >= FEWEST_EASY_RUNS && made.length > 0;
  const yes = signals.length >= Math.min(2, made.length);
  return {
    state: enough ? (yes ? "yes" : "no") : "not-enough-data",
    easyRuns: easy.length,
    middleShare: middle,
    easyPaceSPerKm: pace,
    easyFastEndSPerKm: range?.fastSPerKm ?? null,
    easySlowEndSPerKm: range?.slowSPerKm ?? null,
    notEasyShare: hearts ?? efforts,
    signals,
  };
}

function paceOf({ activity }: ClassifiedActivity): number[] {
  return activity.distanceM && activity.durationS >= 600
    ? [(activity.durationS / activity.distanceM) * 1000]
    : [];
}

/** The easy range of the latest thresholds, unless they come from the same training that is judged. */
function easyRange(runs: readonly ClassifiedActivity[]): { fastSPerKm: number; slowSPerKm: number } | null {
  const latest = runs.at(-1)?.profile;
  if (!latest?.thresholdSpeedMps || isGuess(latest)) return null;
  const score = vo2AtSpeed(latest.thresholdSpeedMps) / THRESHOLD_FRACTION;
  return isUsableScore(score) ? trainingPaces(score).e : null;
}

/** Middle time of the runs that were not quality work, over all running time: tempo runs belong in the middle. */
function middleShareOf(runs: readonly ClassifiedActivity[]): number | null {
  let [middle, total] = [0, 0];
  for (const run of runs) {
    const zones = heartZones(run) ?? (isGuess(run.profile) ? null : timeInZones(run, "pace"));
    if (zones === null) continue;
    middle += isQuality(run) ? 0 : zones.z2;
    total += zones.z1 + zones.z2 + zones.z3;
  }
  return total >= DISTRIBUTION_HOURS * 3600 ? middle / total : null;
}

function isQuality(run: ClassifiedActivity): boolean {
  return QUALITY.has(run.class.intent) || run.class.reps.length >= 3;
}

function isGuess({ thresholdSpeedSource }: LoadProfile): boolean {
  return thresholdSpeedSource === "history" || thresholdSpeedSource === "usual";
}

/** Time in heart-rate zones, unless the threshold is guessed from the athlete's age or from the runs themselves. */
function heartZones(run: ClassifiedActivity): ThreeZones | null {
  const { heartSource } = run.profile;
  return heartSource === "given" || heartSource === "reserve" ? timeInZones(run, "heart-rate") : null;
}

function aboveFirstThreshold(easy: readonly ClassifiedActivity[]): number | null {
  const judged = easy.map(heartZones).filter((zones) => zones !== null);
  if (judged.length < FEWEST_EASY_RUNS) return null;
  return judged.filter((zones) => zones.z1 === 0).length / judged.length;
}

function effortful(easy: readonly ClassifiedActivity[]): number | null {
  const judged = easy.filter(({ activity }) => activity.rpe !== null && activity.rpe !== undefined);
  if (judged.length < FEWEST_EASY_RUNS) return null;
  return judged.filter(({ activity }) => (activity.rpe as number) >= NOT_EASY_RPE).length / judged.length;
}
