import { type CauseRule, causeWindow, row } from "./cause-window.ts";
import type { TrainingLog } from "./training-log.ts";

const WEEKS = 6;
/** Sessions that the habit before would have given: without any of three, one in twenty is chance. */
const MISSED = 3;
/** Where no strength session was ever recorded, it may be done and not written down. */
const NEVER_RECORDED = 0.3;

/** No strength work for six weeks (M16, M123). */
export const noStrength: CauseRule = {
  cause: "no-strength",
  read(window) {
    const weeks = window.weeks.slice(0, WEEKS);
    if (window.runs.length < weeks.length) return null;
    const count = weeks.reduce((sum, week) => sum + week.strength, 0);
    const everRecorded = firstStrengthDay(window.log) < window.from;
    const evidence = [row(`strength sessions in ${weeks.length} weeks`, count, "sessions", weeks.length)];
    const earlier = causeWindow(window.log, window.from - 112, window.from - 1);
    const perWeek = earlier.sessions.filter((session) => session.kind === "strength").length / 16;
    if (everRecorded) evidence.push(row("strength sessions a week before", perWeek, "a week"));
    // In less than six weeks only a habit that is broken off can be missed.
    if (weeks.length < WEEKS && (count > 0 || perWeek * weeks.length < MISSED)) return null;
    if (count > 1) return { strength: 0, evidence };
    return { strength: (count === 0 ? 0.9 : 0.45) * (everRecorded ? 1 : NEVER_RECORDED), evidence };
  },
  remedy: {
    code: "add-strength",
    text: "Add one or two strength sessions a week, 4–8 heavy repetitions, on hard days or the day after.",
    weeks: 8,
  },
  source: ["M16", "M82", "M123"],
};

/** The day of the first strength session of a log; infinity without any. */
function firstStrengthDay(log: TrainingLog): number {
  const known = FIRST_DAYS.get(log);
  if (known !== undefined) return known;
  const day = log.sessions.find(({ kind }) => kind === "strength")?.day ?? Number.POSITIVE_INFINITY;
  FIRST_DAYS.set(log, day);
  return day;
}

const FIRST_DAYS = new WeakMap<TrainingLog, number>();
