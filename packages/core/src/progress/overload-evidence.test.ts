import { addDays } from "@repo/core/calendar";
import type { AthleteHistory } from "@repo/core/history";
import fc from "fast-check";
import { expect, test } from "vitest";
import { askedBeyondUsual, bodySays, prepareLog } from "./index.ts";

const FROM = "2025-01-06";
const DAYS = 140;

/** Runs on some weekdays with uneven minutes, and a morning every day; the last fortnight is given. */
function logOf(last: { runsEveryDay: boolean; worse: number }): ReturnType<typeof prepareLog> {
  const history: Pick<AthleteHistory, "activities" | "wellness"> = { activities: [], wellness: [] };
  for (let day = 0; day < DAYS; day++) {
    const date = addDays(FROM, day);
    const late = day >= DAYS - 14;
    const wobble = (day * 7) % 5;
    if ([0, 2, 4, 6].includes(day % 7) || (late && last.runsEveryDay))
      history.activities.push({ id: `${day}`, date, sport: "run", durationS: 2400 + 240 * wobble });
    const worse = late ? last.worse : 0;
    history.wellness.push({
      date,
      fatigue: 2 + (wobble > 2 ? 1 : 0) + worse,
      mood: 4 - worse,
      restingHr: 50 + wobble + 2 * worse,
    });
  }
  return prepareLog(history);
}

const dayOf = (log: ReturnType<typeof prepareLog>) => log.lastDay ?? 0;

test("training as usual with mornings as usual stands out of nothing", () => {
  const log = logOf({ runsEveryDay: false, worse: 0 });
  expect(askedBeyondUsual(log, dayOf(log))?.beyond).toBeLessThan(1);
  expect(Math.abs(bodySays(log, dayOf(log)).together ?? 9)).toBeLessThan(1);
});

test("rest days gone and more minutes are asked; tired mornings with a raised pulse are the body's answer", () => {
  const log = logOf({ runsEveryDay: true, worse: 1 });
  const asked = askedBeyondUsual(log, dayOf(log));
  expect(asked?.beyond).toBeGreaterThan(2.3);
  expect(asked?.restDays).toBe(0);
  expect(bodySays(log, dayOf(log)).together).toBeGreaterThan(2);
  expect(bodySays(log, dayOf(log)).heard).toBe(2);
});

test("better mornings speak against overload, and a body nobody asked says nothing", () => {
  const fresh = logOf({ runsEveryDay: true, worse: -1 });
  expect(bodySays(fresh, dayOf(fresh)).together).toBeLessThan(-0.5);
  const silent = { ...fresh, checkIns: [] };
  expect(bodySays(silent, dayOf(fresh))).toEqual({ together: null, heard: 0 });
});

test("what stands out of a few weeks stands out less than the same of half a year", () => {
  const activities: AthleteHistory["activities"] = Array.from({ length: DAYS }, (_, day) => {
    const share = (1 + 0.15 * Math.sin(2.2 * Math.floor(day / 7))) * (day >= DAYS - 14 ? 1.3 : 1);
    return { id: `${day}`, date: addDays(FROM, day), sport: "run", durationS: 2400 * share };
  });
  const [whole, young] = [prepareLog({ activities }), prepareLog({ activities: activities.slice(-63) })];
  const of = (log: typeof whole) => askedBeyondUsual(log, dayOf(log))?.beyond ?? 0;
  expect(of(young)).toBeGreaterThan(0);
  expect(of(young)).toBeLessThan(of(whole));
});

test("nothing is usual in the first weeks, and later days change no answer", () => {
  const log = logOf({ runsEveryDay: true, worse: 1 });
  const first = log.firstDay ?? 0;
  expect(askedBeyondUsual(log, first + 20)).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 30, max: DAYS - 1 }), (back) => {
      const day = first + back;
      const cut = prepareLog({
        activities: log.sessions.filter((each) => each.day <= day).map((each) => each.activity),
        wellness: log.checkIns.filter((each) => each.day <= day).map((each) => each.checkIn),
      });
      expect(askedBeyondUsual(log, day)).toEqual(askedBeyondUsual(cut, day));
      expect(bodySays(log, day)).toEqual(bodySays(cut, day));
    }),
    { numRuns: 30 },
  );
});
