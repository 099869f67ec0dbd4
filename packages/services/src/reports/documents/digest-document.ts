import { evidenceLine } from "@repo/core/report";
import { METRES_PER_MILE, NOT_KNOWN_MARK, type UnitSystem } from "@repo/core/units";
import type { DigestAthlete, DigestContent, DigestWarning } from "../digest-content.ts";
import { verdictOf } from "../words.ts";
import { longDay, shortDay } from "./reader-words.ts";
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
      ...content.needs.map(personOf),
      ...linesOf("Worth a look", content.notes.map(noteOf)),
      ...readingsOf(content),
      ...yesterdayOf(content, of.units),
      ...comingOf(content),
      ...linesOf("Nothing heard", content.silent.map(silenceOf)),
    ],
    footnote: "Loads are smoothed training load, not measured fitness.",
  };
}

/** A morning on which nobody needs the coach still says what was done. */
function quietOf({ needs, athletes, yesterday }: DigestContent): ReportBlock[] {
  if (needs.length > 0 || athletes === 0) return [];
  const sum = (of: (row: (typeof yesterday)[number]) => number) =>
    yesterday.reduce((total, row) => total + of(row), 0);
  const [planned, done, missed] = [
    sum((row) => row.planned),
    sum((row) => row.done),
    sum((row) => row.missed),
  ];
  const ran = yesterday.filter((row) => row.planned === 0).length;
  const sentences = [
    planned === 0
      ? "Nothing was planned for yesterday."
      : done === planned
        ? `${planned === 1 ? "The one workout" : `All ${planned} workouts`} planned for yesterday ${planned === 1 ? "was" : "were"} done.`
        : `Of ${planned} workouts planned for yesterday ${done} ${done === 1 ? "was" : "were"} done${missed > 0 ? ` and ${missed} not logged` : ""}.`,
    ...(ran > 0 ? [`${ran} ${ran === 1 ? "athlete" : "athletes"} trained without a plan.`] : []),
  ];
  return [{ kind: "lines", heading: null, lines: [sentences.join(" ")] }];
}

/** Today's hard sessions by name, the rest by number; on a day without any plan, when it goes on. */
function comingOf({ coming, date, athletes }: DigestContent): ReportBlock[] {
  if (coming === undefined || athletes === 0) return [];
  if (coming === null) return linesOf("Today", ["Nothing is planned for today or the seven days after it."]);
  if (coming.date !== date) {
    const count = coming.athletes.length;
    const who = count === 1 ? coming.athletes[0]?.name : `${count} athletes`;
    return linesOf("Today", [`Nobody has a workout planned today. Next: ${longDay(coming.date)}, ${who}.`]);
  }
  const hard = coming.athletes.flatMap(({ name, workouts }) => {
    const titles = workouts.filter((workout) => workout.hard).map(({ title }) => title);
    return titles.length === 0 ? [] : [`${name}: ${titles.join("; ")}`];
  });
  const easy = coming.athletes.length - hard.length;
  const others = `${easy} ${easy === 1 ? "athlete has" : "athletes have"} only easy work planned`;
  return linesOf("Today", [
    ...(hard.length === 0 ? ["No hard session is planned."] : hard),
    ...(easy > 0 ? [hard.length === 0 ? `${others}.` : `${others} beside these.`] : []),
  ]);
}

function personOf(athlete: DigestAthlete): ReportBlock {
  return {
    kind: "person",
    name: athlete.name,
    path: `/athletes/${athlete.athleteId}`,
    ribbon: athlete.ribbon,
    points: athlete.warnings.map((warning, index) => ({
      title: warning.title,
      tone: warning.severity,
      text: `${storyOf(warning)} Since ${shortDay(warning.since)}.`,
      remedy: isSaidBefore(athlete.warnings, index) ? null : warning.remedy,
    })),
  };
}

/** Two warnings of one cause have one remedy: said once. */
function isSaidBefore(warnings: readonly DigestWarning[], index: number): boolean {
  return warnings.findIndex(({ remedy }) => remedy === warnings[index]?.remedy) < index;
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
