import { describe, expect, test } from "vitest";
import { readActivityFile } from "./read-activity-file.ts";

function gpx(points: number): Uint8Array {
  return new TextEncoder().encode(
    `<gpx><trk><trkseg>${'<trkpt lat="1" lon="1"><time>2026-01-05T06:30:00Z</time></trkpt>'.repeat(points)}</trkseg></trk></gpx>`,
  );
}

describe("an XML file", () => {
  test("of more points than an activity can have is refused before it is read into memory", () => {
    expect(() => readActivityFile(gpx(130_001))).toThrow(/more than 130000 points/);
  });

  test("of a few points is read", () => {
    expect(readActivityFile(gpx(3)).sessions[0]?.records).toBe(3);
  });
});
