import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ActivityFile,
  type FileSession,
  readActivityFile,
} from "../../packages/services/src/files/index.ts";
import { ROOT } from "../setup/paths.ts";

const SHARED = process.env.MESOCYCLE_SHARED ?? join(ROOT, "..", "shared");
const DATA = join(SHARED, "data");
const TABLE = join(ROOT, "docs", "real-files.md");

type Fact = Record<string, string>;

/** Where other decoders are wrong, or the device is: why what we keep differs from the fact. */
const REASONS: Record<string, string> = {
  "muktihari__chained_Activity_activity_poolswim.fit":
    "the first session has no distance in its summary; its records hold 3,600 m",
  "sportslib__empty-activities.fit":
    "the header says no size because the recording was never closed; its records are there",
  "opentracks__legacy_gpx_pause_resume.gpx": "a point lies half a world away; jumps are not distance",
  "runalyze__runkeeper-negative-time-step-at-start.gpx.gz": "climb of a track is one opinion of several",
  "elevate__flagged-hr.fit": "a mean of 234 is no heart rate; the records' is kept",
  "fitparse__compressed-speed-distance.fit": "the clock was not set: 1990 is no day of this run",
  "sportslib__6037744996.gpx.gz": "the decoder that found nothing stops at an unbound prefix",
  "sportslib__inverted-times.fit": "every heart rate is 0, which means not recorded",
};

/**
 * Reads every real activity file, compares what is kept with what independent decoders say, and writes the table of
 * docs/real-files.md. True when no clean file differs.
 */
export async function proveRealFiles(): Promise<boolean> {
  if (!existsSync(join(DATA, "manifest.tsv"))) {
    console.warn(`SKIPPED: real files are not here (${DATA}); set MESOCYCLE_SHARED to their folder's parent`);
    return true;
  }
  const lines = facts().map(judge);
  const counts = new Map<string, number>();
  for (const { verdict } of lines) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  writeFileSync(TABLE, table(lines, counts));
  for (const line of lines.filter(({ verdict }) => verdict === "DIFFERS")) console.log(line.file, line.note);
  console.log([...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", "));
  return !counts.has("DIFFERS");
}

function facts(): Fact[] {
  const [head = "", ...lines] = readFileSync(join(DATA, "manifest.tsv"), "utf8").trim().split("\n");
  const names = head.split("\t");
  return lines
    .map((line) => Object.fromEntries(line.split("\t").map((value, index) => [names[index], value])) as Fact)
    .filter(({ path }) => path?.startsWith("activities/"));
}

type Line = { file: string; expected: string; found: string; verdict: string; note: string };

function judge(fact: Fact): Line {
  const file = (fact.path ?? "").slice("activities/".length);
  const expected = described({
    sport: fact.sport ?? "",
    start: fact.start_utc ?? "",
    distanceM: numberOf(fact.distance_m),
    timerS: numberOf(fact.timer_s) ?? numberOf(fact.elapsed_s),
    laps: numberOf(fact.laps),
    records: numberOf(fact.records),
    avgHr: numberOf(fact.avg_hr) ?? recordedHr(fact)?.mean ?? null,
    maxHr: numberOf(fact.max_hr) ?? recordedHr(fact)?.max ?? null,
    ascentM: numberOf(fact.ascent_m),
  });
  try {
    const read = readActivityFile(readFileSync(join(DATA, fact.path ?? "")));
    const kept = summed(read);
    const differs = differences(fact, kept);
    const named = read.warnings.map(({ text }) => text);
    const reason = REASONS[file.split("/").at(-1) ?? ""];
    const verdict =
      differs.length === 0
        ? named.length > 0
          ? "same, fault named"
          : "same"
        : reason
          ? "differs, reason known"
          : "DIFFERS";
    const note = [
      ...(differs.length > 0 ? [`${differs.join(", ")}${reason ? `: ${reason}` : ""}`] : []),
      ...named,
    ].join("; ");
    return { file, expected, found: described(kept), verdict, note };
  } catch (error) {
    const isActivity = Number(fact.distance_m) > 0 && !/Route-only/.test(file);
    return {
      file,
      expected,
      found: "no activity",
      verdict: isActivity ? "DIFFERS" : "refused",
      note: (error as Error).message,
    };
  }
}

type Summary = {
  sport: string;
  start: string;
  distanceM: number | null;
  timerS: number | null;
  laps: number | null;
  records: number | null;
  avgHr: number | null;
  maxHr: number | null;
  ascentM: number | null;
};

