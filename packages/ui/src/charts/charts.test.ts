import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BandPoint,
  bandSvg,
  bandTable,
  type DaySquare,
  describeRibbon,
  type LoadPoint,
  layoutBand,
  layoutLoad,
  layoutProfile,
  layoutRibbon,
  layoutSpark,
  layoutSquares,
  layoutTrace,
  loadSvg,
  loadTable,
  nearestSpot,
  type ProfileStep,
  profileSvg,
  profileTable,
  type RibbonData,
  ribbonSentence,
  ribbonSvg,
  ribbonTable,
  type Size,
  sparkSvg,
  sparkTable,
  squaresSvg,
  squaresTable,
  type TracePoint,
  traceSvg,
  traceTable,
} from "./index.ts";
import type { SvgOptions } from "./svg.ts";

const day = fc
  .integer({ min: -5000, max: 30000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const anyDay = fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: fc.string() });
const value = fc.oneof(fc.constant(null), fc.double(), fc.integer({ min: -50, max: 300 }), fc.constant(0));
const size = fc.record({
  width: fc.integer({ min: 0, max: 1400 }),
  height: fc.integer({ min: 0, max: 500 }),
});
const phase = fc.constantFrom("base", "build", "speed", "peak", "race", "recovery", "free", null);

const ribbon: fc.Arbitrary<RibbonData> = fc.record({
  weeks: fc.array(
    fc.record({ start: anyDay, phase, plannedKm: value, doneKm: value, cutback: fc.boolean() }),
    { maxLength: 120 },
  ),
  races: fc.array(fc.record({ date: anyDay, name: fc.string(), priority: fc.constantFrom("A", "B", "C") }), {
    maxLength: 6,
  }),
  today: anyDay,
});
const steps: fc.Arbitrary<ProfileStep[]> = fc.array(
  fc.record(
    {
      kind: fc.constantFrom("warmup", "work", "rest", "recovery", "cooldown", "steady", "ramp"),
      durationS: value,
      distanceM: value,
      intensity: fc.double(),
      intensityEnd: fc.double(),
      label: fc.string(),
    },
    { requiredKeys: ["kind", "durationS", "distanceM", "intensity"] },
  ),
  { maxLength: 80 },
);
const load: fc.Arbitrary<LoadPoint[]> = fc.array(
  fc.record({
    date: anyDay,
    load: value,
    fitness: value,
    fatigue: value,
    form: value,
    planned: fc.boolean(),
  }),
  { maxLength: 200 },
);
const band: fc.Arbitrary<BandPoint[]> = fc.array(
  fc.record({ date: anyDay, value, low: value, high: value }),
  { maxLength: 120 },
);
const trace: fc.Arbitrary<TracePoint[]> = fc.array(
  fc.record({ atS: fc.double(), speedMps: value, hrBpm: value, altitudeM: value }),
  { maxLength: 120 },
);
const speed = { label: "Speed", say: (mps: number) => `${(mps * 3.6).toFixed(1)} km/h` };
const squares: fc.Arbitrary<DaySquare[]> = fc.array(
  fc.record({
    date: anyDay,
    state: fc.constantFrom(
      "planned",
      "done",
      "off",
      "far-off",
      "missed",
      "adapted",
      "excused",
      "unplanned",
      "rest",
      "unknown",
    ),
    title: fc.string(),
  }),
  { maxLength: 30 },
);

function numbersIn(layout: unknown): number[] {
  if (typeof layout === "number") return [layout];
  if (Array.isArray(layout)) return layout.flatMap(numbersIn);
  if (layout && typeof layout === "object") {
    // what came in is carried along unread; what the layout says must be finite
    return Object.entries(layout).flatMap(([key, inner]) =>
      ["week", "race", "step", "day"].includes(key) ? [] : numbersIn(inner),
    );
  }
  return [];
}

