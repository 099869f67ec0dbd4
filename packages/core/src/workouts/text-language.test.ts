import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  Block as BlockSchema,
  countSteps,
  Effort,
  formatWorkout,
  LONGEST_TEXT,
  MOST_STEPS,
  PACE_NAMES,
  parseWorkout,
  type Step,
  StepKind,
  type Target,
} from "./index.ts";

const tenths = (min: number, max: number) =>
  fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);
const range = (value: fc.Arbitrary<number>) =>
  fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const perMile = fc.integer({ min: -60, max: 120 }).map((seconds) => (seconds * 1000) / 1609.344);

const anyTarget: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    kind: fc.constant("pace" as const),
    pace: fc.constantFrom(...PACE_NAMES),
    offsetSPerKm: fc.oneof(fc.constant(0), fc.integer({ min: -120, max: 300 }), perMile, tenths(-10, 10)),
  }),
  range(fc.oneof(fc.integer({ min: 90, max: 900 }), fc.double({ min: 60, max: 3600, noNaN: true }))).map(
    ({ low, high }) => ({ kind: "pace-range" as const, fastSPerKm: low, slowSPerKm: high }),
  ),
  range(fc.integer({ min: 1, max: 7 })).map((zones) => ({ kind: "zone" as const, ...zones })),
  range(tenths(0, 10)).map((rpe) => ({ kind: "rpe" as const, ...rpe })),
  fc.constantFrom(...Effort.options).map((effort) => ({ kind: "effort" as const, effort })),
  range(fc.integer({ min: 300, max: 1100 }).map((value) => value / 1000)).chain((share) =>
    fc
      .constantFrom("max" as const, "threshold" as const, "reserve" as const)
      .map((basis) => ({ kind: "hr" as const, basis, ...share })),
  ),
  range(fc.integer({ min: 60, max: 220 })).map((bpm) => ({
    kind: "hr" as const,
    basis: "bpm" as const,
    ...bpm,
  })),
  range(tenths(40, 140)).map((share) => ({ kind: "pct-threshold-pace" as const, ...share })),
);

const anyLength = fc.oneof(
  fc.record({
    kind: fc.constant("time" as const),
    durationS: fc.oneof(
      fc.integer({ min: 1, max: 86_400 }),
      fc.double({ min: 1e-3, max: 86_400, noNaN: true }),
    ),
  }),
  fc.record({
    kind: fc.constant("distance" as const),
    distanceM: fc.oneof(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 120 }).map((quarters) => (quarters / 4) * 1609.344),
      fc.double({ min: 1e-3, max: 300_000, noNaN: true }),
    ),
  }),
  fc.record({ kind: fc.constant("open" as const) }),
);

const anyStep: fc.Arbitrary<Step> = fc
  .record({
    kind: fc.constantFrom(...StepKind.options),
    length: anyLength,
    target: fc.option(anyTarget),
    end: fc.option(anyTarget, { freq: 4 }),
    note: fc.option(fc.string({ maxLength: 40, unit: "binary" }), { freq: 3 }),
  })
  .map(({ kind, length, target, end, note }) => ({
    type: "step" as const,
    kind,
    length,
    target,
    ...(target && end ? { targetEnd: end } : {}),
    ...(note === null ? {} : { note }),
  }));

const { block: anyBlock } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyStep,
    fc.record({
      type: fc.constant("repeat" as const),
      times: fc.integer({ min: 1, max: 6 }),
      steps: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));
/** One in twenty thousand repeats itself into more steps than are read, or is told in more words. */
const anyBlocks = fc
  .array(anyBlock, { minLength: 1, maxLength: 5 })
  .filter((blocks) => countSteps(blocks) <= MOST_STEPS && formatWorkout(blocks).length <= LONGEST_TEXT);

function read(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
  return parsed.blocks;
}

