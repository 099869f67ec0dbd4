import { addDays } from "@repo/core/calendar";
import { expect, test } from "vitest";
import { weekEnds } from "./week-ends.ts";

test("years are drawn by the week: its last day, with the load of all its known days", () => {
  const days = Array.from({ length: 17 }, (_, at) => ({
    date: addDays("2026-11-05", at), // a Thursday
    load: at < 4 ? null : at === 5 ? null : 10,
    fitness: at,
  }));
  expect(weekEnds(days)).toEqual([
    { date: "2026-11-08", load: null, fitness: 3 },
    { date: "2026-11-15", load: 60, fitness: 10 },
    { date: "2026-11-21", load: 60, fitness: 16 },
  ]);
});
