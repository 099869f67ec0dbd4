import { NO_PACING } from "@repo/core/paces";
import { materialiseRun } from "@repo/core/season";
import { METRES_PER_MILE } from "@repo/core/units";
import { formatWorkout, parseWorkout } from "@repo/core/workouts";

/** A day's words with their lengths written out, the length they state themselves, and whether a choice was closed. */
export type SpeltText = { text: string; statedM: number | null; hasChoice: boolean };

const METRES = { mi: METRES_PER_MILE, km: 1_000 } as const;
/** How far a reading may be from what the author states before it is no reading: our own number. */
const TOLERANCE = 0.15;
/** Slack on short runs, metres: our own number. */
const SLACK_M = 800;

/**
 * Writes out what published plans abbreviate: `{8:13}` (miles and kilometres) and `#8D` become a length, of "2-3 miles"
 * the upper end is taken, "7 miles, consisting of:" is taken off.
 */
export function spellOut(raw: string, unit: "mi" | "km"): SpeltText {
  const upper = (range: string) => range.split("-").at(-1) ?? range;
  let text = raw
    .replaceAll(/\{([\d.-]+):([\d.-]+)\}/g, (_all, miles: string, km: string) =>
      unit === "mi" ? `${upper(miles)} mi` : `${upper(km)} km`,
    )
    .replaceAll(/#([\d.]+)D\b/g, `$1 ${unit}`)
    .replaceAll(/\s*\{[\d.]+\}/g, "")
    .replaceAll("×", "x")
    .replaceAll("₂", "2")
    .replaceAll(/(\d),(\d{3})\b/g, "$1$2")
    .replaceAll(/[“”"]/g, "")
    .trim();
  const closed = text.replaceAll(/\b[\d.]+ ?- ?([\d.]+) (miles?|min|mins|minutes)\b/gi, "$1 $2");
  const hasChoice = closed !== text;
  text = closed;
  const head = /^([\d.]+) ?(miles?|mi|km)\b/i.exec(text);
  const statedM = head ? Number(head[1]) * (/^km$/i.test(head[2] ?? "") ? 1_000 : METRES_PER_MILE) : null;
  return { text, statedM, hasChoice };
}

/** Words in brackets at the end of a line that hold neither a figure nor a recovery. */
export const ASIDE = /\s*\((?![^()\n]*(?:\d|jog|rest|recover|walk))[^()\n]*\)(?=,|$)/gim;

/** Words of plans for what the workout language calls by another name. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^[\d.]+ miles?[^\n]*consisting of:?\s*/i, ""],
  [/^(?:LT|lactate threshold|marathon-pace run|dress rehearsal) /i, ""],
  [/(?:\bat|@) (?:LT pace|15K to half marathon race pace)/gi, "@t"],
  [/(?:\bat|@) marathon (?:race )?pace/gi, "@mp"],
  [/\bat HMP?\b|\btempo at HMP\b/gi, "@hm"],
  [/\bat MP\b/gi, "@mp"],
  [/\bat (3|5|10)k(?: pace)?/gi, "@$1k"],
  [/\bwarm down\b/gi, "cool-down"],
  [/\bw(?:ith)? (?=[\d.]+ (?:mi|km) @)/gi, "w/ "],
  [ASIDE, ""],
  [/\btempo run\b/gi, "tempo"],
  [/,\s*$/gm, ""],
  [/^(\d+) tempo$/i, "$1min tempo"],
];

/**
 * What a day's words are in the workout language; null where they cannot be read, or where they come to another length
 * than the author states.
 *
 * @param lengthM what the author says it comes to; null: not stated
 */
export function languageOf({ text, statedM }: SpeltText, lengthM: number | null): string | null {
  const tried = repeatsOf(named(text).trim());
  const parsed = tried ? parseWorkout(tried) : null;
  if (!parsed?.ok) return null;
  const comesTo = materialiseRun(parsed.blocks, NO_PACING).distanceM ?? 0;
  const states = statedM ?? lengthM;
  if (states !== null && Math.abs(comesTo - states) > Math.max(SLACK_M, states * TOLERANCE)) return null;
  return formatWorkout(parsed.blocks);
}

function named(text: string): string {
  return NAMES.reduce((all, [pattern, name]) => all.replaceAll(withG(pattern), name), text);
}

/**
 * A run of a stated length that holds a main part ("7 mi", then "4 x 6 min LT intervals"): what is left of the length
 * is run easily around it, before strides alone. Null where the part cannot be read or is longer than the run.
 */
export function aroundPart({ text }: SpeltText, lengthM: number, unit: "mi" | "km"): string | null {
  const found = /^[^\d\n]*[\d.]+ ?(?:mi|km)(?:\s*\n|,? w(?:ith|\/)? )\s*([\s\S]+)$/i.exec(text);
  const part = found
    ? named(PART_NAMES.reduce((all, [from, to]) => all.replaceAll(from, to), found[1] ?? ""))
    : "";
  const parsed = part ? parseWorkout(part.trim()) : null;
  if (!parsed?.ok) return null;
  const leftM = lengthM - (materialiseRun(parsed.blocks, NO_PACING).distanceM ?? 0);
  if (leftM < SLACK_M) return null;
  const body = formatWorkout(parsed.blocks);
  const isEnd = /strides/.test(body) && !/@/.test(body);
  return isEnd
    ? `${easyRun(leftM, unit)}\n${body}`
    : `${easyRun(leftM / 2, unit)}\n${body}\n${easyRun(leftM / 2, unit)}`;
}

/** How the main part of a run is put in plans, and in the workout language. */
const PART_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bLT intervals\b/g, "@t"],
  [/\s*\n\(jog (\d+) ?min recovery\)/g, ", $1min jog"],
  [/\s*(?: followed by |\n|\+ )\s*/g, "\n"],
  [/(\d+) ?sec uphill\b/g, '$1s hard "uphill"'],
  [/(\d+) ?sec hill sprints\b/g, '$1s all-out "uphill"'],
  [/(?:@|\bat) (3|5|10)K race pace/g, "@$1k"],
  [/\b(\d+) X (?=\d)/g, "$1 x "],
];

function withG(pattern: RegExp): RegExp {
  return pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
}

/** "Run 30 seconds, walk 30 seconds. Repeat 15 times" is a repeat; "Run/walk 20 minutes" is one stretch of both. */
function repeatsOf(text: string): string {
  const times = /^([^.]+)\.\s*Repeat (\d+) times$/i.exec(text);
  if (times) return `${times[2]} x (${times[1]})`;
  const both = /^run\/walk (\d+) minutes$/i.exec(text);
  return both ? `${both[1]}min easy "run and walk"` : text;
}

/** A run of its length in its author's words, with no pace: what is left when the words cannot be read. */
export function wordsAsRun(text: string, lengthM: number, unit: "mi" | "km"): string {
  const length = Math.round((lengthM / METRES[unit]) * 100) / 100;
  return `${length}${unit} run "${text.replaceAll(/\s+/g, " ").slice(0, 480)}"`;
}

/** An easy run of a length. */
export function easyRun(lengthM: number, unit: "mi" | "km", effort: "easy" | "recovery" = "easy"): string {
  const length = Math.round((lengthM / METRES[unit]) * 100) / 100;
  return `${length}${unit} ${effort}`;
}
