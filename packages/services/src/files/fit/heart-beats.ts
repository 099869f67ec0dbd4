import type { Samples } from "../activity-file.ts";
import type { FitMessage } from "./messages.ts";
import { MESG } from "./profile.ts";
import { scaledOf, timeOf } from "./values.ts";

/** A heart rate that a strap stored by itself, with its time in Unix seconds; null where it tells none. */
export type Beat = { timeS: number | null; bpm: number };

const TICKS_A_SECOND = 1024;
const FRACTIONS_A_SECOND = 32_768;
const TWELVE_BITS = 0xfff;

/** Where the strap's clock stood: an instant, and its counter of 1/1024 s. */
type Anchor = { timeS: number; ticks: number };

/**
 * The heart rates of messages of their own, in the order of their times, as straps write that store under water what they cannot send. A first
 * message ties the strap's counter to the time; those that follow tell twelve bits of it, eight rates each.
 *
 * @see FIT SDK, "HR message": event_timestamp, event_timestamp_12, filtered_bpm
 */
export function heartBeats(messages: readonly FitMessage[]): Beat[] {
  const beats: Beat[] = [];
  let anchor: Anchor | null = null;
  let ticks = 0;
  for (const message of messages) {
    if (message.num !== MESG.hr) continue;
    const timeS = timeOf(message, 253);
    const stated = listOf(message, 9);
    if (timeS !== null && stated[0] !== undefined) {
      anchor = { timeS: timeS + (scaledOf(message, 0, FRACTIONS_A_SECOND) ?? 0), ticks: stated[0] };
      ticks = stated[0];
    }
    const events = stated.length > 0 ? stated : twelveBits(listOf(message, 10));
    for (const [index, bpm] of listOf(message, 6).entries()) {
      const event = events[index];
      if (event !== undefined) ticks = stated.length > 0 ? event : ticks + ((event - ticks) & TWELVE_BITS);
      if (!(bpm >= 25 && bpm <= 230)) continue;
      const at =
        anchor === null || event === undefined
          ? null
          : anchor.timeS + (ticks - anchor.ticks) / TICKS_A_SECOND;
      beats.push({ timeS: at, bpm });
    }
  }
  return beats.sort((a, b) => (a.timeS ?? Number.NEGATIVE_INFINITY) - (b.timeS ?? Number.NEGATIVE_INFINITY));
}

/** Those of a stretch of time, in order; of beats without times all, where the file holds nothing but this stretch. */
export function beatsWithin(beats: readonly Beat[], fromS: number, toS: number, isOnly: boolean): Beat[] {
  if (beats.length === 0 || beats.at(-1)?.timeS === null) return isOnly ? [...beats] : [];
  return beats.slice(firstFrom(beats, fromS), firstFrom(beats, toS + 1e-6));
}

/** Place of the first beat at or after a moment; beats without a time stand before all others. */
function firstFrom(beats: readonly Beat[], timeS: number): number {
  let [low, high] = [0, beats.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beats[middle]?.timeS ?? Number.NEGATIVE_INFINITY) < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Samples with the mean of the beats since the sample before, where no sample has a heart rate of its own. */
export function withBeats(samples: Samples, beats: readonly Beat[], startS: number): Samples {
  if (beats.length === 0 || beats[0]?.timeS === null) return samples;
  if (samples.hrBpm.some((hr) => hr !== null)) return samples;
  let next = 0;
  const hrBpm = samples.timeS.map((timeS) => {
    const from = next;
    let sum = 0;
    for (; next < beats.length; next += 1) {
      const beat = beats[next] as Beat;
      if ((beat.timeS as number) - startS > timeS) break;
      sum += beat.bpm;
    }
    return next === from ? null : Math.round(sum / (next - from));
  });
  return { ...samples, hrBpm };
}

function twelveBits(bytes: readonly number[]): number[] {
  const events: number[] = [];
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const [low = 0, middle = 0, high = 0] = bytes.slice(at, at + 3);
    events.push(low | ((middle & 0x0f) << 8), (middle >> 4) | (high << 4));
  }
  return events;
}

function listOf(message: FitMessage, field: number): number[] {
  const value = message.fields.get(field);
  if (typeof value === "number") return [value];
  return Array.isArray(value) ? value : [];
}
