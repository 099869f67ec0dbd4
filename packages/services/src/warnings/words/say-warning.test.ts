import { prepareAssessor } from "@repo/core/assessment";
import { addDays } from "@repo/core/calendar";
import { evidenceLine } from "@repo/core/report";
import { SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import { describe, expect, test } from "vitest";
import { sayWarning } from "./say-warning.ts";

const plateau = (low: number, high: number, severity: "info" | "warn" = "warn") => ({
  kind: "plateau",
  severity,
  title: "No progress",
  evidence: [
    { label: "change of speed in 12 weeks", value: (low + high) / 2, unit: "%", limit: 2 },
    { label: "90 % interval", value: `${low} to ${high}`, unit: "%" },
    { label: "results, workouts and weeks compared", value: 27, unit: "points" },
    { label: "level since", value: "2026-05-29", unit: null },
    { label: "distance raced", value: 5, unit: "km" },
    { label: "cause: same workout", value: 80, unit: "%" },
    { label: 'sessions of "9x400m"', value: 5, unit: "sessions", limit: "of 6 hard sessions" },
  ],
});

describe("a warning in words", () => {
  test("says the thing first, in a coach's words and with printed numbers", () => {
    expect(sayWarning(plateau(-1.5, 1.2))).toEqual({
      badge: "Plateau",
      title: "5K has not moved in 12 weeks, and the hard session is always the same",
      story:
        "Speed −0.2 % in 12 weeks (90 % interval −1.5 % to +1.2 %, 27 efforts compared), level since 29 May." +
        " 9 × 400 m was 5 of 6 hard sessions.",
    });
  });

  test("calls falling results declining, and a doubtful standstill doubtful", () => {
    expect(sayWarning(plateau(-2.8, -0.4))).toMatchObject({
      badge: "Declining",
      title: "5K has slowed by 1.6 % in 12 weeks, and the hard session is always the same",
    });
    expect(sayWarning(plateau(-1.5, 1.2, "info"))).toMatchObject({
      badge: "Plateau?",
      title: expect.stringMatching(/^5K has hardly moved/),
    });
  });

  test("keeps title and numbers of what it has no words for", () => {
    const evidence = [{ label: "swing", value: -2, unit: "%", limit: 1 }];
    expect(sayWarning({ kind: "unheard-of", severity: "warn", title: "4x400m again", evidence })).toEqual({
      badge: null,
      title: "4 × 400 m again",
      story: "Swing −2 % (limit 1 %).",
    });
  });

  test("has words for all that the night finds in simulated years, and prints no typewriter's signs", () => {
    // A year takes a third of a second to judge: every fourth story is enough of them.
    const stories = SIMULATED_STORIES.filter((_, index) => index % 4 === 0);
    const said = stories.flatMap((story, index) => {
      const history = simulateAthlete({ seed: 700 + index, from: "2025-04-07", to: "2026-03-01", story });
      const assessor = prepareAssessor(history);
      return [0, 21, 49].flatMap((ago) => assessor.at(addDays("2026-03-01", -ago)).held);
    });
    expect(new Set(said.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    for (const warning of said) {
      const { title, story } = sayWarning(warning);
      expect(`${title} ${story}`, warning.kind).not.toMatch(
        /\d\s*x\s*\d|(^|\s)-\d|undefined|null|NaN|\(limit/,
      );
      expect(story, warning.kind).not.toBe(`${evidenceLine(warning.evidence, 4)}.`);
    }
  });
});
