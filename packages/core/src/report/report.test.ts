import { addDays } from "@repo/core/calendar";
import { cutHistory } from "@repo/core/history";
import { simulateAthlete } from "@repo/core/simulation";
import type { Warning } from "@repo/core/warnings";
import { describe, expect, test } from "vitest";
import { athleteWeek, blockReview, coachDigest, type DigestAthlete } from "./index.ts";

const FROM = "2025-01-06";
const HISTORY = simulateAthlete({
  seed: 21,
  from: FROM,
  to: "2025-08-31",
  story: "improving",
  recording: { season: true, wellness: 0.9 },
});
const WEEK = "2025-06-16";

describe("an athlete's week", () => {
  test("its numbers are the sums of its own days", () => {
    const week = athleteWeek(HISTORY, addDays(WEEK, 3));
    const own = HISTORY.activities.filter((each) => each.date >= WEEK && each.date <= addDays(WEEK, 6));
    const runs = own.filter((each) => each.sport === "run");
    expect(week.weekStart).toBe(WEEK);
    expect(week.runs).toBe(runs.length);
    expect(week.distanceM).toBe(runs.reduce((sum, run) => sum + (run.distanceM ?? 0), 0));
    expect(week.loadAu).toBeGreaterThan(0);
    expect(week.plannedDone).toBeLessThanOrEqual(week.planned);
    expect(week.ahead.every((workout) => workout.date > addDays(WEEK, 6))).toBe(true);
  });

  test("later days change nothing in it", () => {
    expect(athleteWeek(cutHistory(HISTORY, addDays(WEEK, 6)), WEEK)).toEqual(athleteWeek(HISTORY, WEEK));
  });

  test("a week without running says so, and what is not recorded is null", () => {
    const empty = { ...HISTORY, activities: [], wellness: [], results: [], season: null };
    const week = athleteWeek(empty, WEEK);
    expect(week).toMatchObject({
      runs: 0,
      distanceM: 0,
      loadAu: null,
      sleepHours: null,
      usualDistanceM: null,
    });
    expect(week.facts.map((fact) => fact.code)).toContain("no-runs");
  });
});

describe("the coach's digest", () => {
  const warning = (kind: Warning["kind"], severity: Warning["severity"], since: string): Warning => {
    return { kind, severity, since, title: kind, evidence: [], remedy: null, source: [] };
  };
  const athlete = (name: string, warnings: Warning[], more: Partial<DigestAthlete> = {}): DigestAthlete => ({
    athleteId: name,
    name,
    warnings,
    progress: { state: "inconclusive", changePct: null },
    recovery: "ready",
    form: null,
    week: null,
    races: [],
    ...more,
  });

  test("who needs the coach comes in order of need, the fine are counted", () => {
    const digest = coachDigest(
      [
        athlete("C", []),
        athlete("A", [warning("stale", "info", "2025-06-01")]),
        athlete("B", [warning("overcooked", "error", "2025-06-15")]),
        athlete("D", [warning("no-data", "warn", "2025-06-16")], { recovery: "rest" }),
      ],
      WEEK,
    );
    expect(digest.needYou.map((entry) => entry.name)).toEqual(["B", "D", "A"]);
    expect(digest.needYou.map((entry) => entry.isNew)).toEqual([true, true, false]);
    expect(digest.needYou[1]?.facts).toEqual([{ code: "recovery-rest", values: {} }]);
    expect(digest).toMatchObject({ fine: 1, athletes: 4 });
  });

  test("races of the next three weeks and those who improve are told", () => {
    const race = { date: addDays(WEEK, 13), distanceM: 10_000, priority: "A" as const };
    const far = { ...race, date: addDays(WEEK, 40) };
    const progress = { state: "improving" as const, changePct: 3.14 };
    const digest = coachDigest([athlete("A", [], { races: [race, far], progress })], WEEK);
    expect(digest.races).toMatchObject([{ name: "A", days: 13 }]);
    expect(digest.improving).toEqual([{ athleteId: "A", name: "A", changePct: 3.1 }]);
  });
});

describe("a block looked back on", () => {
  test("volume and best results are those of its days, and later days change nothing", () => {
    const to = "2025-06-29";
    const review = blockReview(HISTORY, "2025-04-07", to);
    expect(review.weeks).toBe(12);
    expect(review.weeklyDistanceM * 12).toBeCloseTo(review.distanceM, -2);
    expect(blockReview(cutHistory(HISTORY, to), "2025-04-07", to)).toEqual(review);
  });
});
