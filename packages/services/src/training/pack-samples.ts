import { constants, inflateRawSync, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { SampleColumns } from "@repo/core/activities";
import { type RecordedEffort, recordedEffort } from "@repo/core/load";
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
  altitudeM: 10,
  hrBpm: 1,
  cadenceSpm: 1,
  powerW: 1,
  degrees: 1e6,
};

/**
 * The samples of a session as the rows that keep them, the places apart, null where there are none; with them the sums
 * that its load rests on, taken from the samples as they are kept.
 *
 * @param device of what made the recording: some measure air pressure, and their heights make slopes
 */
export function packSamples(samples: Samples, device: string | null): PackedSamples {
  const codes = {
    timeS: steps(samples.timeS, "timeS") ?? NOTHING,
    distanceM: steps(samples.distanceM, "distanceM"),
    speedMps: steps(samples.speedMps, "speedMps"),
    altitudeM: steps(samples.altitudeM, "altitudeM"),
    hrBpm: steps(samples.hrBpm, "hrBpm"),
  };
  const streams = {
    codec: SAMPLES_CODEC,
    sampleCount: samples.timeS.length,
    timeS: packColumn(codes.timeS),
    distanceM: packed(codes.distanceM),
    speedMps: packed(codes.speedMps),
    elevationM: packed(codes.altitudeM),
    hrBpm: packed(codes.hrBpm),
    cadenceSpm: packed(steps(samples.cadenceRpm, "cadenceSpm")),
    powerW: packed(steps(samples.powerW, "powerW")),
  };
  const lat = packed(steps(samples.latDeg, "degrees"));
  const lng = packed(steps(samples.lngDeg, "degrees"));
  const effort = recordedEffort(valuesOf(codes), altitudeOf(device));
  return {
    streams: { ...streams, effort },
    track: lat && lng ? { codec: SAMPLES_CODEC, lat, lng } : null,
  };
}

const NOTHING = new Float64Array(0);

/** The samples of a session as they are kept. */
export type PackedSamples = { streams: NewStreams & { effort: RecordedEffort }; track: NewTrack | null };

/** Watches of these makers measure air pressure; everything else is taken to know its height from satellites. */
function altitudeOf(device: string | null): "barometric" | "gps" {
  return /garmin|fenix|suunto|coros|polar|forerunner/i.test(device ?? "") ? "barometric" : "gps";
}

/** The sums of a recording that was kept without them. */
export function effortOf(streams: NewStreams, device: string | null): RecordedEffort {
  return packSamples(unpackSamples({ ...streams, cadenceSpm: null, powerW: null }), device).streams.effort;
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
    altitudeM: column(streams.elevationM, SCALES.altitudeM),
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

/** A column in whole steps of its scale, NaN for "not recorded"; null where nothing of it was. */
function steps(values: readonly (number | null)[], name: keyof typeof SCALES): Float64Array | null {
  const whole = roomFor(name, values.length);
  const scale = SCALES[name];
  let isRecorded = false;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? null;
    if (value !== null) isRecorded = true;
    const step = value === null ? Number.NaN : Math.round(value * scale);
    whole[at] = Math.abs(step) < MOST ? step : Number.NaN;
  }
  return isRecorded ? whole : null;
}

/** A day at a record a second; what is longer gets room of its own. */
const ROOM = 90_000;
const rooms = new Map<string, Float64Array>();

/** Room for a column, used again for the next recording: thousands of large arrays would only be swept away. */
function roomFor(name: string, length: number): Float64Array {
  if (length > ROOM) return new Float64Array(length);
  const room = rooms.get(name) ?? new Float64Array(ROOM);
  rooms.set(name, room);
  return room.subarray(0, length);
}

type Column = "distanceM" | "speedMps" | "altitudeM" | "hrBpm";

/** The values that come back from columns of steps, in their place. */
function valuesOf(codes: { timeS: Float64Array } & Record<Column, Float64Array | null>): SampleColumns {
  for (const name of ["timeS", "distanceM", "speedMps", "altitudeM"] as const) {
    const column = codes[name];
    const scale = SCALES[name];
    for (let at = 0; column && at < column.length; at += 1) column[at] = (column[at] as number) / scale;
  }
  return codes;
}

function packed(column: Float64Array | null): Uint8Array | null {
  return column === null ? null : packColumn(column);
}

function packColumn(whole: Float64Array): Uint8Array {
  const bytes = scratchFor(whole.length * LONGEST_CODE);
  let length = 0;
  let last = 0;
  for (const step of whole) {
    if (Number.isNaN(step)) {
      bytes[length++] = 0;
      continue;
    }
    const difference = step - last;
    last = step;
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

let scratch = new Uint8Array(0);

/** One place for the codes of every column: they are packed before the next one begins. */
function scratchFor(size: number): Uint8Array {
  if (scratch.length < size) scratch = new Uint8Array(size);
  return scratch;
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
