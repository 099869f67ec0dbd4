import { METRES_PER_MILE, METRES_PER_YARD } from "@repo/core/units";
import {
  type Cursor,
  type Failure,
  failure,
  isFailure,
  locate,
  skipSpaces,
  take,
  type WorkoutTextError,
} from "./cursor.ts";
import type { ParsedWorkout } from "./parse-workout.ts";
import { rampOf } from "./ramp-of.ts";
import type { Block, Step, StepKind, StepLength, Target } from "./schema.ts";
import { defaultKindOf, readEffort, readTarget } from "./target-text.ts";

type Section = { kind: StepKind | null; times: number; blocks: Block[] };
type Reading = { title: string | null; notes: string[]; sections: Section[]; errors: WorkoutTextError[] };

/** Section names that say nothing but where one is; any other name is kept as a note. */
const PLAIN_NAME =
  /^(?:warm[- ]?up|cool[- ]?down|main(?: set)?|sets?(?: \d+)?|intervals?|repeats?|strides|work(?:out)?|)$/i;
/** The space after the dash may be missing before a number. */
const STEP_LINE = /^[ \t]*[-–](?:[ \t]+\S|\d)/;
const TIMES_IN_HEADER = /(?:^|\s)(\d{1,3})[ \t]*[x×]\s*$/i;
const LAP = /(?:press[ \t]+lap|lap[ \t]+press|lap)\b/iy;
const CLOCK = /(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?![\d:/-])/y;
const TIME =
  /(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)(?:m(?![a-z])|['′’]))?(?:(\d+(?:\.\d+)?)(?:s|["″”])?)?(?=[\s,]|$)/iy;
const DISTANCE = /(\d+(?:\.\d+)?)[ \t]*(km|k|mi|miles?|mtr|met(?:er|re)s?|yd|yards?|y)(?![\w/])/iy;
const BARE_PERCENT = /(\d+(?:\.\d+)?)(?:[ \t]*[-–][ \t]*(\d+(?:\.\d+)?))?[ \t]*%(?:[ \t]*(power|ftp)\b)?/iy;
const CADENCE = /\d+(?:[ \t]*-[ \t]*\d+)?[ \t]*(?:rpm|spm)\b/iy;
const REST_AFTER = /(\d+)[ \t]*(s|m|sec|min)?[ \t]+rest\b/iy;
const RAMP_AFTER = /[ \t]+(?:(?:pace|hr)[ \t]+)?ramp\b/iy;
/** What a device is told the step is. */
const INTENSITY = /intensity=(rest|recovery|warmup|cooldown|active|interval)\b/iy;
const KIND_OF_INTENSITY: Readonly<Record<string, StepKind>> = {
  rest: "rest",
  recovery: "recovery",
  warmup: "warmup",
  cooldown: "cooldown",
  active: "work",
  interval: "work",
};
const EXPECTED_LENGTH = "a length such as 10m (minutes), 30s, 1:30, 1km, 400mtr or lap press";

/** What only our own language writes, so that a list with dashes in it is still ours. */
const OWN_SIGNS = /@[ \t]*[a-z\d]|,[ \t]*\d|\(/i;

/** Whether a text is in the dialect of intervals.icu: its steps stand on lines that start with a dash. */
export function isIntervalsIcuText(text: string): boolean {
  const steps = text.split("\n").filter((line) => STEP_LINE.test(line));
  return steps.length > 0 && !steps.some((line) => OWN_SIGNS.test(line));
}

/**
 * Reads the intervals.icu dialect: sections with repeats (`Main 6x`), `- 1km 4:00-4:10/km Pace`, `- 90s Z1 HR`. There
 * `m` is minutes, but metres inside repeats from 100 up and everywhere from 200 up. A bare percentage is read as a share of
 * threshold pace; power targets are refused. Other text is kept as notes, the first line as the title.
 */
export function parseIntervalsIcu(text: string): ParsedWorkout {
  const reading: Reading = { title: null, notes: [], sections: [], errors: [] };
  const lines = text.split("\n");
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    readLine({ text, line, next: lines[index + 1] ?? "", offset }, reading);
    offset += line.length + 1;
  }
  const { errors, sections, title } = reading;
  const blocks = sections.flatMap((section) => blocksOf(section));
  if (errors.length === 0 && blocks.length === 0) {
    errors.push({ line: 1, column: 1, found: "no steps", expected: "lines such as - 10m Z2 HR" });
  }
  if (errors.length > 0) return { ok: false, errors };
  return title === null ? { ok: true, blocks } : { ok: true, blocks, title };
}

function readLine(
  here: { text: string; line: string; next: string; offset: number },
  reading: Reading,
): void {
  const { text, line, next, offset } = here;
  const section = reading.sections.at(-1);
  if (STEP_LINE.test(line)) {
    const open = section ?? openSection(reading, "", 1);
    const cursor: Cursor = { text: text.slice(0, offset + line.length), at: offset };
    take(cursor, /[ \t]*[-–][ \t]*/y);
    const blocks = readStepLine(cursor, open);
    if (isFailure(blocks)) reading.errors.push(locate(text, blocks));
    else open.blocks.push(...withNotes(blocks, reading.notes.splice(0)));
  } else if (line.trim() === "") {
    if (section && section.blocks.length > 0) openSection(reading, "", 1);
  } else {
    readTextLine(line.trim(), STEP_LINE.test(next), reading);
  }
}

function readTextLine(line: string, stepsFollow: boolean, reading: Reading): void {
  const times = TIMES_IN_HEADER.exec(line);
  if (times || stepsFollow) {
    openSection(reading, line, Math.min(200, Math.max(1, Number(times?.[1] ?? 1))));
    const name = line.replace(TIMES_IN_HEADER, "").trim();
    if (!PLAIN_NAME.test(name)) reading.notes.push(name);
  } else if (reading.title === null && reading.sections.length === 0) {
    reading.title = line.slice(0, 300);
  } else {
    reading.notes.push(line);
  }
}

function openSection(reading: Reading, header: string, times: number): Section {
  const kind = /warm[- ]?up/i.test(header) ? "warmup" : /cool[- ]?down/i.test(header) ? "cooldown" : null;
  const section: Section = { kind, times, blocks: [] };
  reading.sections.push(section);
  return section;
}

function withNotes(blocks: Block[], notes: string[]): Block[] {
  const [first, ...rest] = blocks;
  if (notes.length === 0 || !first || first.type !== "step") return blocks;
  const note = [...notes, ...(first.note ? [first.note] : [])].join(" ").slice(0, 500);
  return [{ ...first, note }, ...rest];
}

/** In a repeat the easy part between harder ones is the recovery. */
function blocksOf(section: Section): Block[] {
  if (section.blocks.length === 0) return [];
  if (section.times === 1) return section.blocks;
  const isHard = (block: Block) => block.type === "step" && block.kind === "work";
  const steps = section.blocks.some(isHard)
    ? section.blocks.map((block) =>
        block.type === "step" && block.kind === "steady" ? { ...block, kind: "recovery" as const } : block,
      )
    : section.blocks;
  return [{ type: "repeat", times: section.times, steps }];
}

function readStepLine(cursor: Cursor, section: Section): Block[] | Failure {
  const times = take(cursor, /(\d{1,3})[ \t]*[x×][ \t]*/iy);
  const label = readLabel(cursor);
  const isRepeated = times !== null || section.times > 1;
  const length = readIcuLength(cursor, isRepeated);
  if (length === null) return failure(cursor, EXPECTED_LENGTH);
  const details = readDetails(cursor);
  if (isFailure(details)) return details;
  const target = details.target ?? details.effort;
  const note = [label, ...details.words].filter((word) => word !== "").join(" ");
  const step: Step = {
    type: "step",
    kind:
      details.kind ??
      section.kind ??
      (details.isRest ? "rest" : details.isFree ? "steady" : defaultKindOf(target)),
    length,
    target,
    ...(details.end ? { targetEnd: details.end } : {}),
    ...(note === "" ? {} : { note: note.slice(0, 500) }),
  };
  const steps: Block[] = details.rest ? [step, details.rest] : [step];
  return times ? [{ type: "repeat", times: Math.min(200, Math.max(1, Number(times[1]))), steps }] : steps;
}

/** Words before the length are the step's label: `- Big gear work 4m 90%`. */
function readLabel(cursor: Cursor): string {
  const start = cursor.at;
  const words: string[] = [];
  for (;;) {
    if (/^(?:\d|lap\b|press lap\b)/i.test(cursor.text.slice(cursor.at))) return words.join(" ");
    const word = take(cursor, /([^\s\d]\S*)[ \t]*/y);
    if (!word) break;
    words.push(word[1] ?? "");
  }
  cursor.at = start;
  return "";
}

function readIcuLength(cursor: Cursor, isRepeated: boolean): StepLength | null {
  if (take(cursor, LAP)) return { kind: "open" };
  const distance = take(cursor, DISTANCE);
  if (distance)
    return bounded("distance", Number(distance[1]) * metresPer((distance[2] ?? "").toLowerCase()));
  const clock = take(cursor, CLOCK);
  if (clock) {
    return bounded("time", Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]));
  }
  const time = take(cursor, TIME);
  if (!time || time[0] === "") return null;
  const [hours, minutes, seconds] = [Number(time[1] ?? 0), Number(time[2] ?? 0), Number(time[3] ?? 0)];
  const isMetres = minutes >= 200 || (isRepeated && minutes >= 100);
  if (isMetres && hours === 0 && time[3] === undefined) return bounded("distance", minutes);
  if (time[3] !== undefined && time[2] === undefined && !/[s"″”]$/i.test(time[0])) return null;
  return bounded("time", hours * 3600 + minutes * 60 + seconds);
}

function bounded(kind: "time" | "distance", value: number): StepLength | null {
  if (kind === "distance") return value > 0 && value <= 300_000 ? { kind, distanceM: value } : null;
  return value > 0 && value <= 86_400 ? { kind, durationS: value } : null;
}

function metresPer(unit: string): number {
  if (unit.startsWith("k")) return 1000;
  if (unit.startsWith("y")) return METRES_PER_YARD;
  return unit === "mi" || unit.startsWith("mile") ? METRES_PER_MILE : 1;
}

type Details = {
  target: Target | null;
  end: Target | null;
  effort: Target | null;
  words: string[];
  rest: Step | null;
  isRest: boolean;
  kind: StepKind | null;
  /** Run as one likes: no work that would count as hard. */
  isFree: boolean;
};

function readDetails(cursor: Cursor): Details | Failure {
  const details: Details = {
    target: null,
    end: null,
    effort: null,
    words: [],
    rest: null,
    isRest: false,
    kind: null,
    isFree: false,
  };
  for (;;) {
    skipSpaces(cursor);
    if (cursor.at >= cursor.text.length) return details;
    const fault = readDetail(cursor, details);
    if (fault) return fault;
  }
}

function readDetail(cursor: Cursor, details: Details): Failure | null {
  const isRamp = take(cursor, /ramp[ \t]+/iy) !== null;
  const start = cursor.at;
  const target = readTarget(cursor) ?? readBarePercent(cursor);
  if (target !== null) {
    if (isFailure(target)) return target;
    if (details.target) return failure(cursor, "one target a step", start);
    const ramp = isRamp || take(cursor, RAMP_AFTER) !== null;
    const [from, to] = ramp ? rampOf(target, cursor.text.slice(start, cursor.at)) : [target, null];
    details.target = from;
    details.end = to;
    return null;
  }
  const rest = take(cursor, REST_AFTER);
  if (rest) {
    const durationS = Number(rest[1]) * (rest[2]?.toLowerCase().startsWith("m") ? 60 : 1);
    details.rest = { type: "step", kind: "rest", length: { kind: "time", durationS }, target: null };
    return null;
  }
  if (take(cursor, /\d+(?:[ \t]*-[ \t]*\d+)?[ \t]*w(?:atts?)?\b/iy)) {
    return failure(cursor, "a pace, a heart rate, a zone or an effort (power targets are not read)", start);
  }
  const intensity = take(cursor, INTENSITY);
  if (intensity) {
    details.kind = KIND_OF_INTENSITY[(intensity[1] ?? "").toLowerCase()] ?? null;
    return null;
  }
  const cadence = take(cursor, CADENCE);
  if (cadence) details.words.push(cadence[0]);
  else readWords(cursor, details);
  return null;
}

function readWords(cursor: Cursor, details: Details): void {
  const effort = details.effort ? null : readEffort(cursor);
  if (effort) {
    details.effort = effort;
    return;
  }
  const word = take(cursor, /\S+/y)?.[0] ?? "";
  details.isFree ||= /^free-?(?:ride|run)$/i.test(word);
  if (/^rest$/i.test(word)) details.isRest = true;
  else if (!/^(?:pace|hr)$/i.test(word)) details.words.push(word);
}

/** A bare percentage: on a run without a power meter the nearest thing it can mean is threshold pace. */
function readBarePercent(cursor: Cursor): Target | Failure | null {
  const start = cursor.at;
  const match = take(cursor, BARE_PERCENT);
  if (!match) return null;
  if (match[3]) return failure(cursor, "a share of pace or heart rate (power targets are not read)", start);
  const [first, second] = [Number(match[1]), Number(match[2] ?? match[1])];
  if (!(first > 0 && second > 0)) return failure(cursor, "a share above 0 %", start);
  return { kind: "pct-threshold-pace", low: Math.min(first, second), high: Math.max(first, second) };
}
