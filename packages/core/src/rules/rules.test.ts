import { readFileSync } from "node:fs";
import { addDays } from "@repo/core/calendar";
import {
  applyFix,
  type Finding,
  readSeasonRequest,
  type Season,
  type SeasonRequest,
} from "@repo/core/season";
import { describe, expect, test } from "vitest";
import taper from "../../golden/taper.json" with { type: "json" };
import { checkSeason, inTaperBand, RULES, TAPER_EFFECTS } from "./index.ts";
import { plannedOn, SAMPLE_MONDAY, type SampleDay, seasonOf } from "./sample-weeks.ts";

const REQUEST = readSeasonRequest({
  format: "mesocycle/season-request",
  version: 1,
  start: SAMPLE_MONDAY,
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 50,
  longestRunLast30DaysKm: 20,
  strengthPerWeek: 1,
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-20" },
  races: [],
});

const EASY_8: SampleDay = [2, "easy", false, "Easy 8 km", "8km easy"];
const TEMPO: SampleDay = [3, "threshold", true, "Tempo 20 min", "2km warm-up\n20min @T\n1km easy"];
const REPS: SampleDay = [1, "intervals", true, "8 x 400 m", "2km warm-up\n8 x 400m @5k, 200m jog\n2km easy"];
const LONG_18: SampleDay = [6, "long", false, "Long 18 km", "18km easy"];
const STRENGTH: SampleDay = [1, "strength", false, "Gym day, heavy", null];
const ORDINARY: readonly SampleDay[] = [
  REPS,
  STRENGTH,
  EASY_8,
  TEMPO,
  [4, "easy", false, "Easy 8 km", "8km easy"],
  LONG_18,
];

function on(at: number, day: SampleDay): SampleDay {
  return [at, day[1], day[2], day[3], day[4]];
}

function request(change: Partial<SeasonRequest>): SeasonRequest {
  return { ...REQUEST, ...change };
}

function dateOf(week: number, at: number): string {
  return addDays(SAMPLE_MONDAY, week * 7 + at);
}

function repeated(week: readonly SampleDay[], times: number): (readonly SampleDay[])[] {
  return Array.from({ length: times }, () => week);
}

function race(date: string, distanceM = 10_000) {
  return { date, distanceM, priority: "A" as const };
}

function timed(durationS: number, season: Season): Season {
  const weeks = season.weeks.map((week) => ({
    ...week,
    workouts: week.workouts.map((workout) => ({ ...workout, durationS })),
  }));
  return { ...season, weeks };
}

/** A season whose last week is a goal week: weeks of training, a taper, the race on the last Sunday. */
function goalSeason(taper: readonly SampleDay[], change: Partial<SeasonRequest> = {}): Season {
  const date = dateOf(6, 6);
  const season = seasonOf([...repeated(ORDINARY, 6), [...taper, [6, "race", true, "10 km", "10km @10k"]]], {
    request: request({ races: [race(date)], ...change }),
  });
  const weeks = season.weeks.map((week, at) => (at === 6 ? { ...week, phase: "peak" as const } : week));
  return { ...season, weeks };
}

type Case = { rule: string; season: Season; severity?: Finding["severity"]; date?: string };

