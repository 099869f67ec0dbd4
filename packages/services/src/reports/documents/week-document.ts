import { type AthleteWeek, type PlannedAndDone, type ReportDay, typeset } from "@repo/core/report";
import { formatDuration, inUnits, NOT_KNOWN_MARK } from "@repo/core/units";
import { counted, longDay, type ReaderWords, raceName, weekDay } from "./reader-words.ts";
import type { ReportBlock, ReportDocument, ReportRibbon } from "./report-document.ts";
import { sayFact } from "./say-fact.ts";

const GRADES: Readonly<Record<PlannedAndDone["compliance"]["grade"], string>> = {
  planned: "to come",
  done: "done",
  short: "shorter",
  long: "longer",
  "far-off": "far off",
  missed: "not logged",
  adapted: "changed on purpose",
  excused: "excused",
  unplanned: "not planned",
};

/** A finding of the plan that a coach let stand, and why. */
export type Waiver = { rule: string; dates: readonly string[]; reason: string };

type Of = { name: string; path: string; ribbon: ReportRibbon | null; waivers: readonly Waiver[] };

/** An athlete's week as a report: what was done beside what was planned, what it means, what comes. */
export function weekDocument(week: AthleteWeek, of: Of, say: ReaderWords): ReportDocument {
  return {
    eyebrow: `Week of ${longDay(week.weekStart)}, ${of.name}`,
    title: titleOf(week, say),
    date: week.asOf,
    path: of.path,
    blocks: [
      { kind: "lines", heading: null, lines: week.facts.map((fact) => sayFact(fact, say)) },
      { kind: "figures", figures: figuresOf(week, say) },
      ...(of.ribbon ? [{ kind: "ribbon" as const, ribbon: of.ribbon, of: of.name }] : []),
      dayTable(week.days, say),
      ...waivedOf(of.waivers),
      ...aheadOf(week, say),
    ],
    footnote: "Fitness and form are smoothed training load, not measured fitness.",
  };
}

/** As planned is a week whose kilometres were those of the plan, too. [house] */
const AS_PLANNED = { low: 0.8, high: 1.25 };

function titleOf(week: AthleteWeek, say: ReaderWords): string {
  const { runs, distanceM, durationS, plan, plannedDistanceM, unknownDays } = week;
  if (runs === 0) return unknownDays === 7 ? "Nothing is known of this week" : "No run this week";
  const volume = distanceM === null ? formatDuration(durationS) : say.volume(distanceM);
  const ran = `${volume} in ${counted(runs, "run")}`;
  if (plan.planned === 0) return ran;
  if (plan.open > 0) return `${ran} so far`;
  if (plan.missed > 0)
    return `${ran}, ${plan.done + plan.changed} of ${counted(plan.planned, "workout")} kept`;
  const ratio = distanceM === null || plannedDistanceM === null ? 1 : distanceM / plannedDistanceM;
  const asPlanned = ratio >= AS_PLANNED.low && ratio <= AS_PLANNED.high;
  return asPlanned ? `${ran}, as planned` : `${ran}, ${say.volume(plannedDistanceM)} planned`;
}

type Figures = Extract<ReportBlock, { kind: "figures" }>["figures"];

function figuresOf(week: AthleteWeek, say: ReaderWords): Figures {
  const { plannedDistanceM, usualDistanceM, nightsKnown } = week;
  const number = (value: number | null, digits = 0) =>
    value === null ? NOT_KNOWN_MARK : value.toFixed(digits).replace("-", "−");
  // Of a week without any entry nobody knows that nothing was done.
  const known = (value: string) => (week.runs === 0 && week.unknownDays === 7 ? NOT_KNOWN_MARK : value);
  return [
    {
      label: "Distance",
      value: known(say.volume(week.distanceM)),
      note:
        plannedDistanceM !== null
          ? `${say.volume(plannedDistanceM)} planned`
          : usualDistanceM !== null
            ? `usually ${say.volume(usualDistanceM)}`
            : null,
    },
    { label: "Time", value: known(formatDuration(week.durationS)), note: counted(week.runs, "run") },
    { label: "Longest run", value: say.distance(week.longestRunM), note: null },
    { label: "Hard sessions", value: known(String(week.hardSessions)), note: null },
    {
      label: "Strength",
      value: known(String(week.strengthSessions)),
      note: null,
    },
    { label: "Load", value: number(week.loadAu), note: "100 is an hour at threshold" },
    { label: "Fitness", value: number(week.fitness), note: null },
    { label: "Form", value: number(week.form), note: null },
    {
      label: "Sleep",
      value: week.sleepHours === null ? NOT_KNOWN_MARK : `${week.sleepHours.toFixed(1)} h`,
      note: nightsKnown > 0 ? `${counted(nightsKnown, "night")} known` : "no night known",
    },
  ];
}

/** The days of a report as a table: planned, done, and what to make of it. */
export function dayTable(days: readonly ReportDay[], say: ReaderWords): ReportBlock {
  const rows = days.flatMap((day) =>
    day.entries.length === 0
      ? [[weekDay(day.date), "nothing planned", NOT_KNOWN_MARK, ""]]
      : day.entries.map((entry) => [weekDay(day.date), ...entryCells(entry, say)]),
  );
  const columns = ["Day", "Planned", "Done", ""].map((label) => ({ label, numeric: false }));
  return { kind: "table", heading: "Day by day", columns, rows, note: null };
}

function entryCells({ planned, done, compliance }: PlannedAndDone, say: ReaderWords): string[] {
  const isRest = planned?.kind === "rest";
  return [
    planned === null ? "nothing planned" : isRest ? "rest" : inUnits(typeset(planned.title), say.units),
    done === null ? NOT_KNOWN_MARK : doneWords(done, say),
    isRest && done === null ? "" : GRADES[compliance.grade],
  ];
}

function doneWords(done: NonNullable<PlannedAndDone["done"]>, say: ReaderWords): string {
  const length = done.distanceM === null ? null : say.distance(done.distanceM);
  const parts = [length, formatDuration(done.durationS), done.rpe === null ? null : `RPE ${done.rpe}`];
  return parts.filter((part) => part !== null).join(", ");
}

function aheadOf({ ahead, nextRace }: AthleteWeek, say: ReaderWords): ReportBlock[] {
  const race = nextRace
    ? [
        `${raceName(nextRace.race, say.units)} on ${longDay(nextRace.race.date)}: ${counted(nextRace.days, "day")} after this week.`,
      ]
    : [];
  const workouts = ahead.filter((workout) => workout.kind !== "rest");
  const blocks: ReportBlock[] = [];
  if (workouts.length > 0)
    blocks.push({
      kind: "table",
      heading: "The week that follows",
      columns: [
        { label: "Day", numeric: false },
        { label: "Workout", numeric: false },
        { label: "Distance", numeric: true },
      ],
      rows: workouts.map((workout) => [
        weekDay(workout.date),
        inUnits(typeset(workout.title), say.units),
        say.distance(workout.distanceM ?? null),
      ]),
      note: race[0] ?? null,
    });
  else if (race.length > 0) blocks.push({ kind: "lines", heading: "Ahead", lines: race });
  return blocks;
}

function waivedOf(waivers: readonly Waiver[]): ReportBlock[] {
  if (waivers.length === 0) return [];
  const lines = waivers.map(({ rule, reason }) => {
    const name = rule.replaceAll("-", " ");
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${typeset(reason)}`;
  });
  return [{ kind: "lines", heading: "Let stand in the plan, and why", lines }];
}
