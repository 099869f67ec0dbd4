import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { NewStreams, NewTrack } from "@repo/db/queries";
import { emptySamples, type Samples } from "@repo/services/files";

/** Columns of whole numbers as differences in variable length, 0 for "not recorded", then Zstandard. */
export const SAMPLES_CODEC = "delta-varint-zstd-1";
/** The same with deflate, as it was written first. */
const DEFLATED = "delta-varint-deflate-1";
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

/** How finely each column is kept: what devices measure, and no finer. */
const SCALES = {
  timeS: 10,
  distanceM: 10,
  speedMps: 1_000,
  elevationM: 10,
  hrBpm: 1,
  cadenceSpm: 1,
  powerW: 1,
  degrees: 1e6,
};

/** The samples of a session as the rows that keep them; the places apart, null where there are none. */
export function packSamples(samples: Samples): { streams: NewStreams; track: NewTrack | null } {
  const optional = (values: readonly (number | null)[], scale: number) =>
    values.some((value) => value !== null) ? packColumn(values, scale) : null;
  const lat = optional(samples.latDeg, SCALES.degrees);
  const lng = optional(samples.lngDeg, SCALES.degrees);
  return {
    streams: {
      codec: SAMPLES_CODEC,
      sampleCount: samples.timeS.length,
      timeS: packColumn(samples.timeS, SCALES.timeS),
      distanceM: optional(samples.distanceM, SCALES.distanceM),
      speedMps: optional(samples.speedMps, SCALES.speedMps),
      elevationM: optional(samples.altitudeM, SCALES.elevationM),
      hrBpm: optional(samples.hrBpm, SCALES.hrBpm),
      cadenceSpm: optional(samples.cadenceRpm, SCALES.cadenceSpm),
      powerW: optional(samples.powerW, SCALES.powerW),
    },
    track: lat && lng ? { codec: SAMPLES_CODEC, lat, lng } : null,
  };
}

/** The samples back from their rows; columns that were not recorded are null throughout. */
export function unpackSamples(streams: NewStreams, track: NewTrack | null = null): Samples {
  const count = streams.sampleCount;
  const column = (bytes: Uint8Array | null | undefined, scale: number, codec = streams.codec) =>
    bytes ? unpackColumn(bytes, scale, codec) : new Array<number | null>(count).fill(null);
  return {
    ...emptySamples(),
    timeS: unpackColumn(streams.timeS, SCALES.timeS, streams.codec).map((value) => value ?? 0),
    distanceM: column(streams.distanceM, SCALES.distanceM),
    speedMps: column(streams.speedMps, SCALES.speedMps),
    altitudeM: column(streams.elevationM, SCALES.elevationM),
    hrBpm: column(streams.hrBpm, SCALES.hrBpm),
    cadenceRpm: column(streams.cadenceSpm, SCALES.cadenceSpm),
    powerW: column(streams.powerW, SCALES.powerW),
    latDeg: column(track?.lat, SCALES.degrees, track?.codec),
    lngDeg: column(track?.lng, SCALES.degrees, track?.codec),
  };
}

/** Beyond this a difference of two would not be a whole number any more. */
const MOST = 2 ** 50;
/** Seven bits a byte. */
const LONGEST_CODE = 8;
const SMALL = 2 ** 31;

function packColumn(values: readonly (number | null)[], scale: number): Uint8Array {
  const bytes = new Uint8Array(values.length * LONGEST_CODE);
  let length = 0;
  let last = 0;
  for (const value of values) {
    const whole = value === null ? Number.NaN : Math.round(value * scale);
    if (!(Math.abs(whole) < MOST)) {
      bytes[length++] = 0;
      continue;
    }
    const difference = whole - last;
    last = whole;
    // Zigzag, plus one: 0 stays free for "not recorded".
    let code = (difference >= 0 ? difference * 2 : -difference * 2 - 1) + 1;
    while (code >= SMALL) {
      bytes[length++] = (code % 128) + 128;
      code = Math.floor(code / 128);
    }
    // What fits into 31 bits, nearly all, goes by shifts.
    for (; code > 127; code >>>= 7) bytes[length++] = (code & 127) | 128;
    bytes[length++] = code;
  }
  return zstdCompressSync(bytes.subarray(0, length), ZSTD);
}

function unpackColumn(packed: Uint8Array, scale: number, codec: string): (number | null)[] {
  const bytes = codec === DEFLATED ? inflateRawSync(packed) : zstdDecompressSync(packed);
  const values: (number | null)[] = [];
  let last = 0;
  for (let at = 0; at < bytes.length; ) {
    let code = bytes[at++] as number;
    if (code >= 128) {
      code -= 128;
      let weight = 128;
      for (let byte = 128; byte >= 128 && at < bytes.length; weight *= 128) {
        byte = bytes[at++] as number;
        code += (byte & 127) * weight;
      }
    }
    if (code === 0) {
      values.push(null);
      continue;
    }
    const zigzag = code - 1;
    last += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    values.push(last / scale);
  }
  return values;
}
