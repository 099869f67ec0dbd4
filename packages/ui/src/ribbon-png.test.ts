import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RIBBON_PNG, ribbonPng } from "./ribbon-png.ts";

const PHASES = ["base", "build", "speed", "peak", "race", "recovery", null] as const;

/** The colour at a place of a PNG with a palette: "#rrggbb", with its alpha where it is not opaque. */
function pixelsOf(png: Buffer) {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get("IHDR") as Buffer;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get("IDAT") as Buffer);
  const [colours, alphas] = [chunks.get("PLTE") as Buffer, chunks.get("tRNS") as Buffer];
  const at = (x: number, y: number) => {
    const place = rows[y * (width + 1) + 1 + x] as number;
    if (alphas[place] === 0) return "clear";
    const alpha = alphas[place] === 255 ? "" : ` ${alphas[place]}`;
    return `#${colours.subarray(place * 3, place * 3 + 3).toString("hex")}${alpha}`;
  };
  return { width, height, at, places: rows, colours: colours.length / 3 };
}

test("bars stand on the ground, solid as far as they were run and pale up to the plan, with today in red", () => {
  const season = { phases: ["base", "base"], plannedKm: [40, 40], doneKm: [20, null], race: null };
  const picture = pixelsOf(ribbonPng({ from: "2026-03-02", ...season }, "2026-03-09").png);
  expect([picture.width, picture.height]).toEqual([RIBBON_PNG.width * 2, RIBBON_PNG.height * 2]);
  expect(picture.at(200, 100)).toBe("#3d7d68");
  expect(picture.at(200, 30)).toBe("#3d7d68 92");
  expect(picture.at(800, 100)).toBe("#3d7d68 92");
  expect(picture.at(520, 60)).toBe("#b3261e");
  expect(picture.at(200, 5)).toBe("clear");
});

test("whatever the season, it is a sound picture with a sentence beside it", () => {
  const km = fc.option(fc.oneof(fc.double({ min: 0, max: 300, noNaN: true }), fc.constant(Number.NaN)));
  const week = fc.tuple(fc.constantFrom(...PHASES), km, km);
  const priority = fc.constantFrom("A" as const, "B" as const, "C" as const);
  const race = fc.option(fc.record({ days: fc.nat(400), priority }));
  fc.assert(
    fc.property(fc.array(week, { maxLength: 60 }), race, fc.nat(420), (weeks, flag, todayIn) => {
      const day = (count: number) => new Date(Date.UTC(2026, 2, 2 + count)).toISOString().slice(0, 10);
      const { png, alt } = ribbonPng(
        {
          from: "2026-03-02",
          phases: weeks.map(([phase]) => phase),
          plannedKm: weeks.map(([, planned]) => planned),
          doneKm: weeks.map(([, , done]) => done),
          race: flag && { date: day(flag.days), name: null, priority: flag.priority },
        },
        day(todayIn),
      );
      const { width, height, places, colours } = pixelsOf(png);
      expect(places.length).toBe((width + 1) * height);
      expect(places.every((place) => place < colours)).toBe(true);
      expect(colours).toBeLessThanOrEqual(256);
      expect(alt).not.toMatch(/NaN|null|undefined/);
    }),
    { numRuns: 60 },
  );
});
