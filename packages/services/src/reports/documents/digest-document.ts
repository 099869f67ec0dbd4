import { evidenceLine } from "@repo/core/report";
import { METRES_PER_MILE, NOT_KNOWN_MARK, type UnitSystem } from "@repo/core/units";
import type { DigestAthlete, DigestContent, DigestWarning } from "../digest-content.ts";
import { verdictOf } from "../words.ts";
import { comingLines, quietLine, trendLines } from "./digest-lines.ts";
import { longDay, sinceWords } from "./reader-words.ts";
import type { ReportBlock, ReportDocument } from "./report-document.ts";

/** A morning digest as a report: who needs the coach and why, what to read, yesterday, silence. */
export function digestDocument(
  content: DigestContent,
  of: { path: string; units: UnitSystem },
): ReportDocument {
  return {
    eyebrow: `${longDay(content.date)}, ${content.orgName}`,
    title: verdictOf(content),
    date: content.date,
    path: of.path,
    blocks: [
      ...quietOf(content),
      ...content.needs.map((athlete) => personOf(athlete, content.date)),
      ...linesOf("Worth a look", content.notes.map(noteOf)),
      ...readingsOf(content),
      ...yesterdayOf(content, of.units),
      ...trendsOf(content),
      ...linesOf("Today", comingLines(content, of.units)),
      ...linesOf("Nothing heard", content.silent.map(silenceOf)),
    ],
    footnote: "Loads are smoothed training load, not measured fitness.",
  };
}

function quietOf(content: DigestContent): ReportBlock[] {
  const line = quietLine(content);
  return line === null ? [] : [{ kind: "lines", heading: null, lines: [line] }];
}

function personOf(athlete: DigestAthlete, date: string): ReportBlock {
  return {
    kind: "person",
    name: athlete.name,
    path: `/athletes/${athlete.athleteId}`,
    ribbon: athlete.ribbon,
    points: athlete.warnings.map((warning) => ({
      title: warning.title,
      tone: warning.severity,
      text: `${storyOf(warning)} ${sinceWords(warning, date)}`.trim(),
      remedy: warning.remedy,
    })),
  };
}

/** Sentences; the numbers alone for a report that was made before there were any. */
function storyOf({ story, evidence }: DigestWarning): string {
  return story ?? `${evidenceLine(evidence)}.`;
}

function noteOf({ name, warnings }: DigestAthlete): string {
  return `${name}: ${warnings.map((warning) => warning.title).join("; ")}`;
}

function readingsOf({ readings = [] }: DigestContent): ReportBlock[] {
  return readings.length === 0 ? [] : [{ kind: "links", heading: "To read", links: readings }];
}

function silenceOf({ name, days }: DigestContent["silent"][number]): string {
  return days === null ? `${name} (nothing logged yet)` : `${name} (${days} days)`;
}

function linesOf(heading: string, lines: string[]): ReportBlock[] {
  return lines.length === 0 ? [] : [{ kind: "lines", heading, lines }];
}

function yesterdayOf({ yesterday }: DigestContent, units: UnitSystem): ReportBlock[] {
  if (yesterday.length === 0) return [];
  return [
    {
      kind: "table",
      heading: "Yesterday",
      columns: [
        { label: "Athlete", numeric: false },
        { label: "Workouts done", numeric: false },
        { label: units === "imperial" ? "Miles" : "Kilometres", numeric: true },
      ],
      rows: yesterday.map((row) => [
        row.name,
        row.planned === 0
          ? "none planned"
          : `${row.done} of ${row.planned}${row.missed > 0 ? ` (${row.missed} not logged)` : ""}`,
        lengthOf(row, units),
      ]),
      note: null,
    },
  ];
}

function trendsOf(content: DigestContent): ReportBlock[] {
  const { lines, note } = trendLines(content);
  if (lines.length === 0) return [];
  const columns = ["Athlete", "Speed in 12 weeks", "90 % sure between", "Efforts"];
  return [
    {
      kind: "table",
      heading: "Where they are going",
      columns: columns.map((label, index) => ({ label, numeric: index > 0 })),
      rows: lines.map(({ name, change, between, efforts }) => [name, change, between, String(efforts)]),
      note,
    },
  ];
}

function lengthOf(
  { doneKm, plannedKm }: { doneKm: number | null; plannedKm: number | null },
  units: UnitSystem,
): string {
  const shown = (km: number | null) => {
    if (km === null) return NOT_KNOWN_MARK;
    return (units === "imperial" ? (km * 1000) / METRES_PER_MILE : km).toFixed(1);
  };
  return plannedKm === null ? shown(doneKm) : `${shown(doneKm)} of ${shown(plannedKm)}`;
}
