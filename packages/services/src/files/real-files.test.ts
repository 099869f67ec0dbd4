import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@repo/core/errors";
import { describe, expect, test } from "vitest";
import { type FileSession, readActivityFile } from "./index.ts";

const SHARED = process.env.MESOCYCLE_SHARED ?? join(import.meta.dirname, "../../../../../shared");
const MANIFEST = join(SHARED, "data/manifest.tsv");
const present = existsSync(MANIFEST);
if (!present)
  console.warn("SKIPPED: real activity files are not here, so nothing is compared with other decoders");

type Row = Record<string, string>;

function rows(): Row[] {
  if (!present) return [];
  const [head = "", ...lines] = readFileSync(MANIFEST, "utf8").trim().split("\n");
  const names = head.split("\t");
  return lines
    .map((line) => Object.fromEntries(line.split("\t").map((value, index) => [names[index], value])) as Row)
    .filter((row) => row.path?.startsWith("activities/") && !row.path.endsWith(".csv"));
}

const read = (row: Row) => readActivityFile(readFileSync(join(SHARED, "data", row.path ?? "")));
const total = (sessions: FileSession[], of: (session: FileSession) => number | null) =>
  sessions.reduce((sum, session) => sum + (of(session) ?? 0), 0);
const fact = (row: Row, name: string) => (row[name] ? Number(row[name]) : null);
const within = (found: number, wanted: number | null, share: number, least = 0.02) =>
  wanted === null || Math.abs(found - wanted) <= Math.max(least, wanted * share);

const clean = rows().filter(
  (row) =>
    /^sdk\+ffp agree; crc=ok|well-formed/.test(row.decoders ?? "") &&
    // Their faults are the subject of tests of their own below.
    !/opentracks__legacy|First-point-empty|flagged-hr|empty-activities|empty-trkseg|Route-only/.test(
      row.path ?? "",
    ),
);

const compared = clean.filter((row) => row.distance_m || row.timer_s);
/** Each file is read once: those that are compared are looked at there. */
const others = rows().filter((row) => !compared.some(({ path }) => path === row.path));

describe.skipIf(!present)("files of real devices", () => {
  test.each(compared.map((row) => [row.path, row] as const))(
    "%s is believable and says what independent decoders say",
    (_, row) => {
      const { sessions } = read(row);
      sessions.forEach(expectBelievable);
      expect(
        within(
          total(sessions, (session) => session.distanceM),
          fact(row, "distance_m"),
          0.005,
        ),
      ).toBe(true);
      expect(
        within(
          total(sessions, (session) => session.timerS),
          fact(row, "timer_s"),
          0.005,
        ),
      ).toBe(true);
      if (row.laps) expect(total(sessions, (session) => session.laps.length)).toBe(fact(row, "laps"));
      expect(total(sessions, (session) => session.records)).toBe(fact(row, "records"));
      if (row.start_utc) expect(sessions[0]?.startTime).toBe(row.start_utc);
      const timed = sessions.filter((session) => session.avgHr !== null);
      const meanHr =
        total(timed, (session) => (session.avgHr ?? 0) * (session.timerS ?? 0)) /
        total(timed, (session) => session.timerS);
      if (row.avg_hr) expect(within(meanHr, fact(row, "avg_hr"), 0, 1)).toBe(true);
      if (row.max_hr)
        expect(Math.max(...sessions.map((session) => session.maxHr ?? 0))).toBe(fact(row, "max_hr"));
    },
  );

  test.each(others.map((row) => [row.path, row] as const))(
    "%s ends in believable sessions or a sentence that names the fault",
    (_, row) => {
      try {
        for (const session of read(row).sessions) expectBelievable(session);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).message.length).toBeGreaterThan(30);
      }
    },
  );

  test("a truncated recording keeps what it holds", () => {
    const [session] = readActivityFile(
      readFileSync(
        join(SHARED, "data/activities/fit/corrupt/fitparse__strava-android-app-201.10-b1218918.fit"),
      ),
    ).sessions;
    expect(session?.distanceM).toBeCloseTo(11274.04);
    expect(session?.records).toBe(473);
  });

  test("a triathlon keeps its five legs apart", () => {
    const { sessions } = readActivityFile(
      readFileSync(join(SHARED, "data/activities/fit/multi/connectstats__track_cs_1451.fit")),
    );
    expect(sessions.map((session) => session.sport)).toEqual(["swim", "other", "ride", "other", "run"]);
  });

  test("cut anywhere or with flipped bytes, a file never ends in anything but sessions or a sentence", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    const names = rows().filter((row) => Number(row.bytes) < 60_000);
    for (let round = 0; round < 250; round += 1) {
      const row = names[Math.floor(random() * names.length)] as Row;
      const bytes = Uint8Array.from(readFileSync(join(SHARED, "data", row.path ?? "")));
      for (let flips = 0; flips < 4; flips += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      const cut = random() < 0.5 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes;
      try {
        for (const session of readActivityFile(cut).sessions)
          expect(Number.isNaN(session.distanceM ?? 0)).toBe(false);
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`${row.path} round ${round}`, { cause: error });
      }
    }
  });
});

function expectBelievable(session: FileSession): void {
  if (session.startTime !== null) {
    expect(session.startTime >= "1995").toBe(true);
    expect(session.startTime < new Date(Date.now() + 2 * 86_400_000).toISOString()).toBe(true);
  }
  for (const value of [
    session.distanceM,
    session.timerS,
    session.elapsedS,
    session.movingS,
    session.elevationGainM,
  ]) {
    if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
  }
  expect(session.timerS ?? 0).toBeLessThan(36 * 3_600);
  if (session.timerS !== null) expect(session.movingS ?? 0).toBeLessThanOrEqual(session.timerS);
  expect(session.elapsedS ?? 0).toBeLessThan(8 * 86_400);
  for (const hr of [session.avgHr, session.maxHr, ...session.samples.hrBpm]) {
    if (hr !== null) expect(hr >= 25 && hr <= 230).toBe(true);
  }
}
