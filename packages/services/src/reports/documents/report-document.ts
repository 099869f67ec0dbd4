import type { IsoDate } from "@repo/core/calendar";
import type { UnitSystem } from "@repo/core/units";

/** A season as a list of weeks from a Monday on: a picture in mails and PDFs, a chart on pages. Kilometres. */
export type ReportRibbon = {
  from: IsoDate;
  phases: (string | null)[];
  plannedKm: (number | null)[];
  doneKm: (number | null)[];
  race: { date: IsoDate; name: string | null } | null;
  /** Those of its sentence; reports of before have none and are metric. */
  units?: UnitSystem;
  /** The last weeks of an athlete without a season. */
  isPast?: boolean;
};

export type ReportTone = "error" | "warn" | "info";

/** Something that is said of one person: what it is, its numbers as sentences, what helps. */
export type ReportPoint = { title: string; tone: ReportTone; text: string; remedy: string | null };

/** A part of a report. Every text is ready to be shown; what is not known says so. */
export type ReportBlock =
  | { kind: "lines"; heading: string | null; lines: string[] }
  | { kind: "figures"; figures: { label: string; value: string; note: string | null }[] }
  | {
      kind: "table";
      heading: string;
      columns: { label: string; numeric: boolean }[];
      rows: string[][];
      note: string | null;
    }
  | { kind: "ribbon"; ribbon: ReportRibbon; of: string }
  | { kind: "links"; heading: string; links: { label: string; path: string }[] }
  | { kind: "person"; name: string; path: string; ribbon: ReportRibbon | null; points: ReportPoint[] };

/**
 * A report before it has a form: page, mail, text part and PDF are all made from it, so that they say the same. Its
 * title is its verdict.
 */
export type ReportDocument = {
  /** What it is of and when: "Week of 16 November, Ann Demo". */
  eyebrow: string;
  title: string;
  /** The day as of which it speaks. */
  date: IsoDate;
  blocks: ReportBlock[];
  /** What has to be known to read it rightly. */
  footnote: string | null;
  /** Where its page is, from the site's root. */
  path: string;
};
