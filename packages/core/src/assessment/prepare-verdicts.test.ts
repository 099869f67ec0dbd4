import { addDays } from "@repo/core/calendar";
import { cutHistory } from "@repo/core/history";
import { SIMULATED_STORIES, simulateAthlete } from "@repo/core/simulation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assess, prepareAssessor, prepareVerdicts } from "./index.ts";

const FROM = "2025-01-06";

const anyStory = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  story: fc.constantFrom(...SIMULATED_STORIES),
  days: fc.integer({ min: 20, max: 300 }),
  back: fc.integer({ min: 0, max: 60 }),
  silent: fc.integer({ min: 0, max: 20 }),
  season: fc.boolean(),
});

test("a single day's verdict is the assessment's, also on silent days after the last entry", () => {
  fc.assert(
    fc.property(anyStory, ({ seed, story, days, back, silent, season }) => {
      const to = addDays(FROM, days);
      const onset = addDays(FROM, Math.floor(days / 2));
      const history = simulateAthlete({ seed, from: FROM, to, onset, story, recording: { season } });
      const day = addDays(to, silent - Math.min(back, days));
      const verdicts = prepareVerdicts(history, { from: day });
      const whole = assess(history, day);
      const { held, progress } = verdicts.at(day);
      expect(progress).toEqual(whole.progress);
      expect(verdicts.intensityAt(day)).toEqual(whole.intensity);
      expect(verdicts.recoveryAt(day)).toEqual(whole.recovery);
      expect(held).toEqual(prepareAssessor(cutHistory(history, day)).at(day).held);
    }),
    { numRuns: process.env.MESOCYCLE_LONG ? 150 : 5 },
  );
});

test("days ahead without an entry are judged today as they will be judged on their day", () => {
  const history = simulateAthlete({
    seed: 5,
    from: FROM,
    to: "2025-10-20",
    onset: "2025-06-01",
    story: "overcooked",
  });
  const ahead = prepareVerdicts(history, { from: "2025-10-20" });
  for (let day = "2025-10-20"; day < "2025-11-20"; day = addDays(day, 1)) {
    const then = prepareVerdicts(history, { from: day });
    expect(ahead.at(day)).toEqual(then.at(day));
    expect(ahead.recoveryAt(day)).toEqual(then.recoveryAt(day));
  }
});
