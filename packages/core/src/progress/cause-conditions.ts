import { type CauseRule, causeWindow, graded, meanOf, reachBack, row, shareOf } from "./cause-window.ts";

/** Results from here on are slower for nearly everybody (science.md §7.5). */
const HOT_C = 22;
const HILLY_M_PER_KM = 15;
const WORDS =
  /\b(hot|heat|humid\w*|wind(?:y)?|headwind|storm|mud(?:dy)?|snow\w*|icy|hilly|trail|altitude)\b/i;
const MIN_RESULTS = 2;
const HINT = 0.5;
/** What is asked is what stopped progress: the last six weeks tell it, where they hold results enough. */
const LATEST_DAYS = 42;
/** Who races every six weeks has two results in twelve, not in eight. */
const SELDOM_DAYS = 84;

/** Results that cluster in heat, hills or wind: the course got slower, not the runner (M10, M120). */
export const conditions: CauseRule = {
  cause: "conditions",
  read(window) {
    const days = Math.min(LATEST_DAYS, window.to - window.from + 1);
    const latest = window.results.filter((each) => each.day > window.to - days);
    const usual = latest.length >= MIN_RESULTS ? latest : window.results;
    const results = usual.length >= MIN_RESULTS ? usual : reachBack(window, SELDOM_DAYS).results;
    if (results.length < MIN_RESULTS) return null;
    const warmth = results.flatMap((each) => each.result.temperatureC ?? []);
    const from = Math.min(window.from, ...results.map((each) => each.day));
    const before = causeWindow(window.log, from - 112, from - 1);
    const earlier = before.results.flatMap((each) => each.result.temperatureC ?? []);
    // One temperature among several results is a hint; two or more, or nearly half, tell it.
    const told = warmth.length >= MIN_RESULTS || warmth.length / results.length > 0.4 ? 1 : HINT;
    const hot = told * shareOf(warmth, (value) => value >= HOT_C);
    const [now, then] = [meanOf(warmth), meanOf(earlier)];
    const warmer = now !== null && then !== null && now >= 20 ? now - then : 0;
    const rough = shareOf(results, (each) => isRough(each.day, window.sessions));
    const evidence = [
      row("results in the heat", hot * 100, "%", 30),
      row("results on hills or in bad weather", rough * 100, "%", 30),
    ];
    if (now !== null) evidence.push(row("mean temperature of results", now, "°C", HOT_C));
    if (then !== null) evidence.push(row("mean temperature before", then, "°C"));
    return {
      strength: Math.min(
        1,
        Math.max(graded(hot, 0.25, 0.7), graded(rough, 0.3, 0.7) * 0.9) + graded(warmer, 6, 12) * 0.3,
      ),
      evidence,
    };
  },
  remedy: {
    code: "retest-in-fair-conditions",
    text: "Test again on a cool, flat, calm day before changing the training; pace hot and hilly days by effort.",
    weeks: 4,
  },
  source: ["M10", "M120", "ely-2007"],
};

/** Whether the run of a result's day was hilly, or its notes speak of weather or ground. */
function isRough(day: number, sessions: Parameters<CauseRule["read"]>[0]["sessions"]): boolean {
  return sessions.some((session) => {
    if (session.day !== day || !session.run) return false;
    const climb = session.activity.elevationGainM ?? 0;
    const hilly = session.distanceM > 0 && climb / (session.distanceM / 1000) > HILLY_M_PER_KM;
    return hilly || WORDS.test(`${session.activity.title ?? ""} ${session.activity.notes ?? ""}`);
  });
}
