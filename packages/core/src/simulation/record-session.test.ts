import { expect, test } from "vitest";
import { recordSession, SIMULATED_STORIES, simulateAthlete } from "./index.ts";

test("a recording holds the distance, the time and the mean heart rate of its session, and repeats itself", () => {
  for (const story of SIMULATED_STORIES) {
    const { activities } = simulateAthlete({ seed: 7, from: "2026-01-05", to: "2026-03-01", story });
    for (const [index, activity] of activities.entries()) {
      const recorded = recordSession(activity, index);
      if (activity.sport !== "run" || !activity.distanceM) {
        if (!activity.distanceM) expect(recorded).toBeNull();
        continue;
      }
      expect(recorded?.timeS.at(-1)).toBe(activity.durationS);
      expect(recorded?.distanceM.at(-1)).toBeCloseTo(activity.distanceM, 3);
      expect(recorded).toEqual(recordSession(activity, index));
      const beats = recorded?.hrBpm.filter((beat) => beat !== null) ?? [];
      if (!activity.avgHr) expect(beats).toEqual([]);
      else
        expect(
          Math.abs(beats.reduce((sum, beat) => sum + beat, 0) / beats.length - activity.avgHr),
        ).toBeLessThan(1);
    }
  }
});