describe("the text language", () => {
  test("what is written is read back to the very same workout", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        expect(read(formatWorkout(blocks))).toEqual(blocks);
      }),
      { numRuns: 600 },
    );
  });

  test("two thousand steps are read, and one more is refused by its number", () => {
    expect(countSteps(read("100 x (20 x 10s hard)"))).toBe(MOST_STEPS);
    expect(parseWorkout("100 x (20 x 10s hard), 1min jog\n1min easy")).toMatchObject({
      ok: false,
      errors: [{ expected: expect.stringContaining("at most 2000 steps") }],
    });
  });

  test("every generated workout is one the schema takes, and what is read is too", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        for (const block of [...blocks, ...read(formatWorkout(blocks))]) BlockSchema.parse(block);
      }),
      { numRuns: 200 },
    );
  });

  test("any text is read or refused with a place inside it, and what was read is stable", () => {
    const words = fc.constantFrom(
      ...'8 x|(|)|400m|@5k|,|jog|200m|90s|1:30|zone 4|RPE 8-9|>|walk|@MP+20|\n|"note"|float|10min|warm-up|- |Z2 HR|km|@|%|95|-|/km|4:00|lap press|;|+|rest'.split(
        "|",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((parts) => parts.join(" ")),
        ),
        (text) => {
          const parsed = parseWorkout(text);
          if (parsed.ok) {
            const written = formatWorkout(parsed.blocks);
            expect(read(written)).toEqual(parsed.blocks);
            expect(formatWorkout(read(written))).toBe(written);
          } else {
            expect(parsed.errors.length).toBeGreaterThan(0);
            for (const error of parsed.errors) {
              expect(error.line).toBeGreaterThanOrEqual(1);
              expect(error.line).toBeLessThanOrEqual(text.split("\n").length + 1);
              expect(error.column).toBeGreaterThanOrEqual(1);
              expect(error.found).not.toBe("");
              expect(error.expected).not.toBe("");
            }
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("spellings people use mean the same workout", () => {
  const same: [string, string][] = [
    ["8 x 400m @5k, 200m jog", "8x400m @ 5K pace, 200 m jog"],
    ["8 x 400m @5k, 200m jog", "8 × 400 m @5k with 200m easy jog"],
    ["8 x 400m @5k, 200m jog", "8 x 400m @5k / 200m jog"],
    ["8 x 400m @5k, 200m jog", "8 times (400m at 5k pace, 200m jog recovery)"],
    ["3 x 8min @T, 90s jog", "3 x (8min @T, 1:30 jog)"],
    ["3 x 8min @T, 90s jog", "3x8' @t, 90'' jog"],
    ["1mi @MP+20/mi", "1 mile @marathon +20s/mi"],
    ["10min @E > @M", "10 minutes @e to @m"],
    ["10min warm-up\n5km easy\n10min cool-down", "10min WU, 5 km easy run; 10min cd"],
    ["2 x (4 x (200m @mile, 200m jog), 400m walk)", "2 x (4x200m @mile, 200m jog, 400m walk)"],
    ["@4:00-4:10/km", "4:10-4:00/km"],
    ["20min zone 2-3", "20min Z2-Z3"],
    ["90min easy", "1h30 easy"],
    ["90min easy", "1h 30min easy"],
    ["lap press jog", "jog"],
    ["12 x 400m @3:20/km, 200m jog", "12 x 400m @ 80s, 200m jog"],
    ["8 x 400m @3:40-3:50/km", "8 x 400m in 88-92s"],
    ["8 x 400m @3:40-3:50/km", "8 x 400m in 1:28-1:32"],
    ["5 x 1km @10k, 90s rest", "5 x (1km @10k, 90s standing rest)"],
    ["5 x 1km @5k, 2min recovery", "5x1000m @5k, R=2min"],
    ["3 x (4 x (200m @mile, 200m jog), 400m walk)", "3 sets of (4 x 200m @mile, 200m jog, 400m walk)"],
    ["4 x 2km @T\n6 x 200m @R", "4 x 2k @ threshold + 6 x 200m @ R"],
    ["10 x 1min hard, 1min jog", "10 x 1' on / 1' off"],
    ["15min warm-up\n4 x 5min @T, 1min jog", "Warm up 15min\nMain set: 4 x 5min @ LT pace, 1min jog"],
    ["90min easy", "long run 90 min"],
    ["30min steady: easy", "30min easy"],
    ["10min warm-up\n8 x 400m @5k, 200m jog", "- 10min warm-up\n- 8 x 400m @5k, 200m jog"],
    ["6 x 1min hard, 2min jog\n10min easy", "6 x 1min hard, 2min jog + 10min easy"],
    ["3 x 10min @T, 2min jog", "3x10' @T 2' jog"],
    ["10 x 400m work, 200m jog", "10x400 (200 jog)"],
    ["12 x 200m @R, 200m walk", "12x200m @R 200m walk"],
    ["3 x 12min RPE 7, 3min recovery", "3x12min @RPE 7 3min"],
    ["4 x 4min 90-95% HRmax, 3min recovery", "4x4min @90-95% hrmax 3min"],
    ["5 x 1000m @3:20/km, 90s recovery", "5x1000m @3:20 (90s)"],
    ["6 x 3min @5k, 2min recovery", "6x3' @5k/2'"],
    ["10 x 1min work, 1min recovery", "10x 1'/1'"],
    ["20 x 400m @10k, 30s jog", '20x400m @10k w/ 30" jog'],
    ["4 x 150s @5k, 90s jog", "4 x 2'30\" @5k, 90″ jog"],
    ["6 x 800m @5k, 2:30 jog", "6×800m @5k – 2:30 jog"],
    ["3km WU\n5 x 1000m @5k, 2min recovery\n2km CD", "Wup 3km; 5x1000 @5k rec 2'; warm-down 2km"],
    ["6 x 800m @3:45/km, 400m jog", "6x800 in 3:00 w/ 400 jog"],
    ["1600m @10k\n800m @3k", "1600 @10k, 800 @3k"],
    ["20min @E\n4 x 100m strides", "20' E + 4x100m strides"],
    ["3 x 8min @T, 90s jog", "3 x 8 min threshold, 90 s jog"],
    ["5 x 800m @5k, 2min recovery\n3km run", "5x800 @5k, 2min, 3km"],
    ["40min 140-150bpm", "40min @HR 140-150"],
  ];
  for (const [plain, spelling] of same) {
    test(`${spelling.replaceAll("\n", " | ")}`, () => {
      expect(read(spelling)).toEqual(read(plain));
    });
  }

  test("the recovery after a bare repeat belongs to it; harder steps do not", () => {
    expect(read("4 x 400m @5k, 200m jog, 10min easy")).toHaveLength(2);
    expect(read("4 x 400m @5k, 10min @T")).toHaveLength(2);
    expect(read("4 x 400m @5k\n200m jog")).toHaveLength(2);
  });
});

describe("what cannot be read is named with its line, what was found and what was expected", () => {
  const cases: [text: string, line: number, column: number, found: string, expected: string][] = [
    ["8 x 400m @q, 200m jog", 1, 11, "q", "@5k"],
    ["10min warm-up\n8 x 400m @5k, 210 jog", 2, 15, "210", "210m, 210s or 210min"],
    ["8 x 90 @5k", 1, 5, "90", "90s"],
    ["10m warm-up", 1, 1, "10m", "10min"],
    ["3 x (400m @5k", 1, 14, "the end of the text", "closing bracket"],
    ["3 x", 1, 4, "the end of the text", "a length"],
    ["500 x 400m", 1, 1, "500", "1 to 200"],
    ["4:75/km 5km", 1, 1, "4:75/km", "seconds below 60"],
    ["20min zone 9", 1, 7, "zone", "1 to 7"],
    ["20min RPE 11", 1, 7, "RPE", "RPE 10"],
    ["20min in 80s", 1, 1, "20min", "a distance for the time"],
    ["5km @4:00", 1, 1, "5km", "written 4:00/km"],
    ["20min @T @5k", 1, 10, "@5k", "one target"],
    ["20min 5km easy", 1, 7, "5km", "one length"],
    ["400m 200m @5k", 1, 6, "200m", "one length"],
    ["10min @MP+900", 1, 8, "MP+900", "-120"],
    ["", 1, 1, "nothing", "at least one step"],
    ["- 10m 220w", 1, 7, "220w", "power"],
    ["- easy", 1, 3, "easy", "a length"],
  ];
  for (const [text, line, column, found, expected] of cases) {
    test(JSON.stringify(text), () => {
      const parsed = parseWorkout(text);
      expect(parsed.ok).toBe(false);
      if (parsed.ok) return;
      expect(parsed.errors[0]).toMatchObject({ line, column, found });
      expect(parsed.errors[0]?.expected).toContain(expected);
    });
  }

  test("every faulty line is named, not only the first", () => {
    const parsed = parseWorkout("5km foo\n8 x 400m @5k\n10min bar");
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.line)).toEqual([1, 3]);
  });

  test("a workout that writes out to millions of steps is refused", () => {
    const parsed = parseWorkout("200 x (200 x (200 x 10s hard))");
    expect(parsed.ok ? null : parsed.errors[0]?.found).toBe("8000000 steps");
  });

  test("brackets without end are refused, not recursed into", () => {
    expect(parseWorkout("2 x (".repeat(1500)).ok).toBe(false);
  });
});
