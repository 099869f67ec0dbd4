import type { ReportFact, ReportFactCode } from "@repo/core/report";
import { counted, distanceName, type ReaderWords, signedPct } from "./reader-words.ts";

type Say = (of: {
  number: (name: string) => number;
  text: (name: string) => string;
  say: ReaderWords;
}) => string;

const WIDE: Readonly<Record<string, string>> = {
  "old-result": "the result it rests on is old",
  "far-from-result": "the race is much longer or shorter than the result it rests on",
  "marathon-from-shorter": "no race longer than a half marathon is known",
  "outside-1500-to-marathon": "the formulas are made for 1500 m to the marathon",
};

const SIGNS: Readonly<Record<string, string>> = {
  wellness: "check-ins",
  hrv: "HRV",
  "resting-hr": "resting heart rate",
  "morning-pulse": "morning pulse",
  sleep: "sleep",
  legs: "legs",
  "hard-days-in-a-row": "hard days in a row",
  "under-recovery-flags": "several signs of too little recovery",
};

/** A sentence for everything that a report may say; the compiler sees that none is missing. */
const SENTENCES: Readonly<Record<ReportFactCode, Say>> = {
  "best-result": ({ number, say }) =>
    `${say.duration(number("timeS"))} over ${distanceName(number("distanceM"), say.units)}: worth more than every result before.`,
  result: ({ number, say }) =>
    `${say.duration(number("timeS"))} over ${distanceName(number("distanceM"), say.units)}.`,
  "week-unknown": () => "Nothing was entered around this week: whether it was rest or training is not known.",
  "no-runs": () => "No run was logged.",
  "more-than-usual": ({ number, say }) =>
    `More than usual: ${say.volume(number("distanceM"))} against ${say.volume(number("usualDistanceM"))} a week in the four weeks before.`,
  "lighter-as-meant": ({ number, say }) =>
    `A lighter week, as meant: ${say.volume(number("distanceM"))} against ${say.volume(number("usualDistanceM"))} a week before.`,
  "less-than-usual": ({ number, say }) =>
    `Less than usual: ${say.volume(number("distanceM"))} against ${say.volume(number("usualDistanceM"))} a week in the four weeks before.`,
  "longest-run-jumped": ({ number, say }) =>
    `The longest run was ${say.distance(number("longestRunM"))}, the longest of the 30 days before ${say.distance(number("longestBeforeM"))}. Runs more than a tenth longer are followed by more injuries; next week stays below.`,
  "all-planned-done": ({ number }) => `All ${counted(number("planned"), "planned workout")} done.`,
  "planned-done-or-changed": ({ number }) =>
    `Nothing was missed: ${number("changed")} of ${counted(number("planned"), "workout")} changed or excused on purpose.`,
  "planned-not-done": ({ number }) =>
    `${number("missed")} of ${counted(number("planned"), "planned workout")} not logged.`,
  "easy-ran-hard": ({ number }) =>
    `${counted(number("times"), "easy run was", "easy runs were")} run hard. Slower easy days are what lets the hard ones be hard.`,
  "no-rest-day": () => "No day was without training.",
  "short-nights": ({ number }) =>
    `Nights averaged ${number("sleepHours").toFixed(1)} h (${counted(number("nightsKnown"), "night")} known).`,

  "progress-improving": ({ number }) =>
    `Faster: speed ${signedPct(number("changePct"))} in 12 weeks, from ${counted(number("n"), "effort")}.`,
  "progress-plateau": ({ number }) =>
    `Speed stood still: ${signedPct(number("changePct"))} in 12 weeks, from ${counted(number("n"), "effort")}.`,
  "progress-possible-plateau": ({ number }) =>
    `Speed may be standing still: ${signedPct(number("changePct"))} in 12 weeks, from ${counted(number("n"), "effort")}.`,
  "progress-declining": ({ number }) =>
    `Slower: speed ${signedPct(number("changePct"))} in 12 weeks, from ${counted(number("n"), "effort")}.`,
  "progress-inconclusive": () => "The results are too uneven to say whether speed has changed.",
  "progress-not-enough-data": () =>
    "Whether speed has changed cannot be known yet: it takes races, time trials or the same session again and again.",
  "best-result-ever": ({ number }) =>
    `The best result so far: a score of ${number("bestScore").toFixed(1)}, before ${number("bestScoreBefore").toFixed(1)}.`,
  "repetitions-faster": ({ number }) =>
    `Repetitions of ${number("repM")} m are ${number("changePct").toFixed(1)} % faster than at the start.`,
  "repetitions-slower": ({ number }) =>
    `Repetitions of ${number("repM")} m are ${Math.abs(number("changePct")).toFixed(1)} % slower than at the start.`,
  "volume-grew": ({ number, say }) =>
    `${say.volume(number("weeklyDistanceM"))} a week, up from ${say.volume(number("beforeM"))}.`,
  "volume-fell": ({ number, say }) =>
    `${say.volume(number("weeklyDistanceM"))} a week, down from ${say.volume(number("beforeM"))}.`,
  "longest-run-grew": ({ number, say }) =>
    `The longest run grew from ${say.distance(number("beforeM"))} to ${say.distance(number("longestRunM"))}.`,
  "plan-kept": (of) => `The plan was kept: ${keptOf(of)}.`,
  "plan-partly-kept": (of) => `The plan was kept in part: ${keptOf(of)}.`,
  "plan-not-kept": (of) => `The plan and the training were two things: ${keptOf(of)}.`,
  "little-strength": ({ number }) =>
    number("weeklySessions") === 0
      ? "No strength session."
      : `${number("weeklySessions").toFixed(1)} strength sessions a week; one or two keep their effect.`,
  "few-easy-sessions": ({ number }) =>
    `${Math.round(number("easyShare") * 100)} % of the sessions were easy; about 80 % carries the rest.`,
  "no-lighter-week": ({ number }) => `No lighter week in ${counted(Math.round(number("weeks")), "week")}.`,
  "ill-days": ({ number }) => `Ill on ${counted(number("illDays"), "day")}.`,

  "recovery-rest": () => "Recovery says rest: no hard session before it says otherwise.",
  "recovery-caution": ({ text }) => {
    const signs = text("adverse")
      .split(" ")
      .flatMap((sign) => SIGNS[sign] ?? []);
    return signs.length > 0
      ? `Recovery asks for care: outside what is usual are ${signs.join(", ")}.`
      : "Recovery asks for care.";
  },
  "no-prediction": () =>
    "No time can be predicted: it takes a race or an all-out time trial of the last twelve months.",
  "goal-out-of-reach": ({ number, say }) =>
    `The goal of ${say.duration(number("goalTimeS"))} is out of reach of today's training; ${say.duration(number("fastS"))} is the fast end.`,
  "goal-within-reach": ({ number, say }) =>
    `The goal of ${say.duration(number("goalTimeS"))} lies within reach; ${say.duration(number("likelyS"))} is likely.`,
  "goal-modest": ({ number, say }) =>
    `The goal of ${say.duration(number("goalTimeS"))} is modest; ${say.duration(number("likelyS"))} is likely.`,
  "goal-ambitious": ({ number, say }) =>
    `The goal of ${say.duration(number("goalTimeS"))} is ahead of the fast end, ${say.duration(number("fastS"))}.`,
  "prediction-wide": ({ text }) =>
    `The range is wide because ${text("reasons")
      .split(" ")
      .flatMap((reason) => WIDE[reason] ?? [])
      .join(" and ")}.`,
  "taper-in-band": ({ number }) =>
    `The last week is ${number("cutPct")} % below the usual: within the 41 to 60 % that research finds best.`,
  "taper-too-little": ({ number }) =>
    number("cutPct") < 0
      ? `The last week is ${-number("cutPct")} % above the usual; research finds 41 to 60 % below best.`
      : `The last week is only ${number("cutPct")} % below the usual; research finds 41 to 60 % best.`,
  "taper-very-light": ({ number }) =>
    `The last week is ${number("cutPct")} % below the usual, more than the 41 to 60 % that research finds best. A short run with strides keeps legs awake.`,
  "hard-session-close": ({ number }) =>
    `The last hard session lies ${counted(number("days"), "day")} before the race; three are enough, fewer are not.`,
  "longest-run-short": ({ number, say }) =>
    `The longest run of six weeks was ${say.distance(number("longestRunM"))}, the race is ${say.distance(number("distanceM"))}: start with patience.`,
  "slower-for-heat": ({ number }) =>
    `Heat: up to ${number("upToPct").toFixed(1)} % slower for the same effort.`,
  "slower-for-altitude": ({ number }) =>
    `Altitude: up to ${number("upToPct").toFixed(1)} % slower for the same effort.`,
  "slower-for-wind": ({ number }) =>
    `Wind: up to ${number("upToPct").toFixed(1)} % slower for the same effort.`,
  "slower-for-hills": ({ number }) =>
    `Hills: up to ${number("upToPct").toFixed(1)} % slower for the same effort.`,
};

/** A fact as a sentence, in the reader's units. */
export function sayFact({ code, values }: ReportFact, say: ReaderWords): string {
  return SENTENCES[code]({
    number: (name) => Number(values[name]),
    text: (name) => String(values[name] ?? ""),
    say,
  });
}

function keptOf({ number }: Parameters<Say>[0]): string {
  const parts = [
    `${number("done")} of ${counted(number("planned"), "workout")} done`,
    number("changed") > 0 ? `${number("changed")} changed or excused` : null,
    number("missed") > 0 ? `${number("missed")} not logged` : null,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
