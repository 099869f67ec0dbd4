import { addDays, WEEKDAYS } from "@repo/core/calendar";
import {
  applyFix,
  buildSeason,
  type Finding,
  type Fix,
  isRun,
  moveRace,
  readSeason,
  type Season,
  type SeasonRequest,
} from "@repo/core/season";
import { REQUEST_CHOICES, seasonRequestOf } from "@repo/core/testing";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { checkSeason, proveFixes, recheck } from "./index.ts";
import { SEVEN_DAYS, seasonOf } from "./sample-weeks.ts";

/** `npm run test:long` looks at 2,000 requests. */
const RUNS = process.env.MESOCYCLE_LONG ? 2_000 : 60;
/** Laws take their time on a busy machine. */
vi.setConfig({ testTimeout: 600_000 });
/** Ordinary runs look at the same requests each time; the full proof looks at new ones. */
const SEED = process.env.MESOCYCLE_LONG ? {} : { seed: 2026 };

const anySeasonRequest = fc
  .array(fc.nat(), { minLength: REQUEST_CHOICES, maxLength: REQUEST_CHOICES })
  .map(seasonRequestOf);

/** A move of some workout of the season to a day of the same week. */
function moveOf(season: Season, pick: number, by: number): Fix | null {
  const workouts = season.weeks.flatMap((week) => week.workouts.map((workout) => ({ week, workout })));
  const chosen = workouts[pick % Math.max(1, workouts.length)];
  if (!chosen?.workout.id) return null;
  const to = addDays(chosen.week.start, by % 7);
  return { kind: "move", id: chosen.workout.id, from: chosen.workout.date, to };
}

function back(move: Extract<Fix, { kind: "move" }>): Fix {
  return { ...move, from: move.to, to: move.from };
}