const CASES: readonly Case[] = [
  {
    rule: "hard-days-apart",
    severity: "error",
    season: seasonOf([[REPS, on(2, TEMPO), LONG_18]], { request: REQUEST }),
  },
  {
    rule: "hard-days-apart",
    severity: "warn",
    season: seasonOf([[LONG_18], [on(0, REPS)]], { request: REQUEST }),
  },
  {
    rule: "hard-sessions-a-week",
    season: seasonOf([[REPS, TEMPO, on(5, REPS)]], { request: request({ level: "beginner" }) }),
  },
  {
    rule: "easy-share",
    season: seasonOf([[on(1, TEMPO), on(4, TEMPO), EASY_8, on(6, EASY_8)]], { request: REQUEST }),
  },
  {
    rule: "cutback-rhythm",
    season: seasonOf(repeated(ORDINARY, 5), { request: REQUEST }),
    date: dateOf(4, 0),
  },
  {
    rule: "weekly-ramp",
    season: seasonOf([[LONG_18], [LONG_18, EASY_8, on(4, EASY_8), on(5, EASY_8)]], {
      request: request({ currentWeeklyKm: 18, longestRunLast30DaysKm: 18 }),
    }),
  },
  {
    rule: "session-spike",
    severity: "warn",
    season: seasonOf([[LONG_18]], { request: request({ longestRunLast30DaysKm: 15 }) }),
  },
  {
    rule: "session-spike",
    severity: "error",
    season: seasonOf([[LONG_18]], { request: request({ longestRunLast30DaysKm: 10 }) }),
  },
  {
    rule: "long-run-jump",
    season: seasonOf([[[6, "long", false, "Long", "16km easy"]], [[6, "long", false, "Long", "32km easy"]]], {
      request: request({ longestRunLast30DaysKm: 16 }),
    }),
  },
  {
    rule: "long-run-share",
    season: seasonOf([[EASY_8, on(4, EASY_8), [6, "long", false, "Long", "24km easy"]]], {
      request: REQUEST,
    }),
  },
  {
    rule: "long-run-missing",
    season: seasonOf(repeated([EASY_8, on(4, EASY_8), on(6, EASY_8)], 3), { request: REQUEST }),
  },
  {
    rule: "high-mileage",
    season: seasonOf(
      [[0, 1, 2, 3, 4, 5, 6].map((at): SampleDay => [at, "easy", false, "Easy 16 km", "16km easy"])],
      {
        request: request({ level: "advanced", currentWeeklyKm: 100 }),
      },
    ),
  },
  {
    rule: "frequency-jump",
    season: seasonOf([...repeated([EASY_8, LONG_18], 2), [0, 1, 2, 3].map((at) => on(at, EASY_8))], {
      request: REQUEST,
    }),
  },
  {
    rule: "seven-day-readiness",
    season: seasonOf([[0, 1, 2, 3, 4, 5, 6].map((at) => on(at, EASY_8))], {
      request: request({ level: "beginner" }),
    }),
  },
  {
    rule: "hard-in-recovery",
    severity: "error",
    season: seasonOf([[REPS]], { request: REQUEST, phase: "recovery" }),
  },
  { rule: "hard-in-base", season: seasonOf([[REPS]], { request: REQUEST, phase: "base" }) },
  {
    rule: "hard-in-base",
    season: seasonOf([[[1, "strides", true, "Strides, written anew", "2km easy\n8 x 400m @5k, 200m jog"]]], {
      request: REQUEST,
      phase: "base",
    }),
  },
  {
    rule: "sprint-freshness",
    severity: "error",
    season: seasonOf([[REPS, [2, "sprints", false, "6 x 50 m", "2km warm-up\n6 x 50m all-out, 150s walk"]]], {
      request: REQUEST,
    }),
  },
  {
    rule: "sprint-freshness",
    severity: "warn",
    season: seasonOf([[REPS, [2, "plyometrics", false, "Jumps", null]]], { request: REQUEST }),
  },
  { rule: "strength-adjacency", season: seasonOf([[on(0, STRENGTH), REPS]], { request: REQUEST }) },
  {
    rule: "one-variable",
    season: seasonOf(
      [
        [REPS],
        [[1, "intervals", true, "10 x 400 m faster", "2km warm-up\n10 x 400m @3k, 200m jog\n2km easy"]],
      ],
      { request: REQUEST },
    ),
  },
  { rule: "stale-workout", season: seasonOf(repeated([REPS], 5), { request: REQUEST }) },
  {
    rule: "small-stuff-dose",
    season: seasonOf(repeated([EASY_8, on(4, EASY_8), LONG_18], 2), { request: REQUEST, phase: "base" }),
  },
  {
    rule: "small-stuff-dose",
    season: seasonOf(repeated([REPS, EASY_8, LONG_18], 3), { request: REQUEST }),
    date: dateOf(2, 0),
  },
  {
    rule: "warm-up-missing",
    season: seasonOf([[[1, "intervals", true, "8 x 400 m", "8 x 400m @5k, 200m jog"]]], { request: REQUEST }),
  },
  {
    rule: "unavailable-day",
    severity: "error",
    season: seasonOf([[EASY_8]], { request: request({ unavailable: ["wed"] }) }),
  },
  {
    rule: "unavailable-day",
    severity: "error",
    season: seasonOf([[EASY_8]], { request: request({ blackoutDates: [dateOf(0, 2)] }) }),
  },
  {
    rule: "day-minutes",
    season: timed(2_820, seasonOf([[EASY_8]], { request: request({ weekdayMinutes: { wed: 30 } }) })),
  },
  {
    rule: "injury-gate",
    severity: "error",
    season: seasonOf([[[2, "sprints", true, "8 x 150 m", "2km warm-up\n8 x 150m all-out, 3min walk"]]], {
      request: request({ injuryHistory: ["left hamstring"] }),
    }),
  },
  {
    rule: "taper-shape",
    season: goalSeason([
      EASY_8,
      on(1, REPS),
      on(3, EASY_8),
      on(4, [4, "easy", false, "Easy 20", "20km easy"]),
    ]),
  },
  {
    rule: "recovery-block-missing",
    severity: "error",
    season: (() => {
      const season = goalSeason([EASY_8]);
      const week = seasonOf([[on(3, REPS)]], { monday: dateOf(7, 0) }).weeks[0];
      return week ? { ...season, weeks: [...season.weeks, week] } : season;
    })(),
  },
  {
    rule: "specificity",
    season: (() => {
      const weeks = [
        ...repeated([EASY_8, LONG_18], 6),
        [[6, "race", true, "10 km", "10km @10k"] as SampleDay],
      ];
      return seasonOf(weeks, { request: request({ races: [race(dateOf(6, 6))] }) });
    })(),
  },
  { rule: "race-without-base", season: goalSeason([EASY_8], { level: "beginner", currentWeeklyKm: 15 }) },
  {
    rule: "fantasy-pace",
    season: goalSeason([EASY_8], { races: [{ ...race(dateOf(6, 6)), goalTimeS: 2_100 }] }),
  },
  {
    rule: "fantasy-pace",
    season: (() => {
      const season = seasonOf([[EASY_8]], { request: REQUEST });
      const text = "2km warm-up\n5 x 1000m 3:10-3:15/km Pace, 400m jog";
      season.weeks[0]?.workouts.push(plannedOn(dateOf(0, 4), "intervals", true, "5 x 1000 m", text));
      return season;
    })(),
  },
  // As plans are kept: the text alone.
  {
    rule: "fantasy-pace",
    season: (() => {
      const season = seasonOf([[EASY_8]], { request: REQUEST });
      const text = "2km warm-up\n5 x 1000m 3:10-3:15/km Pace, 400m jog";
      const { steps: _, ...kept } = plannedOn(dateOf(0, 4), "intervals", true, "5 x 1000 m", text);
      season.weeks[0]?.workouts.push(kept);
      return season;
    })(),
  },
  {
    rule: "race-density",
    season: seasonOf(repeated([[6, "race", true, "5 km", "5km @5k"] as SampleDay], 4), {
      request: request({
        races: [0, 1, 2, 3].map((week) => ({ ...race(dateOf(week, 6), 5_000), priority: "C" as const })),
      }),
    }),
  },
  // Races that somebody wrote into the weeks count, though the request names none.
  {
    rule: "race-density",
    season: seasonOf(repeated([[6, "race", true, "5 km", "5km @5k"] as SampleDay], 4), {
      request: request({ races: [] }),
    }),
  },
  { rule: "phase-length", season: seasonOf(repeated(ORDINARY, 3), { request: REQUEST, phase: "base" }) },
  {
    rule: "phase-order",
    season: {
      ...seasonOf(repeated(ORDINARY, 4), { request: REQUEST }),
      phases: [
        { kind: "peak", start: dateOf(0, 0), end: dateOf(1, 6) },
        { kind: "speed", start: dateOf(2, 0), end: dateOf(3, 6) },
      ],
    },
  },
  {
    rule: "phase-order",
    season: {
      ...seasonOf(repeated(ORDINARY, 4), { request: REQUEST }),
      phases: [
        { kind: "speed", start: dateOf(0, 0), end: dateOf(1, 6) },
        { kind: "build", start: dateOf(2, 0), end: dateOf(3, 6) },
      ],
    },
  },
  {
    rule: "peak-length",
    season: {
      ...seasonOf(repeated(ORDINARY, 7)),
      phases: [{ kind: "peak", start: dateOf(0, 0), end: dateOf(6, 6) }],
    },
  },
  {
    rule: "peak-count",
    season: {
      ...seasonOf([ORDINARY], { request: request({ races: [race("2026-12-06")] }) }),
      phases: [0, 16, 32].map((week) => ({
        kind: "peak" as const,
        start: dateOf(week, 0),
        end: dateOf(week + 1, 6),
      })),
    },
  },
  {
    rule: "level-gate",
    severity: "error",
    season: (() => {
      const season = seasonOf([[REPS]], { request: request({ level: "beginner" }) });
      const workout = season.weeks[0]?.workouts[0];
      if (workout) workout.workout = "michigan";
      return season;
    })(),
  },
];

