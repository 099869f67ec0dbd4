import { dayNumber } from "@repo/core/calendar";
import type { Finding, Fix, Race } from "@repo/core/season";
import { easyRunToHarden, easyStep, repetitions, replaceWith } from "./legal-day.ts";
import { defineRule, found, limitOf, type Rule, row, short } from "./rule.ts";
import type { RuleContext, WeekView } from "./rule-context.ts";
import { TAPER_BAND_PCT } from "./taper-evidence.ts";
import { isRelief, scaleWeekTo } from "./volume.ts";

/** Weeks before a race week that may belong to its taper, or to the races it shares its peak with. */
const MOST_TAPER_WEEKS = 4;
const LEAST_WEEK_KM = 18;
/** The taper of a goal race: race week 41–60 % under the three weeks before the taper, falling week by week. */
export const taperShape: Rule = defineRule({
  id: "taper-shape",
  checks:
    "The week of a goal race holds 41–60 % less running than the three weeks before its taper, with its intensity kept.",
  severity: "warn",
  limits: {
    lowPct: { value: TAPER_BAND_PCT.low, unit: "% less", source: "bosquet-2007" },
    highPct: { value: TAPER_BAND_PCT.high, unit: "% less", source: "bosquet-2007" },
    weekCutPct: { value: 35, unit: "% less than the week before", source: "M128" },
  },
  source: ["M128", "M130", "bosquet-2007", "wang-2023"],
  reach: "season",
  check(context) {
    return context.races.flatMap((race) => (race.priority === "A" ? judge(context, race) : []));
  },
});

/** Races of Monday to Wednesday are tapered for in the week before. */
function raceWeekOf(context: RuleContext, race: Race): WeekView | null {
  return context.week(Math.floor((dayNumber(race.date) - 3 - context.firstMonday) / 7));
}

function judge(context: RuleContext, race: Race): Finding[] {
  const raceWeek = raceWeekOf(context, race);
  if (!raceWeek || !runsOn(context, race)) return [];
  let first = raceWeek.index;
  const tapers = (phase: string | undefined) => phase === "peak" || phase === "race";
  while (first > 0 && tapers(context.week(first - 1)?.phase) && raceWeek.index - first < MOST_TAPER_WEEKS)
    first -= 1;
  const before = [3, 2, 1].flatMap((back) => {
    const km = context.week(first - back)?.km;
    return km == null || km === 0 ? [] : [km];
  });
  if (before.length < 3 || raceWeek.km === null) return [];
  // Whoever runs once or twice a week has the race itself as a run of its week.
  const fewRuns = (context.week(first - 1)?.runs ?? 0) <= 2;
  const meanKm = before.reduce((sum, km) => sum + km, 0) / before.length;
  const lessPct = (1 - raceWeek.km / meanKm) * 100;
  return [
    ...(fewRuns && lessPct > 0 ? [] : bandFinding(context, race, raceWeek, meanKm, lessPct)),
    ...intensityFinding(race, context, raceWeek, first),
  ];
}

/** Only a race that the season really holds is tapered for. */
function runsOn(context: RuleContext, race: Race): boolean {
  return context.day(dayNumber(race.date)).some((entry) => entry.race);
}

function bandFinding(
  context: RuleContext,
  race: Race,
  week: WeekView,
  meanKm: number,
  lessPct: number,
): Finding[] {
  const low = limitOf(context, taperShape, "lowPct");
  const high = limitOf(context, taperShape, "highPct");
  if (lessPct >= low - 0.5 && lessPct <= high + 0.5) return [];
  // A share of very little is a run more or less: too light a week cannot be told from a light one.
  if (lessPct > high && meanKm < LEAST_WEEK_KM) return [];
  // A race that the season runs from training is not tapered for on purpose: told, and never too light.
  const peaked = isRelief(week);
  if (lessPct > high && !peaked) return [];
  const [km, pct] = [short(week.km ?? 0), Math.abs(Math.round(lessPct))];
  const than = lessPct < 0 ? `${pct} % more` : `${lessPct < low ? "only " : ""}${pct} % less`;
  const title = `The week of the race on ${race.date} holds ${km} km, ${than} than before the taper.`;
  return [
    found(taperShape, {
      severity: peaked ? "warn" : "info",
      title,
      dates: [week.start, race.date],
      evidence: [
        row("Less than before the taper", short(lessPct), "%", lessPct < low ? low : high),
        row("Mean of the three weeks before the taper", short(meanKm), "km"),
      ],
      fix: scaleWeekTo(context, week, meanKm * (1 - (low + high) / 200)),
    }),
  ];
}

function intensityFinding(race: Race, context: RuleContext, raceWeek: WeekView, first: number): Finding[] {
  for (let index = first; index <= raceWeek.index; index++) {
    const hard = context.week(index)?.entries.some((entry) => entry.hard && !entry.race);
    if (hard) return [];
  }
  const easy = raceWeek.entries.some((entry) => entry.run && !entry.race);
  if (!easy) return [];
  return [
    found(taperShape, {
      severity: "info",
      title: `The taper for the race on ${race.date} holds no fast running; volume should fall, intensity stay.`,
      dates: [raceWeek.start, race.date],
      evidence: [row("Fast sessions in the taper", 0, null, 1)],
      fix: sharpen(context, race, first) ?? { kind: "advice", code: "keep-taper-intensity" },
    }),
  ];
}

const SHARPENER_KM = 5.4;
/** A sharpening session stands at least this many days before its race. */
const DAYS_BEFORE_RACE = 4;

/** Four 400s in place of an easy run of the taper (M128), the latest that may be hard; null where none may. */
function sharpen(context: RuleContext, race: Race, first: number): Fix | null {
  const last = dayNumber(race.date) - DAYS_BEFORE_RACE;
  const easy = easyRunToHarden(context, context.firstMonday + first * 7, last, SHARPENER_KM);
  if (!easy) return null;
  return replaceWith(context, easy, {
    kind: "intervals",
    hard: true,
    workout: "sharpen-400",
    title: "Sharpening 400s: 4 × 400 m",
    blocks: [easyStep("warmup", 2_000), repetitions(4, 400, "5k", 200), easyStep("cooldown", 1_000)],
  });
}
