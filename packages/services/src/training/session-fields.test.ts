import { expect, test } from "vitest";
import { dayOf } from "./session-fields.ts";

const at = (startTime: string | null) => ({ startTime }) as Parameters<typeof dayOf>[0];
const OSLO = "Europe/Oslo";

test("a recording is of its own day, also when it is dropped on the day beside it", () => {
  expect(dayOf(at("2026-11-28T15:00:00Z"), OSLO, "2026-11-29")).toBe("2026-11-28");
  expect(dayOf(at("2026-11-30T05:00:00Z"), OSLO, "2026-11-29")).toBe("2026-11-30");
  expect(dayOf(at("2026-11-28T15:00:00Z"), OSLO, null)).toBe("2026-11-28");
});

test("a run around midnight is of the day it was given, one without a clock of no other", () => {
  expect(dayOf(at("2026-11-28T22:40:00Z"), OSLO, "2026-11-29")).toBe("2026-11-29");
  expect(dayOf(at("2026-11-29T23:10:00Z"), OSLO, "2026-11-29")).toBe("2026-11-29");
  expect(dayOf(at(null), OSLO, "2026-11-29")).toBe("2026-11-29");
  expect(() => dayOf(at(null), OSLO, null)).toThrow(/give it its day under Edit/);
});
