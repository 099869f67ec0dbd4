import { type CauseRule, causeWindow, graded, meanOf, reachBack, row } from "./cause-window.ts";

const REACH_DAYS = 42;
const MIN_DAYS = 10;
const WORDS =
  /\b(bonk(?:ed|ing)?|hungry|starv\w*|fasted|skipped (?:lunch|breakfast|dinner|meals?)|under-?fuel\w*|under-?eat\w*|no fuel|no appetite|low energy|ferritin|an(?:a)?emi[ac]|low iron|diet(?:ing)?|calorie deficit|lost weight|weight loss|light-?headed|dizzy|no period|missed (?:my )?period|amenorrh\w*|red-?s)\b/i;

/** Too little food for the work: words in the notes, and tiredness that load, sleep and stress do not explain (M113, M114). */
export const underFuelled: CauseRule = {
  cause: "under-fuelled",
  read(window) {
    const recent = reachBack(window, REACH_DAYS);
    const notes = [
      ...recent.sessions.map((session) => session.activity.notes ?? ""),
      ...recent.checkIns.map((each) => each.checkIn.notes ?? ""),
    ].filter((note) => WORDS.test(note)).length;
    const tired = unexplainedTiredness(
      recent.checkIns.map((each) => each.checkIn),
      window,
    );
    if (notes === 0 && tired === null) return null;
    const evidence = [row("notes about hunger, energy or iron, 6 weeks", notes, "notes", 2)];
    if (tired !== null)
      evidence.push(row("fatigue above usual at usual load, sleep and stress", tired, "points", 0.5));
    const appetite = recent.checkIns.flatMap((each) => each.checkIn.appetite ?? []);
    const poor = appetite.length >= MIN_DAYS ? graded(meanOf(appetite) ?? 3, 3, 2) : 0;
    const unexplained = tired === null ? 0 : 0.55 * graded(tired, 0.3, 1);
    return { strength: Math.min(1, 0.9 * graded(notes, 0, 3) + unexplained + 0.5 * poor), evidence };
  },
  remedy: {
    code: "fuel-check",
    text: "Eat before and within an hour after hard runs for two weeks; ask a doctor about iron, and at once if periods stop.",
    weeks: 4,
  },
  source: ["M113", "M114", "M121"],
};

/** Points of fatigue above the usual when load, sleep and stress are as usual; null where that cannot be said. */
function unexplainedTiredness(
  recent: readonly { fatigue?: number | null; sleepHours?: number | null; stress?: number | null }[],
  window: Parameters<CauseRule["read"]>[0],
): number | null {
  const before = causeWindow(window.log, window.from - 84, window.from - 1);
  const usual = before.checkIns.map((each) => each.checkIn);
  const change = (pick: (day: (typeof recent)[number]) => number | null | undefined) => {
    const [now, then] = [recent.flatMap((day) => pick(day) ?? []), usual.flatMap((day) => pick(day) ?? [])];
    if (now.length < MIN_DAYS || then.length < MIN_DAYS) return null;
    return (meanOf(now) ?? 0) - (meanOf(then) ?? 0);
  };
  const fatigue = change((day) => day.fatigue);
  if (fatigue === null) return null;
  const [stress, sleep] = [change((day) => day.stress) ?? 0, change((day) => day.sleepHours) ?? 0];
  const kmNow = meanOf(window.weeks.map((week) => week.km)) ?? 0;
  const kmThen = meanOf(before.weeks.map((week) => week.km)) ?? kmNow;
  const explained = stress > 0.6 || sleep < -0.5 || (kmThen > 0 && kmNow / kmThen > 1.18);
  return explained ? null : Math.max(0, fatigue);
}
