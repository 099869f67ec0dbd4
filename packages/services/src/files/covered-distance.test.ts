import { describe, expect, test } from "vitest";
import type { FileWarning } from "./activity-file.ts";
import { encodeFit, type FitField } from "./fit/encode.ts";
import { readActivityFile } from "./read-activity-file.ts";

const START = 1_100_000_000;

function u32(num: number, value: number): FitField {
  return { num, type: "uint32", value };
}

/** An hour's run with a record each minute, whose session says a distance and a timer. */
function run(said: { distanceCm: number; timerMs: number }): {
  distanceM: number | null;
  timerS: number | null;
  warnings: FileWarning[];
} {
  const records = Array.from({ length: 61 }, (_, minute) => ({
    num: 20,
    fields: [u32(253, START + minute * 60), u32(5, minute * 20_000)],
  }));
  const session = {
    num: 18,
    fields: [
      u32(253, START + 3600),
      u32(2, START),
      u32(7, said.timerMs),
      u32(8, said.timerMs),
      u32(9, said.distanceCm),
      { num: 5, type: "enum" as const, value: 1 },
    ],
  };
  const id = { num: 0, fields: [{ num: 0, type: "enum" as const, value: 4 }] };
  const file = readActivityFile(encodeFit([id, ...records, session]));
  const [first] = file.sessions;
  return { distanceM: first?.distanceM ?? null, timerS: first?.timerS ?? null, warnings: file.warnings };
}

describe("a broken byte in a summary", () => {
  test("a sound summary is believed", () => {
    const sound = run({ distanceCm: 1_205_000, timerMs: 3_600_000 });
    expect(sound).toMatchObject({ distanceM: 12_050, timerS: 3600, warnings: [] });
  });

  test("a distance that nobody covers gives way to the records, and it is said", () => {
    const broken = run({ distanceCm: 4_244_668_700, timerMs: 3_600_000 });
    expect(broken.distanceM).toBe(12_000);
    expect(broken.warnings.map((each) => each.code)).toContain("distance-too-far");
  });

  test("a timer of two weeks over an hour of records gives way to them", () => {
    const broken = run({ distanceCm: 1_205_000, timerMs: 1_258_291_000 });
    expect(broken.timerS).toBe(3600);
    expect(broken.warnings.map((each) => each.code)).toContain("timer-longer-than-records");
  });
});
