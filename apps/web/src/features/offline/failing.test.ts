import { expect, test } from "vitest";
import { type Failing, failedOnceMore, isHopeless, isStumble } from "./failing.ts";

test("a server that fails five times, minutes apart, is not asked a sixth time before the others had their turn", () => {
  let entry: Failing = {};
  const at = (seconds: number) => 1_800_000_000_000 + seconds * 1_000;
  for (const [round, seconds] of [0, 30, 60, 90, 120].entries()) {
    expect(isHopeless(entry)).toBe(false);
    entry = failedOnceMore(entry, at(seconds));
    expect(entry.failures).toBe(round + 1);
    // Two saves right after it send it again: not another failure.
    expect(failedOnceMore(entry, at(seconds + 5))).toEqual(entry);
  }
  expect(isHopeless(entry)).toBe(true);
});

test("a device whose clock went back still counts, and a server that is away is not counted", () => {
  const entry = failedOnceMore({ failures: 1, failedAt: 2_000_000 }, 1_000_000);
  expect(entry).toEqual({ failures: 2, failedAt: 1_000_000 });
  expect([undefined, 401, 408, 429, 500, 502, 503].filter(isStumble)).toEqual([500]);
});
