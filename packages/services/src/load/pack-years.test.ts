import { addDays, type IsoDate } from "@repo/core/calendar";
import { type DayLoad, daysOf, type LoadedActivity, loadSeries } from "@repo/core/load";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packYears, unpackYears } from "./pack-years.ts";

const START = "2023-11-20";

/** Days between entries, each with its load in tenths; 0 is a check-in without a session. */
const entries = fc.array(
  fc.record({
    after: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 4 }) },
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 61, max: 400 }),
    ),
    loadX10: fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constant(0)),
  }),
  { minLength: 1, maxLength: 60 },
);

function daysAt(list: readonly { after: number; loadX10: number }[]): DayLoad[] {
  const dated: { date: IsoDate; loadX10: number }[] = [];
  for (const { after, loadX10 } of list) {
    dated.push({ date: addDays(dated.at(-1)?.date ?? START, after), loadX10 });
  }
  const loaded = dated
    .filter(({ loadX10 }) => loadX10 > 0)
    .map(({ date, loadX10 }) => ({
      activity: { id: date, date, sport: "run", durationS: 3_600 },
      load: { loadAu: { known: true, value: loadX10 / 10 }, method: "session-rpe", quality: "measured" },
    })) as unknown as LoadedActivity[];
  return daysOf(loaded, { to: dated.at(-1)?.date ?? START, checkIns: dated.map(({ date }) => date) });
}

test("days come back from their packed years as they were, form as well, through silences of any length", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const series = loadSeries(daysAt(list));
      const back = unpackYears(packYears(series)).filter(({ fitness }) => fitness !== null);
      expect(back).toEqual(
        series.map(({ date, load, method, quality, fitness, fatigue, form }) => {
          return { date, load, method, quality, fitness, fatigue, form: quality === "gap" ? null : form };
        }),
      );
    }),
    // A year is packed from the first of January: what precedes a history is no silence of it.
    {
      examples: [
        [
          [0, 1, 1, 1, 0, 0, 0, 1].map((loadX10, at) => ({
            after: [1, 9, 2, 4, 1, 4, 1, 1][at] ?? 1,
            loadX10,
          })),
        ],
      ],
    },
  );
});
