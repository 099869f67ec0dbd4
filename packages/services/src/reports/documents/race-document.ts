import { evenSplits, type RaceWeekSheet, typeset } from "@repo/core/report";
import { inUnits } from "@repo/core/units";
import { counted, distanceName, longDay, type ReaderWords, raceName, shortDay } from "./reader-words.ts";
import type { ReportBlock, ReportDocument, ReportRibbon } from "./report-document.ts";
import { sayFact } from "./say-fact.ts";
import { dayTable } from "./week-document.ts";

const NO_PREDICTION: Readonly<Record<string, string>> = {
  "no-result": "no time can be said: no race and no time trial is known",
  "result-too-old": "no time can be said: the last result is more than a year old",
  "distance-out-of-range": "no time can be said for this distance",
};

type Of = { name: string; path: string; ribbon: ReportRibbon | null };

/** Everything to hold in hand in the week of a race. */
export function raceDocument(sheet: RaceWeekSheet, of: Of, say: ReaderWords): ReportDocument {
  const { race, daysToRace } = sheet;
  const when = daysToRace === 0 ? "today" : daysToRace === 1 ? "tomorrow" : `in ${daysToRace} days`;
  return {
    eyebrow: `${raceName(race, say.units)}, ${longDay(race.date)}, ${of.name}`,
    title: titleOf(sheet, when, say),
    date: sheet.asOf,
    path: of.path,
    blocks: [
      { kind: "lines", heading: null, lines: sheet.facts.map((fact) => sayFact(fact, say)) },
      { kind: "figures", figures: figuresOf(sheet, say) },
      ...planOf(sheet, say),
      { kind: "lines", heading: "Warm-up", lines: warmUpOf(sheet) },
      dayTable(sheet.days, say),
      {
        kind: "lines",
        heading: "Afterwards",
        lines: [
          `Easy running only until ${longDay(sheet.after.easyUntil)} (${counted(sheet.after.recoveryWeeks, "week")}).`,
        ],
      },
      ...(of.ribbon ? [{ kind: "ribbon" as const, ribbon: of.ribbon, of: of.name }] : []),
    ],
    footnote: sourceOf(sheet, say),
  };
}

function titleOf({ race, prediction }: RaceWeekSheet, when: string, say: ReaderWords): string {
  const what = distanceName(race.distanceM, say.units).replace(/^the /, "");
  const start = `${what.charAt(0).toUpperCase()}${what.slice(1)} ${when}`;
  if (!prediction.known) return `${start}: ${NO_PREDICTION[prediction.reason] ?? "no time can be said"}`;
  const { fastS, slowS } = prediction.value;
  return `${start}: expect ${say.duration(fastS)} to ${say.duration(slowS)}`;
}

function sourceOf({ prediction }: RaceWeekSheet, say: ReaderWords): string | null {
  if (!prediction.known) return null;
  const { distanceM, timeS, date } = prediction.value.source;
  return `The range rests on ${say.duration(timeS)} over ${distanceName(distanceM, say.units)} on ${shortDay(date)} ${date.slice(0, 4)}.`;
}

function figuresOf(
  sheet: RaceWeekSheet,
  say: ReaderWords,
): Extract<ReportBlock, { kind: "figures" }>["figures"] {
  const { prediction, race, taper, best, lastHardSession, background } = sheet;
  return [
    {
      label: "Likely",
      value: prediction.known ? say.duration(prediction.value.likelyS) : "not known",
      note: race.goalTimeS ? `goal ${say.duration(race.goalTimeS)}` : null,
    },
    {
      label: "Best so far",
      value: say.duration(best?.timeS ?? null),
      note: best ? `${shortDay(best.date)} ${best.date.slice(0, 4)}` : "none known over this distance",
    },
    {
      label: "The seven days before",
      value: say.volume(taper.lastWeekKm * 1000),
      note: taper.usualWeeklyKm === null ? null : `usually ${say.volume(taper.usualWeeklyKm * 1000)}`,
    },
    {
      label: "Last hard session",
      value: lastHardSession ? agoWords(lastHardSession.daysAgo) : "–",
      note: lastHardSession ? inUnits(typeset(lastHardSession.title ?? ""), say.units) : "none in six weeks",
    },
    {
      label: "Longest run",
      value: say.distance(background.longestRunM),
      note: "of six weeks",
    },
  ];
}

function planOf({ race, plan, conditions }: RaceWeekSheet, say: ReaderWords): ReportBlock[] {
  if (plan === null)
    return [
      {
        kind: "lines",
        heading: "How to run it",
        lines: [
          "By effort: hold back in the first quarter, then as the legs allow. A goal alone is no pace.",
        ],
      },
    ];
  const basis = plan.basis === "goal" ? "the goal" : "the prediction";
  const paced = `${say.pace(plan.paceSPerKm)} evenly, from ${basis}. Anything within ${say.paceRange(plan.fastSPerKm, plan.slowSPerKm)} is within reach.`;
  const opening = `No faster than that until ${say.distance(plan.opening.untilM)}; ${say.pace(plan.opening.slowestSPerKm)} there costs nothing.`;
  const day = conditions
    ? [`For the day's conditions ${say.paceRange(conditions.fastSPerKm, conditions.slowSPerKm)}.`]
    : [];
  return [
    { kind: "lines", heading: "How to run it", lines: [paced, opening, ...day] },
    {
      kind: "table",
      heading: "On the clock",
      columns: [
        { label: "At", numeric: false },
        { label: "Time", numeric: true },
      ],
      rows: evenSplits(race.distanceM, plan.timeS, say.units).map(({ atM, elapsedS }) => [
        say.distance(atM),
        say.duration(elapsedS),
      ]),
      note: null,
    },
  ];
}

function warmUpOf({ warmUp }: RaceWeekSheet): string[] {
  const parts = [
    warmUp.easyMin > 0 ? `${warmUp.easyMin} min of easy running` : null,
    warmUp.session === "activation" ? "activation" : "a jog and loose stretching",
    warmUp.strides > 0 ? counted(warmUp.strides, "stride") : null,
  ].filter((part) => part !== null);
  return [`${parts.join(", ").replace(/^./, (first) => first.toUpperCase())}.`];
}

function agoWords(days: number): string {
  return days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
}
