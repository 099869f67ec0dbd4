import { emptySamples, type Samples } from "../activity-file.ts";
import { trackDistanceM } from "../track.ts";
import { soundBpm } from "../track-point.ts";
import type { FitMessage } from "./messages.ts";
import { numberOf, scaledOf, timeOf } from "./values.ts";

const SEMICIRCLE_DEG = 180 / 2 ** 31;
/** A record further than this from its neighbours in time is a broken clock, not a long pause. */
const CLOCK_JUMP_S = 3 * 86_400;

/** The records of a session as columns, counted from its start; records that go back in time are left out. */
export function samplesOf(records: readonly FitMessage[], start: number): Samples {
  const samples = emptySamples();
  const accumulate = compressedDistance();
  let lastS = Number.NEGATIVE_INFINITY;
  for (const record of records) {
    const timeS = (timeOf(record, 253) as number) - start;
    if (timeS < lastS || Math.abs(timeS) > CLOCK_JUMP_S * 5) continue;
    lastS = timeS;
    const [lat, lng] = [numberOf(record, 0), numberOf(record, 1)];
    const altitude = numberOf(record, 78) ?? numberOf(record, 2);
    samples.timeS.push(timeS);
    samples.latDeg.push(lat === null || lng === null ? null : lat * SEMICIRCLE_DEG);
    samples.lngDeg.push(lat === null || lng === null ? null : lng * SEMICIRCLE_DEG);
    samples.altitudeM.push(altitude === null ? null : altitude / 5 - 500);
    samples.hrBpm.push(soundBpm(numberOf(record, 3)));
    samples.cadenceRpm.push(numberOf(record, 4));
    samples.distanceM.push(scaledOf(record, 5, 100) ?? accumulate(record));
    samples.speedMps.push(scaledOf(record, 73, 1000) ?? scaledOf(record, 6, 1000));
    samples.powerW.push(numberOf(record, 7));
  }
  return samples;
}

/** Old watches pack speed and a 12-bit running distance (1/16 m) into three bytes. */
function compressedDistance(): (record: FitMessage) => number | null {
  let total = 0;
  let last: number | null = null;
  return (record) => {
    const packed = record.fields.get(8);
    if (!Array.isArray(packed) || packed.length < 3) return null;
    const [, middle = 0, high = 0] = packed;
    const counter = (middle >> 4) | (high << 4);
    if (Number.isNaN(counter)) return null;
    total += last === null ? counter : (counter - last + 4096) & 0xfff;
    last = counter;
    return total / 16;
  };
}

/** The distance that records tell: the highest of the last that do, else the one along their positions. */
export function samplesDistance(samples: Samples): number | null {
  const recorded = samples.distanceM.filter((distance): distance is number => distance !== null);
  if (recorded.length > 0) return Math.max(...recorded.slice(-50));
  return trackDistanceM(samples).distanceM;
}
