import { type CauseReading, type CauseRule, type CauseWindow, graded, row } from "./cause-window.ts";
import { askedBeyondUsual, bodySaysSince } from "./overload-evidence.ts";
import { rememberByDay } from "./remember-by-day.ts";
import { type StrainSignal, strainSignals, strainSince } from "./strain-signals.ts";

/** What is to be seen now and what was to be seen when it set in: the most of sixteen weeks counts. */
const LOOKS_DAYS_AGO = Array.from({ length: 16 }, (_, week) => 7 * week);
const HEARD_DAYS = [10, 28, 56, 84] as const;
const LASTING_DAYS = 28;
/** Standard errors from which more training than usual is more than scatter. [house] */
const ASKED = 1;
/** A body that is not heard cannot speak: what was asked says half at most. */
const UNHEARD = 0.5;
/** Nor does a body that is tired without more training than usual. */
const ALONE = 0.5;
/** Three weeks with so many times the usual minutes are more training, also on the usual days. [house] */
const LONGER = [1.25, 1.5] as const;
const UNREAD = 0.1;
const UNIT = "standard errors";

type Log = CauseWindow["log"];

/** More asked than is recovered from: load up or rest gone, and the body says so (M116, M119, M123). */
export const overcooked: CauseRule = {
  cause: "overcooked",
  read: ({ log, to, onset }) => readings(log, keyOf(to, onset)),
  remedy: {
    code: "cutback-week-now",
    text: "Cut the coming week by 30 %, take a second rest day and no hard session; see a doctor if three easy weeks do not help.",
    weeks: 3,
  },
  source: ["M116", "M119", "M123", "meeusen-2013", "stouffer-1949"],
};

/** Causes are read in windows of several lengths that end on one day, and overload looks back by itself: once is enough. */
const readings: (log: Log, key: number) => CauseReading | null = rememberByDay((log, key) => {
  const to = Math.floor(key / LONGEST_LOG);
  const ago = (key % LONGEST_LOG) - 1;
  return readOverload(log, to, ago < 0 ? null : to - ago);
});

/** Days, far more than a life has. */
const LONGEST_LOG = 100_000;

function keyOf(to: number, onset: number | null): number {
  return to * LONGEST_LOG + (onset === null ? 0 : to - onset + 1);
}

function readOverload(log: Log, to: number, onset: number | null): CauseReading | null {
  const looks = LOOKS_DAYS_AGO.flatMap((ago) => askedBeyondUsual(log, to - ago) ?? []);
  const asked = Math.max(0, ...looks.map(({ beyond }) => beyond));
  const share = Math.max(1, ...looks.map((look) => look.share ?? 1));
  const { together, heard } = worstOf(log, to, onset);
  if (together === null && asked === 0 && share <= 1) return null;
  const evidence = [row("training beyond the usual scatter, 16 weeks", asked, UNIT, ASKED)];
  if (together !== null) evidence.push(row(`signs of the body together (${heard})`, together, UNIT, 2));
  const strength = strengthOf({ asked, share }, together);
  // So faint that nobody reads its rows.
  if (strength < UNREAD) return { strength, evidence };
  return { strength, evidence: [...evidence, ...signalsOf(log, to, onset)].slice(0, 6) };
}

/**
 * The body is heard over the last days, weeks and months, each against the time before: what has lasted for months is
 * usual by now, and when progress stopped is only roughly known. The look that says most counts.
 */
function worstOf(log: Log, to: number, onset: number | null) {
  const days = onset === null ? HEARD_DAYS : [...HEARD_DAYS, to - onset];
  const looks = days
    .filter((each) => each >= HEARD_DAYS[0])
    .map((each) => bodySaysSince(log, to - each + 1, to));
  return looks.reduce((worst, look) => ((look.together ?? -9) > (worst.together ?? -9) ? look : worst));
}

/**
 * 0 to 1: both together where training grew; the body alone, which has other reasons as well, where it did not. Limits
 * in standard errors lie above what the best of so many looks reaches by chance. [house]
 */
function strengthOf({ asked, share }: { asked: number; share: number }, together: number | null): number {
  if (together === null) return UNHEARD * Math.max(graded(asked, 2, 3.5), graded(share, ...LONGER));
  const grown = graded(asked, 1.1, 2.1) * graded(together, 0, 1);
  return Math.max(grown * graded(asked + together, 3, 5.2), ALONE * graded(together, 2.5, 5));
}

function signalsOf(log: Log, to: number, onset: number | null) {
  const looks = [strainSignals(log, to)];
  if (onset !== null && to - onset > LASTING_DAYS) looks.push(strainSince(log, to, onset));
  const most = (signals: StrainSignal[]) => signals.filter((signal) => signal.adverse).length;
  const signals = looks.reduce((worst, look) => (most(look) > most(worst) ? look : worst));
  return [...signals.filter((each) => each.adverse), ...signals.filter((each) => !each.adverse)].map(
    (each) => each.evidence,
  );
}