function findingOf({ rule, season, severity, date }: Case): Finding | undefined {
  return checkSeason(season).find(
    (each) =>
      each.rule === rule &&
      (severity === undefined || each.severity === severity) &&
      (date === undefined || each.dates.includes(date)),
  );
}

describe("each rule", () => {
  test.each(CASES.map((each, at) => [`${each.rule} ${at}`, each] as const))(
    "%s finds its fault",
    (_, each) => {
      const finding = findingOf(each);
      expect(finding).toBeDefined();
      expect(finding?.evidence.length).toBeGreaterThan(0);
      expect(finding?.source.length).toBeGreaterThan(0);
    },
  );

  test.each(
    CASES.filter((each) => {
      const fix = findingOf(each)?.fix;
      return fix && fix.kind !== "advice";
    }).map((each, at) => [`${each.rule} ${at}`, each] as const),
  )("%s goes when its fix is applied", (_, each) => {
    const finding = findingOf(each);
    if (!finding?.fix) throw new Error("no fix to apply");
    const fixed = applyFix(each.season, finding.fix);
    const left = checkSeason(fixed).filter(
      (again) =>
        again.rule === finding.rule &&
        again.severity === finding.severity &&
        again.dates[0] === finding.dates[0],
    );
    expect(left).toEqual([]);
  });

  test("is covered here, has limits with a source, and says what it checks", () => {
    const covered = new Set(CASES.map((each) => each.rule));
    for (const rule of RULES) {
      expect(covered).toContain(rule.id);
      expect(rule.checks.length).toBeGreaterThan(20);
      for (const limit of Object.values(rule.limits)) expect(limit.source).toBeTruthy();
    }
    expect(RULES.length).toBeGreaterThanOrEqual(25);
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
  });
});