function soundSvg(svg: string): void {
  expect(svg).not.toMatch(/[" ,(MLHVQAZ-](NaN|-?Infinity)|>(NaN|undefined)|="(null|undefined)"/);
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  const [, label, described] = /aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(svg) ?? [];
  expect(svg).toContain(`<title id="${label}"`);
  expect(svg).toContain(`<desc id="${described}"`);
  expect(svg).not.toMatch(/<(script|foreignObject)/i);
  const open = svg.match(/<[a-z]+(?:\s[^>]*[^/])?>/g)?.length ?? 0;
  const close = svg.match(/<\/[a-z]+>/g)?.length ?? 0;
  expect(open).toBe(close);
}

const charts = [
  { name: "ribbon", data: ribbon, layout: layoutRibbon, svg: ribbonSvg, table: ribbonTable },
  { name: "profile", data: steps, layout: layoutProfile, svg: profileSvg, table: profileTable },
  { name: "load", data: load, layout: layoutLoad, svg: loadSvg, table: loadTable },
  { name: "band", data: band, layout: layoutBand, svg: bandSvg, table: bandTable },
  {
    name: "spark",
    data: fc.array(value, { maxLength: 200 }),
    layout: layoutSpark,
    svg: sparkSvg,
    table: sparkTable,
  },
  {
    name: "trace",
    data: trace,
    layout: layoutTrace,
    svg: (points: TracePoint[], options: Size & SvgOptions) => traceSvg(points, { ...options, speed }),
    table: (points: TracePoint[]) => traceTable(points, speed),
  },
  { name: "squares", data: squares, layout: layoutSquares, svg: squaresSvg, table: squaresTable },
] as const;

type Row = {
  data: fc.Arbitrary<unknown>;
  layout: (d: unknown, s: unknown, o?: unknown) => { spots: unknown[] };
  svg: (d: unknown, o: unknown) => string;
  table: (d: unknown) => { columns: unknown[]; rows: unknown[][] };
};

describe.each(charts)("$name chart", (chart) => {
  const { data, layout, svg, table } = chart as unknown as Row;

  test("whatever the data, every number of the layout is finite", () => {
    fc.assert(
      fc.property(data, size, fc.boolean(), (some, box, axis) => {
        for (const number of numbersIn(layout(some, box, { axis, by: axis ? "distance" : "time" }))) {
          expect(Number.isFinite(number)).toBe(true);
        }
      }),
    );
  });

  test("whatever the data, the picture is whole, named and described", () => {
    fc.assert(
      fc.property(data, size, fc.constantFrom("css", "light", "dark"), (some, box, palette) => {
        soundSvg(svg(some, { ...box, palette, axis: true, today: "2026-05-19" }));
      }),
    );
  });

  test("each row of its table has its spot in the picture and one cell a column", () => {
    fc.assert(
      fc.property(data, size, (some, box) => {
        const { columns, rows } = table(some);
        expect(layout(some, box).spots).toHaveLength(rows.length);
        for (const row of rows) expect(row).toHaveLength(columns.length);
        const numbers = rows.flat().filter((cell) => typeof cell === "number");
        expect(numbers.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test("literal colours leave no variable behind, for pictures made outside a browser", () => {
    fc.assert(
      fc.property(data, (some) => {
        expect(svg(some, { width: 300, height: 120, palette: "light", desc: "", title: "" })).not.toMatch(
          /"var\(/,
        );
      }),
      { numRuns: 30 },
    );
  });
});

const WEEK = { phase: "base", plannedKm: 40, doneKm: null } as const;

test("bars never leave the picture and stand in order of their weeks", () => {
  fc.assert(
    fc.property(ribbon, size, (data, box) => {
      const layout = layoutRibbon(data, box);
      for (const bar of layout.bars) {
        expect(bar.x).toBeGreaterThanOrEqual(0);
        expect(bar.x + bar.width).toBeLessThanOrEqual(layout.width + 0.5);
        expect(bar.doneHeight ?? 0).toBeLessThanOrEqual(layout.baseline - layout.top + 1e-6);
      }
      const starts = layout.bars.map((bar) => bar.week.start);
      expect(starts).toEqual([...starts].sort());
    }),
  );
});

test("a week without a log has no solid bar, and a week of zero has one without height", () => {
  const weeks = [
    { ...WEEK, start: "2026-05-11" },
    { ...WEEK, start: "2026-05-18", doneKm: 0 },
  ];
  const layout = layoutRibbon({ weeks, races: [], today: "2026-05-19" }, { width: 300, height: 100 });
  expect(layout.bars.map((bar) => bar.doneHeight)).toEqual([null, 0]);
});

test("today stands a seventh of a week further each day, and nowhere outside the season", () => {
  const weeks = [
    { ...WEEK, start: "2026-05-11" },
    { ...WEEK, start: "2026-05-18" },
  ];
  const at = (today: string) => layoutRibbon({ weeks, races: [], today }, { width: 140, height: 40 }).todayX;
  expect(at("2026-05-11")).toBe(0);
  expect(at("2026-05-12")).toBeCloseTo(10);
  expect(at("2026-05-18")).toBeCloseTo(70);
  expect(at("2026-05-25")).toBeNull();
  expect(at("2026-05-10")).toBeNull();
});

test("a first day, and one between days that are not known, is a point that can be seen", () => {
  const day = (date: string, fitness: number | null) => ({
    date,
    load: fitness,
    fitness,
    fatigue: fitness,
    form: null,
  });
  const circles = (points: LoadPoint[]) =>
    loadSvg(points, { width: 400, height: 200 }).match(/<circle/g)?.length ?? 0;
  expect(circles([day("2026-05-01", 3)])).toBe(2);
  expect(circles([day("2026-05-01", 3), day("2026-05-02", 4)])).toBe(0);
  expect(
    circles([day("2026-05-01", 3), day("2026-05-02", 4), day("2026-05-03", null), day("2026-05-04", 5)]),
  ).toBe(2);
});

test("points a week apart are joined where weeks are drawn, and a week that is missing stays a gap", () => {
  const points = [4, 11, 18, 32, 37].map((day) => ({
    date: new Date(Date.UTC(2026, 0, day)).toISOString().slice(0, 10),
    load: 100,
    fitness: 40,
    fatigue: 45,
    form: -5,
  }));
  const gaps = (everyDays: number) =>
    layoutLoad(points, { width: 400, height: 200 }, { everyDays }).fitness.done.filter(({ y }) => y === null);
  expect(gaps(7)).toHaveLength(1);
  expect(gaps(1)).toHaveLength(4);
});

test("planned load leaves from the last done day; unknown days stay gaps", () => {
  const points: LoadPoint[] = [
    { date: "2026-05-01", load: 10, fitness: 10, fatigue: 12, form: -2 },
    { date: "2026-05-02", load: null, fitness: null, fatigue: null, form: null },
    { date: "2026-05-03", load: 10, fitness: 11, fatigue: 13, form: -2 },
    { date: "2026-05-04", load: 10, fitness: 12, fatigue: 13, form: -1, planned: true },
  ];
  const layout = layoutLoad(points, { width: 400, height: 200 });
  expect(layout.fitness.done.map((dot) => dot.y === null)).toEqual([false, true, false]);
  expect(layout.fitness.ahead[0]).toEqual(layout.fitness.done.at(-1));
});

test("ten years of days keep their extremes and stay light", () => {
  const points: LoadPoint[] = Array.from({ length: 3650 }, (_, index) => ({
    date: new Date((14_000 + index) * 86_400_000).toISOString().slice(0, 10),
    load: 50,
    fitness: index === 1777 ? 150 : 50 + 20 * Math.sin(index / 60),
    fatigue: 50 + 30 * Math.sin(index / 9),
    form: 5 * Math.cos(index / 30),
  }));
  const layout = layoutLoad(points, { width: 800, height: 300 });
  const all = layout.spots.map((spot) => spot.y ?? 0);
  const drawn = layout.fitness.done.map((dot) => dot.y ?? 0);
  expect(Math.min(...drawn)).toBe(Math.min(...all));
  expect(loadSvg(points, { width: 800, height: 300 }).length).toBeLessThan(150_000);
});

test("names from people are text and nothing else", () => {
  const data = {
    weeks: [{ ...WEEK, start: "2026-05-11" }],
    races: [{ date: "2026-05-11", name: '<script>"&', priority: "A" as const }],
    today: "2026-05-11",
  };
  soundSvg(ribbonSvg(data, { width: 900, height: 130, title: '"><script>' }));
});

test("the nearest spot to a pointer is the nearest", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }),
      fc.integer({ min: -10, max: 1010 }),
      (xs, x) => {
        const spots = xs.sort((a, b) => a - b).map((one) => ({ x: one }));
        const found = spots[nearestSpot(spots, x)]?.x ?? Number.NaN;
        expect(Math.abs(found - x)).toBe(Math.min(...xs.map((one) => Math.abs(one - x))));
      },
    ),
  );
  expect(nearestSpot([], 3)).toBe(-1);
});

test("a workout's profile says its distance in the reader's miles", () => {
  const steps: ProfileStep[] = [
    { kind: "steady", durationS: 2_400, distanceM: 8_046.72, intensity: 0.5 },
    { kind: "work", durationS: 600, distanceM: 1_609.344, intensity: 0.9 },
  ];
  const options = { width: 440, height: 104, axis: true, by: "distance", unit: "mi" } as const;
  const { ticks } = layoutProfile(steps, options, options);
  expect(ticks.at(-1)).toMatchObject({ label: "6 mi", x: 440 });
  expect(profileSvg(steps, options)).toContain("50 min, 6.0 mi.");
  expect(profileTable(steps, "mi").columns[2]).toMatchObject({ unit: "mi" });
  expect(profileTable(steps, "mi").rows.map((row) => row[2])).toEqual([5, 1]);
  expect(profileSvg(steps, { ...options, unit: "km" })).toContain("9.7 km");
});

test("a ribbon says its weeks in the reader's miles", () => {
  const weeks = [{ start: "2026-03-02", phase: "base" as const, plannedKm: 64.4, doneKm: 32.2 }];
  const data = { weeks, races: [], today: "2026-03-04" };
  expect(ribbonSentence(describeRibbon({ ...data, units: "imperial" }))).toContain(
    "20 mi done of 40 mi planned",
  );
  expect(ribbonTable({ ...data, units: "imperial" }).rows[0]?.slice(2, 4)).toEqual([40, 20]);
  expect(ribbonSentence(describeRibbon(data))).toContain("32 km done of 64 km planned");
  // Without a season nothing is counted towards an end.
  expect(ribbonSentence(describeRibbon({ ...data, isPast: true }))).toMatch(/^The last \d+ weeks/);
});
