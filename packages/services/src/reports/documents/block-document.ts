import type { BlockReview } from "@repo/core/report";
import { NOT_KNOWN_MARK } from "@repo/core/units";
import { counted, longDay, type ReaderWords, shortDay, signedPct } from "./reader-words.ts";
import type { ReportBlock, ReportDocument, ReportRibbon } from "./report-document.ts";
import { sayFact } from "./say-fact.ts";

const PHASES: Readonly<Record<NonNullable<BlockReview["phase"]>, string>> = {
  base: "base block",
  build: "build block",
  speed: "speed block",
  peak: "peak",
  race: "race block",
  recovery: "recovery block",
  free: "free block",
};

/** A phase as coaches call the block it is. */
export function phaseName(kind: NonNullable<BlockReview["phase"]>): string {
  return PHASES[kind];
}

const OUTCOMES: Readonly<Record<BlockReview["progress"]["state"], string>> = {
  improving: "ended faster",
  plateau: "changed nothing in speed",
  "possible-plateau": "may have changed nothing in speed",
  declining: "ended slower",
  inconclusive: "ended too uneven to call",
  "not-enough-data": "cannot be judged by speed yet",
};

type Of = { name: string; path: string; ribbon: ReportRibbon | null };

/** A block looked back on as a report: whether it moved anything, then why it may or may not have. */
export function blockDocument(block: BlockReview, of: Of, say: ReaderWords): ReportDocument {
  const { phase, facts, progress } = block;
  const what = phase === null ? "block" : PHASES[phase];
  const empty = block.runs === 0;
  return {
    eyebrow: `${longDay(block.from)} to ${longDay(block.to)}, ${of.name}`,
    title: empty ? `No run in this ${what}` : `The ${what} ${OUTCOMES[progress.state]}`,
    date: block.to,
    path: of.path,
    blocks: [
      { kind: "lines", heading: null, lines: facts.map((fact) => sayFact(fact, say)) },
      { kind: "figures", figures: figuresOf(block, say) },
      ...(of.ribbon ? [{ kind: "ribbon" as const, ribbon: of.ribbon, of: of.name }] : []),
      weekTable(block, say),
      ...benchmarksOf(block, say),
      ...resultsOf(block, say),
      ...(block.next
        ? [
            {
              kind: "lines" as const,
              heading: "Next",
              lines: [
                `The ${PHASES[block.next.kind]}, ${longDay(block.next.start)} to ${longDay(block.next.end)}.`,
              ],
            },
          ]
        : []),
    ],
    footnote: progressNote(block),
  };
}

function progressNote({ progress }: BlockReview): string {
  const { state, changePct, interval, n, windowDays } = progress;
  if (state === "not-enough-data" || changePct === null || interval === null)
    return `${counted(n, "effort")} in ${windowDays} days tell too little of speed.`;
  return `Speed is judged from ${counted(n, "effort")} in ${windowDays} days: with 90 % certainty between ${signedPct(interval[0])} and ${signedPct(interval[1])} in 12 weeks.`;
}

function figuresOf(
  block: BlockReview,
  say: ReaderWords,
): Extract<ReportBlock, { kind: "figures" }>["figures"] {
  const { volume, before, plan, easyShare } = block;
  const past = <T>(value: T | undefined, words: (known: T) => string) =>
    value === undefined ? null : `before: ${words(value)}`;
  return [
    {
      label: "A week",
      value: say.volume(volume.weeklyDistanceM),
      note: past(before?.weeklyDistanceM, say.volume),
    },
    {
      label: "Runs a week",
      value: volume.weeklyRuns.toFixed(1),
      note: past(before?.weeklyRuns, (runs) => runs.toFixed(1)),
    },
    {
      label: "Hard sessions a week",
      value: volume.weeklyHardSessions.toFixed(1),
      note: past(before?.weeklyHardSessions, (count) => count.toFixed(1)),
    },
    {
      label: "Longest run",
      value: volume.longestRunM > 0 ? say.distance(volume.longestRunM) : NOT_KNOWN_MARK,
      note: before && before.longestRunM > 0 ? `before: ${say.distance(before.longestRunM)}` : null,
    },
    {
      label: "Easy sessions",
      value: easyShare === null ? NOT_KNOWN_MARK : `${Math.round(easyShare * 100)} %`,
      note: null,
    },
    {
      label: "Plan kept",
      value:
        plan === null || plan.planned === 0
          ? NOT_KNOWN_MARK
          : `${plan.done + plan.changed} of ${plan.planned}`,
      note: plan === null ? "no plan" : null,
    },
    {
      label: "Fitness",
      value: block.fitnessAtEnd === null ? NOT_KNOWN_MARK : block.fitnessAtEnd.toFixed(0),
      note: block.fitnessAtStart === null ? null : `before: ${block.fitnessAtStart.toFixed(0)}`,
    },
    {
      label: "Sleep",
      value: block.sleepHours === null ? NOT_KNOWN_MARK : `${block.sleepHours.toFixed(1)} h`,
      note: block.sleepHoursBefore === null ? null : `before: ${block.sleepHoursBefore.toFixed(1)} h`,
    },
  ];
}

function weekTable({ byWeek }: BlockReview, say: ReaderWords): ReportBlock {
  return {
    kind: "table",
    heading: "Week by week",
    columns: [
      { label: "Week of", numeric: false },
      { label: "Planned", numeric: true },
      { label: "Done", numeric: true },
      { label: "Longest", numeric: true },
      { label: "Hard", numeric: true },
      { label: "Load", numeric: true },
    ],
    rows: byWeek.map((week) => [
      week.cutback ? `${shortDay(week.start)}, cutback` : shortDay(week.start),
      say.volume(week.plannedM),
      say.volume(week.doneM),
      week.longestRunM > 0 ? say.distance(week.longestRunM) : NOT_KNOWN_MARK,
      String(week.hardSessions),
      week.loadAu === null ? NOT_KNOWN_MARK : String(week.loadAu),
    ]),
    note: null,
  };
}

function benchmarksOf({ benchmarks }: BlockReview, say: ReaderWords): ReportBlock[] {
  if (benchmarks.length === 0) return [];
  return [
    {
      kind: "table",
      heading: "The same repetitions, early and late",
      columns: [
        { label: "Repetitions", numeric: false },
        { label: "First", numeric: true },
        { label: "Last", numeric: true },
        { label: "Change", numeric: true },
      ],
      rows: benchmarks.map(({ repM, first, last, changePct }) => [
        `${repM} m`,
        `${say.pace(first.paceSPerKm)} on ${shortDay(first.date)}`,
        `${say.pace(last.paceSPerKm)} on ${shortDay(last.date)}`,
        signedPct(changePct),
      ]),
      note: `Less than ${benchmarks[0]?.detectablePct.toFixed(1)} % is the noise of one session.`,
    },
  ];
}

function resultsOf({ results }: BlockReview, say: ReaderWords): ReportBlock[] {
  if (results.length === 0) return [];
  return [
    {
      kind: "table",
      heading: "Results",
      columns: [
        { label: "Day", numeric: false },
        { label: "Distance", numeric: true },
        { label: "Time", numeric: true },
        { label: "Score", numeric: true },
      ],
      rows: results.map(({ date, distanceM, timeS, score }) => [
        shortDay(date),
        say.distance(distanceM),
        say.duration(timeS),
        score.toFixed(1),
      ]),
      note: null,
    },
  ];
}