test("a long run that steps back every third week is relief enough", () => {
  const longs = [16, 18, 13, 19, 21, 15, 22, 24];
  const weeks = longs.map((km): readonly SampleDay[] => [
    EASY_8,
    on(3, EASY_8),
    [6, "long", false, `Long ${km} km`, `${km}km easy`],
  ]);
  const findings = checkSeason(seasonOf(weeks, { request: request({ currentWeeklyKm: 34 }) }));
  expect(findings.filter((each) => each.rule === "cutback-rhythm")).toEqual([]);
});

describe("the evidence of tapers", () => {
  for (const { input, expected } of taper.cases) {
    test(JSON.stringify(input), () => {
      const { volume_reduction_pct: volumeReductionPct, duration_d: durationD } = input;
      if (volumeReductionPct !== undefined && durationD !== undefined) {
        const intensityMaintained = input.intensity_maintained;
        expect(inTaperBand({ volumeReductionPct, durationD, intensityMaintained })).toBe(expected.in_band);
        return;
      }
      const effect = TAPER_EFFECTS.find(
        (each) => each.variable === input.variable && each.level === input.level,
      );
      const { effect_size: effectSize, ci_half_width: ciHalfWidth } = expected;
      expect(effect).toMatchObject({ effectSize, ciHalfWidth });
    });
  }
});

