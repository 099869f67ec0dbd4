import { expect, test } from "vitest";
import type { CheckInState } from "./check-in-card.tsx";
import { answersKey, withWaiting } from "./with-waiting.ts";

const known = {
  asksCycle: false,
  today: null,
  yesterday: { legs: "ok" },
  bands: {},
} as unknown as CheckInState;
const DAYS = { ofPage: "2026-11-29", today: "2026-11-29" };
const tap = (legs: string, localDate = "2026-11-29", refused: string | null = null) => ({
  path: "checkIn.save" as const,
  input: { mutationId: "m", localDate, legs },
  refused,
});

test("what waits on the device is shown as said, the latest last", () => {
  const { checkIn, waits } = withWaiting(known, [tap("dead"), tap("good")], DAYS);
  expect(waits).toBe(true);
  expect(checkIn.today).toMatchObject({ localDate: "2026-11-29", legs: "good", sleepHours: null });
});

test("what waits lies on top of what the server knew, and takes nothing from it", () => {
  const before = { ...known, today: { legs: "ok", sleepHours: 7.5 } } as unknown as CheckInState;
  expect(withWaiting(before, [tap("good")], DAYS).checkIn.today).toMatchObject({
    legs: "good",
    sleepHours: 7.5,
  });
});

test("a tap of another day, a refused one, and another entry say nothing of today", () => {
  const others = [
    tap("dead", "2026-11-28"),
    tap("dead", "2026-11-29", "Too late."),
    { ...tap("dead"), path: "log.log" as const },
  ];
  expect(withWaiting(known, others, DAYS)).toMatchObject({ waits: false, checkIn: { today: null } });
});

test("a page kept from yesterday does not pass yesterday's check-in off as today's", () => {
  const kept = { ...known, today: { legs: "heavy" } } as unknown as CheckInState;
  const { checkIn } = withWaiting(kept, [], { ofPage: "2026-11-28", today: "2026-11-29" });
  expect(checkIn).toMatchObject({ today: null, yesterday: { legs: "heavy" } });
});

test("a tap on the legs leaves the form as it is being written, another answer draws it anew", () => {
  const day = { localDate: "2026-11-29", sleepHours: null, ill: false, notes: null };
  const of = (fields: object) => answersKey({ ...day, ...fields } as unknown as CheckInState["today"]);
  expect(of({ legs: "heavy" })).toBe(answersKey(null));
  expect(of({ legs: "heavy", sleepHours: 7.5 })).not.toBe(answersKey(null));
});