describe("seasons of the planner against the rules", () => {
  test("are valid by every rule of severity error", () => {
    fc.assert(
      fc.property(anySeasonRequest, (request) => {
        const errors = checkSeason(buildSeason(request)).filter((finding) => finding.severity === "error");
        expect(errors).toEqual([]);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test("and so are those with weeks off anywhere in them, which are read back as they are", () => {
    const off = fc.record({
      request: anySeasonRequest,
      from: fc.nat(300),
      days: fc.integer({ min: 20, max: 70 }),
    });
    fc.assert(
      fc.property(off, ({ request, from, days }) => {
        const blackoutDates = Array.from({ length: days }, (_, at) => addDays(request.start, from + at));
        const season = buildSeason({ ...request, blackoutDates });
        const findings = checkSeason(season);
        expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
        expect(checkSeason(readSeason(JSON.parse(JSON.stringify(season))))).toEqual(findings);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });
});

test("days hold no more than their minutes, or the season names them", () => {
  const minutes = fc.array(fc.option(fc.integer({ min: 10, max: 150 })), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(anySeasonRequest, minutes, (request, each) => {
      const named = WEEKDAYS.flatMap((day, at) => (each[at] == null ? [] : [[day, each[at]] as const]));
      const season = buildSeason({ ...request, weekdayMinutes: Object.fromEntries(named) });
      const findings = checkSeason(season);
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const said = (season.notHonoured ?? []).flatMap(({ code, dates }) =>
        code === "day-minutes-exceeded" ? dates : [],
      );
      const over = findings.flatMap(({ rule, dates }) => (rule === "day-minutes" ? dates : []));
      expect(over.filter((date) => !said.includes(date))).toEqual([]);
    }),
    { numRuns: Math.ceil(RUNS / 3), ...SEED },
  );
});

test("weeks off, from the first day on or later, are followed by weeks and runs that grow as others do", () => {
  const request = seasonRequestOf(Array.from({ length: REQUEST_CHOICES }, () => 5));
  for (const [from, days] of [
    [0, 30],
    [2, 29],
    [50, 22],
    [50, 29],
    [70, 22],
    [91, 36],
  ] as const)
    for (const runsPerWeek of [3, 6]) {
      const blackoutDates = Array.from({ length: days }, (_, at) => addDays(request.start, from + at));
      const races = [{ date: addDays(request.start, 188), distanceM: 10_000, priority: "A" as const }];
      const asked = { ...request, level: "intermediate" as const, currentWeeklyKm: 40, runsPerWeek };
      const season = buildSeason({
        ...asked,
        races,
        blackoutDates,
        unavailable: null,
        peakWeeklyKm: 65,
        longestRunLast30DaysKm: from > 2 ? 14 : null,
      });
      const grown = checkSeason(season).filter(
        ({ rule, severity }) => severity !== "info" && /weekly-ramp|session-spike/.test(rule),
      );
      expect(
        grown.map(({ title }) => title),
        `${from} ${days} ${runsPerWeek}`,
      ).toEqual([]);
    }
});

/** What a coach's slip adds to a season: hard, long and springy things, anywhere. */
const SLIPS = [
  ["intervals", true, "8 x 400 m", "2km warm-up\n8 x 400m @5k, 200m jog\n2km easy"],
  ["threshold", true, "Tempo cold", "25min @T"],
  ["sprints", true, "Sprints", "2km warm-up\n6 x 100m all-out, 2min walk"],
  ["long", false, "Long 30", "30km easy"],
  ["plyometrics", false, "Jumps", ""],
  ["strength", false, "Gym day, heavy", ""],
] as const;

/** Spoils a season in one place: moves, lengthens, adds. */
function spoiled(season: Season, pick: number, kind: number, by: number): Season {
  const move = moveOf(season, pick, by);
  if (move?.kind !== "move") return season;
  if (kind % 4 === 0) return applyFix(season, move);
  if (kind % 4 === 1)
    return applyFix(season, { kind: "scale-workout", id: move.id, date: move.from, factor: 1.5 });
  if (kind % 4 === 2) {
    const week = season.weeks.find((each) => each.workouts.some((workout) => workout.id === move.id));
    return week ? applyFix(season, { kind: "scale-week", weekStart: week.start, factor: 1.6 }) : season;
  }
  const [workoutKind, hard, title, text] = SLIPS[pick % SLIPS.length] ?? SLIPS[0];
  return applyFix(season, { kind: "add", date: move.to, workout: null, workoutKind, hard, title, text });
}

function errorsByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, severity } of findings) {
    if (severity === "error") counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

describe("applying the fix of a finding", () => {
  const slips = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat(6)), { minLength: 1, maxLength: 4 });

  test("removes the finding and makes no new error", () => {
    const count = { made: 0, offered: 0 };
    fc.assert(
      fc.property(anySeasonRequest, slips, (request, mistakes) => {
        const season = mistakes.reduce(
          (broken, [pick, kind, by]) => spoiled(broken, pick, kind, by),
          buildSeason(request),
        );
        const made = checkSeason(season);
        const before = proveFixes(season, made);
        const errors = errorsByRule(before);
        count.made += made.filter(isChange).length;
        count.offered += before.filter(isChange).length;
        for (const finding of before) {
          if (!finding.fix || !isChange(finding)) continue;
          const after = checkSeason(applyFix(season, finding.fix));
          const same = after.filter(
            (each) => each.title === finding.title && each.dates[0] === finding.dates[0],
          );
          expect(same).toEqual([]);
          for (const [rule, count] of errorsByRule(after)) {
            if (count > (errors.get(rule) ?? 0)) throw new Error(`${finding.title}: its fix makes a ${rule}`);
          }
        }
      }),
      { numRuns: Math.ceil(RUNS / 4), ...SEED },
    );
    // What cannot be mended by one change is rare.
    expect(count.offered).toBeGreaterThan(count.made * 0.97);
  });
});

function isChange({ fix }: Finding): boolean {
  return fix !== undefined && fix !== null && fix.kind !== "advice";
}

describe("checking again after an edit", () => {
  test("finds what a full check finds, after any moves", () => {
    fc.assert(
      fc.property(
        anySeasonRequest,
        fc.array(fc.tuple(fc.nat(), fc.nat(6)), { minLength: 1, maxLength: 4 }),
        (request, moves) => {
          let season = buildSeason(request);
          let findings = checkSeason(season);
          for (const [pick, by] of moves) {
            const move = moveOf(season, pick, by);
            if (move?.kind !== "move") continue;
            season = applyFix(season, move);
            findings = recheck(season, findings, [move.from, move.to]);
            expect(findings).toEqual(checkSeason(season));
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 3), ...SEED },
    );
  });

  test("finds what a full check finds after removing, adding and scaling", () => {
    fc.assert(
      fc.property(
        anySeasonRequest,
        fc.nat(),
        fc.constantFrom("remove", "scale-workout", "scale-week"),
        (request, pick, kind) => {
          const season = buildSeason(request);
          const move = moveOf(season, pick, 0);
          if (move?.kind !== "move") return;
          const week = season.weeks.find(
            (each) => each.start <= move.from && move.from <= addDays(each.start, 6),
          );
          const fix: Fix =
            kind === "scale-week"
              ? { kind, weekStart: week?.start ?? move.from, factor: 1.4 }
              : kind === "remove"
                ? { kind, id: move.id, date: move.from }
                : { kind: "scale-workout", id: move.id, date: move.from, factor: 1.5 };
          const days =
            kind === "scale-week"
              ? [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(week?.start ?? move.from, at))
              : [move.from];
          const changed = applyFix(season, fix);
          expect(recheck(changed, checkSeason(season), days)).toEqual(checkSeason(changed));
        },
      ),
      { numRuns: Math.ceil(RUNS / 4), ...SEED },
    );
  });

  test("moving a session and back restores the same findings", () => {
    fc.assert(
      fc.property(anySeasonRequest, fc.nat(), fc.nat(6), (request, pick, by) => {
        const season = buildSeason(request);
        const move = moveOf(season, pick, by);
        if (move?.kind !== "move") return;
        const there = applyFix(season, move);
        const restored = applyFix(there, back(move));
        expect(checkSeason(restored)).toEqual(checkSeason(season));
      }),
      { numRuns: Math.ceil(RUNS / 4), ...SEED },
    );
  });

  test("moving a race and back restores the season", () => {
    fc.assert(
      fc.property(anySeasonRequest, fc.integer({ min: 1, max: 30 }), (request, days) => {
        const race = request.races[0];
        if (!race || request.races.filter((each) => each.date === race.date).length > 1) return;
        const to = addDays(race.date, days);
        if (request.races.some((each) => each.date === to)) return;
        const season = buildSeason(request);
        const there = moveRace(season, { from: race.date, to, today: request.start });
        const restored = moveRace(there.season, { from: to, to: race.date, today: request.start });
        expect(restored.season).toEqual(season);
      }),
      { numRuns: Math.ceil(RUNS / 6), ...SEED },
    );
  });

  test("moving a race leaves the weeks before today as they are", () => {
    fc.assert(
      fc.property(anySeasonRequest, fc.integer({ min: 7, max: 120 }), (request, days) => {
        const race = request.races.at(-1);
        if (!race) return;
        const season = buildSeason(request);
        const today = addDays(request.start, days);
        const moved = moveRace(season, {
          from: race.date,
          distanceM: race.distanceM,
          to: addDays(race.date, 14),
          today,
        });
        for (const week of season.weeks.filter((each) => addDays(each.start, 6) < today)) {
          expect(moved.season.weeks.find((each) => each.start === week.start)).toEqual(week);
        }
      }),
      { numRuns: Math.ceil(RUNS / 6), ...SEED },
    );
  });
});

describe("seasons written by others", () => {
  const bare = fc.record({
    date: fc.integer({ min: 0, max: 120 }).map((day) => addDays("2026-01-01", day)),
    kind: fc.constantFrom(
      "easy",
      "long",
      "intervals",
      "sprints",
      "race",
      "strength",
      "plyometrics",
      "rest",
      "hills",
    ),
    hard: fc.boolean(),
    title: fc.string({ maxLength: 20 }),
    text: fc.option(fc.constantFrom("8 x 400m @5k, 200m jog", "nonsense", "", "5km easy")),
    distanceM: fc.option(fc.integer({ min: 0, max: 60_000 })),
  });

  test("are checked without ids, distances, phases or a request, in weeks of any order", () => {
    fc.assert(
      fc.property(fc.array(fc.array(bare, { maxLength: 8 }), { maxLength: 10 }), (weeks) => {
        const season = {
          format: "mesocycle/season",
          version: 1,
          phases: [],
          weeks: weeks.map((workouts, at) => ({
            start: addDays("2026-01-01", (at * 5) % 40),
            phase: "build",
            targetKm: null,
            cutback: false,
            workouts,
          })),
        } as unknown as Season;
        const findings = checkSeason(season);
        for (const finding of findings) {
          expect(finding.dates.length).toBeGreaterThan(0);
          for (const row of finding.evidence)
            if (typeof row.value === "number") expect(Number.isFinite(row.value)).toBe(true);
        }
        expect(checkSeason(season)).toEqual(findings);
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test("a return after two months off is held against what was usual, and is no fault", () => {
    const base: SeasonRequest = {
      format: "mesocycle/season-request",
      version: 1,
      start: "2026-01-05",
      level: "intermediate",
      runsPerWeek: 5,
      currentWeeklyKm: 40,
      longestRunLast30DaysKm: 14,
      blackoutDates: Array.from({ length: 60 }, (_, at) => addDays("2026-01-20", at)),
      races: [{ date: "2026-04-26", distanceM: 10_000, priority: "A" }],
    };
    const findings = checkSeason(buildSeason(base));
    expect(findings.filter((each) => each.severity === "error" || each.rule === "weekly-ramp")).toEqual([]);
  });

  test("weeks of high mileage are told once, with all their days", () => {
    const season = buildSeason({
      format: "mesocycle/season-request",
      version: 1,
      start: "2026-01-05",
      level: "advanced",
      runsPerWeek: 6,
      currentWeeklyKm: 120,
      longestRunLast30DaysKm: 28,
      races: [{ date: "2026-05-24", distanceM: 42_195, priority: "A" }],
    });
    const high = checkSeason(season).filter((each) => each.rule === "high-mileage");
    expect(high).toHaveLength(1);
    expect(high[0]?.dates.length).toBeGreaterThan(5);
  });

  test("an empty season has no findings", () => {
    expect(checkSeason({ format: "mesocycle/season", version: 1, phases: [], weeks: [] })).toEqual([]);
  });
});

describe("a coach's own judgement", () => {
  const season = seasonOf([SEVEN_DAYS]);
  const mileage = (findings: readonly Finding[]) =>
    findings.find((finding) => finding.rule === "high-mileage");

  test("a waived finding stays, as information and with its reason", () => {
    const waived = mileage(
      checkSeason(season, { waivers: [{ rule: "high-mileage", reason: "has run this for years" }] }),
    );
    expect(waived?.severity).toBe("info");
    expect(waived?.waived).toEqual({ reason: "has run this for years" });
  });

  test("a limit of one's own takes the place of the rule's", () => {
    expect(mileage(checkSeason(season, { limits: { "high-mileage": { weekKm: 130 } } }))).toBeUndefined();
  });

  test("what lies wholly before today is left out", () => {
    expect(mileage(checkSeason(season, { today: "2026-06-01" }))).toBeUndefined();
  });

  test("runs are kept apart from what is no run", () => {
    expect(["strength", "cross", "rest"].map((kind) => isRun(kind as "strength"))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