function summed({ sessions }: ActivityFile): Summary {
  const sum = (of: (session: FileSession) => number | null) => {
    const known = sessions.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
  };
  const beats = sum((session) => (session.avgHr === null ? null : session.avgHr * (session.timerS ?? 0)));
  const seconds = sum((session) => (session.avgHr === null ? null : session.timerS));
  const highest = sessions.map(({ maxHr }) => maxHr).filter((value) => value !== null);
  return {
    sport: [...new Set(sessions.map(({ sport }) => sport))].join(", "),
    start: sessions[0]?.startTime ?? "",
    distanceM: sum(({ distanceM }) => distanceM),
    timerS: sum(({ timerS }) => timerS),
    laps: sum(({ laps }) => laps.length),
    records: sum(({ records }) => records),
    avgHr: beats !== null && seconds ? beats / seconds : null,
    maxHr: highest.length > 0 ? Math.max(...highest) : null,
    ascentM: sum(({ elevationGainM }) => elevationGainM),
  };
}

/** What is unlike the fact, beyond the tolerances of independent decoders: 0.5 %, 1 bpm, 5 % of the device's climb. */
function differences(fact: Fact, kept: Summary): string[] {
  const isTrack = /^activities\/(tcx|gpx)/.test(fact.path ?? "");
  const hr = recordedHr(fact);
  const rebuilt = fact.timer_s === "" ? numberOf(fact.elapsed_s) : null;
  return [
    off("distance", kept.distanceM, numberOf(fact.distance_m), 0.005, 0.5),
    off("timer", kept.timerS, numberOf(fact.timer_s), 0.005, 0.5),
    off("timer", kept.timerS, rebuilt, 0.01, 0.5),
    off("laps", kept.laps, numberOf(fact.laps), 0, 0),
    off("records", kept.records, numberOf(fact.records), 0, 0),
    off("mean heart rate", kept.avgHr, numberOf(fact.avg_hr) ?? hr?.mean ?? null, 0, 1),
    off("maximum heart rate", kept.maxHr, numberOf(fact.max_hr) ?? hr?.max ?? null, 0, 0),
    off("climb", kept.ascentM, numberOf(fact.ascent_m), isTrack ? 0.2 : 0.05, isTrack ? 5 : 1),
    fact.start_utc !== "" && fact.start_utc !== kept.start ? "start" : null,
  ].filter((text) => text !== null);
}

function off(
  what: string,
  found: number | null,
  wanted: number | null,
  share: number,
  least: number,
): string | null {
  if (wanted === null) return null;
  return found !== null && Math.abs(found - wanted) <= Math.max(least, wanted * share) ? null : what;
}

/** The heart rates of the records where no summary has one. */
function recordedHr(fact: Fact): { mean: number; max: number } | null {
  const found = /recHRmean=([\d.]+),recHRmax=(\d+)/.exec(fact.extra ?? "");
  return found && fact.avg_hr === "" && fact.max_hr === ""
    ? { mean: Number(found[1]), max: Number(found[2]) }
    : null;
}

function numberOf(cell: string | undefined): number | null {
  return cell === undefined || cell === "" ? null : Number(cell);
}

function described(facts: Summary): string {
  const parts = [
    facts.sport || null,
    facts.start || null,
    facts.distanceM === null ? null : `${Math.round(facts.distanceM)} m`,
    facts.timerS === null ? null : `${Math.round(facts.timerS)} s`,
    facts.laps === null ? null : `${facts.laps} laps`,
    facts.records === null ? null : `${facts.records} records`,
    facts.avgHr === null ? null : `HR ${facts.avgHr.toFixed(0)}`,
    facts.maxHr === null ? null : `max ${facts.maxHr}`,
    facts.ascentM === null ? null : `+${Math.round(facts.ascentM)} m`,
  ];
  return parts.filter((part) => part !== null).join(", ") || "nothing";
}

function table(lines: readonly Line[], counts: ReadonlyMap<string, number>): string {
  const cell = (text: string) => text.replaceAll("|", "/").replaceAll("\n", " ");
  return `# Real files

What ${lines.length} files of real devices and apps say, by decoders that are not ours, beside what Mesocycle keeps of them. The files are not part of the project. Written by \`npm run prove files\`; with the files in \`$MESOCYCLE_SHARED/data\` it reads them again and fails when one that is sound differs: distance and timer within 0.5 %, laps and records exactly, mean heart rate within 1 bpm, maximum exactly, start to the second, climb within 5 % of the device's (20 % of a track's). Times are timer times; several sessions are summed.

${[...counts].map(([verdict, count]) => `${count} ${verdict}`).join(" · ")}

| file | expected | found | verdict | what is said |
|---|---|---|---|---|
${lines.map((line) => `| ${[line.file, line.expected, line.found, line.verdict, line.note].map(cell).join(" | ")} |`).join("\n")}
`;
}