test("docs/science.md names every rule with its severity", () => {
  const text = readFileSync(new URL("../../../../docs/science.md", import.meta.url), "utf8");
  for (const rule of RULES) expect(text).toContain(`| \`${rule.id}\` | ${rule.checks}`);
});

test("a hard session is not moved to the day before sprints, nor swapped with sprints behind a hard day", () => {
  const sprints = (at: number): SampleDay => [
    at,
    "sprints",
    false,
    "Sprints",
    "2km warm-up\n6 x 60m all-out, 2min walk",
  ];
  const weeks: (readonly SampleDay[])[] = [
    [on(0, REPS), on(1, TEMPO), on(3, EASY_8), sprints(4), [6, "easy", false, "Easy 8 km", "8km easy"]],
    [on(0, REPS), on(1, TEMPO), sprints(3), [5, "easy", false, "Easy 8 km", "8km easy"]],
  ];
  for (const week of weeks) {
    const season = seasonOf([week], { request: REQUEST });
    const fix = checkSeason(season).find((each) => each.rule === "hard-days-apart")?.fix;
    expect(fix).toBeTruthy();
    if (!fix || fix.kind === "advice") continue;
    const after = checkSeason(applyFix(season, fix));
    expect(
      after.filter((each) => each.rule === "hard-days-apart" || each.rule === "sprint-freshness"),
    ).toEqual([]);
  }
});

test("an easy day that has too few minutes is made shorter until it has enough; a race and a day without minutes are left", () => {
  const season = timed(2_820, seasonOf([[EASY_8]], { request: REQUEST }));
  const minutes = { wed: 30 };
  const [finding] = checkSeason(season, { minutes }).filter(({ rule }) => rule === "day-minutes");
  expect(finding).toMatchObject({ title: `47 minutes are planned on ${dateOf(0, 2)}, which has 30.` });
  const fixed = applyFix(season, finding?.fix as never);
  expect(checkSeason(fixed, { minutes }).filter(({ rule }) => rule === "day-minutes")).toEqual([]);
  const untimed = seasonOf([[[6, "long", false, "Long 18 km", "18km easy"]]], { request: REQUEST });
  const [least] = checkSeason(untimed, { minutes: { sun: 80 } }).filter(({ rule }) => rule === "day-minutes");
  expect(least?.title).toMatch(/^At least \d+ minutes are planned on 2026-\d\d-\d\d, which has 80\.$/);
  expect(least?.fix).toMatchObject({ kind: "scale-workout" });
  for (const none of [{ wed: 47 }, { thu: 10 }, {}])
    expect(checkSeason(season, { minutes: none }).filter(({ rule }) => rule === "day-minutes")).toEqual([]);
  const raced = timed(5_400, seasonOf([[[2, "race", true, "Half", "21.1km @hm"]]], { request: REQUEST }));
  expect(checkSeason(raced, { minutes }).filter(({ rule }) => rule === "day-minutes")).toEqual([]);
});
