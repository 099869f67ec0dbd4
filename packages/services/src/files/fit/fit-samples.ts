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

/** A speed stands until the next record, but through no pause. */
const LONGEST_STEP_S = 30;

/** The distance that records tell: what they counted, else the one along their positions, else what their speeds add up to. */
export function samplesDistance(samples: Samples): number | null {
  return countedDistance(samples) ?? trackDistanceM(samples).distanceM ?? distanceOfSpeeds(samples);
}

/** The highest of the last distances that records counted; null where none did. */
export function countedDistance(samples: Samples): number | null {
  const recorded = samples.distanceM.filter((distance): distance is number => distance !== null);
  return recorded.length > 0 ? Math.max(...recorded.slice(-50)) : null;
}

function distanceOfSpeeds({ timeS, speedMps }: Samples): number | null {
  let total: number | null = null;
  for (let at = 1; at < timeS.length; at += 1) {
    const speed = speedMps[at] ?? null;
    const seconds = (timeS[at] as number) - (timeS[at - 1] as number);
    if (speed === null || seconds > LONGEST_STEP_S) continue;
    total = (total ?? 0) + speed * seconds;
  }
  return total;
}
