import { emptySamples } from "@repo/services/files";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effortOf, packSamples, unpackSamples } from "./pack-samples.ts";

const value = (max: number, scale: number) =>
  fc.option(
    fc.integer({ min: -max * scale, max: max * scale }).map((whole) => whole / scale),
    { nil: null },
  );

test("samples come back as they were packed, with what was not recorded", () => {
  const sample = fc.record({
    distance: value(400_000, 10),
    hr: value(250, 1),
    altitude: value(9_000, 10),
    lat: value(90, 1e6),
    speed: value(20, 1_000),
  });
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 200 }), (rows) => {
      const samples = {
        ...emptySamples(),
        timeS: rows.map((_, index) => index),
        distanceM: rows.map((row) => row.distance),
        hrBpm: rows.map((row) => row.hr),
        altitudeM: rows.map((row) => row.altitude),
        speedMps: rows.map((row) => row.speed),
        latDeg: rows.map((row) => row.lat),
        lngDeg: rows.map((row) => row.lat),
        cadenceRpm: rows.map(() => null),
        powerW: rows.map(() => null),
      };
      const { streams, track } = packSamples(samples, "Garmin");
      expect(unpackSamples(streams, track)).toEqual(samples);
      // What loads rest on is the same, taken with the recording or later from what was kept of it.
      expect(effortOf(streams, "Garmin")).toEqual(streams.effort);
    }),
  );
});
