import {
  emptySamples,
  type FileLap,
  type FileSession,
  type FileWarning,
  type Samples,
} from "../activity-file.ts";
import { isCovered, soundDistance } from "../covered-distance.ts";
import { isoSecond, plausibleHr, startTimeOf } from "../plausible.ts";
import { elevationGainM, heartRates, movingTimeS, trackDistanceM } from "../track.ts";
import type { FitMessage } from "./messages.ts";
import { FIT_EPOCH_S, MESG, sportOf } from "./profile.ts";
import { pausedS, soundElapsed, soundTimer } from "./timer.ts";
import { first, numberOf, scaledOf, textOf, timeOf } from "./values.ts";

const SEMICIRCLE_DEG = 180 / 2 ** 31;
/** A record further than this from its neighbours in time is a broken clock, not a long pause. */
const CLOCK_JUMP_S = 3 * 86_400;

const LAP_KINDS: Record<number, FileLap["kind"]> = {
  0: "work",
  1: "rest",
  2: "warmup",
  3: "cooldown",
  4: "rest",
};

/** The sessions of one FIT file; one rebuilt from its records where the file holds no session message. */
export function readSessions(messages: readonly FitMessage[], warnings: FileWarning[]): FileSession[] {
  const all = messages.filter((message) => message.num === MESG.record);
  const records = soundRecords(all, warnings);
  const summaries = messages.filter((message) => message.num === MESG.session);
  const laps = messages.filter((message) => message.num === MESG.lap);
  const offset = utcOffset(messages);
  if (summaries.length === 0) {
    if (records.length === 0) return [];
    warnings.push({
      code: "no-summary",
      text: "the file has no session summary; it is rebuilt from its records",
    });
    return [rebuilt(records, laps, messages, warnings, offset)];
  }
  const sorted = [...summaries].sort((a, b) => (timeOf(a, 2) ?? 0) - (timeOf(b, 2) ?? 0));
  return sorted.map((summary, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : (timeOf(summary, 2) ?? Number.NEGATIVE_INFINITY);
    const next = sorted[index + 1];
    const to = (next && timeOf(next, 2)) ?? Number.POSITIVE_INFINITY;
    const own = records.filter((record) => isWithin(timeOf(record, 253), from, to));
    const sessionLaps = lapsOf(summary, laps, summaries.length, from, to);
    const session = summarised(summary, own, sessionLaps, messages, warnings, offset);
    return sorted.length === 1 ? { ...session, records: all.length } : session;
  });
}

function isWithin(time: number | null, from: number, to: number): boolean {
  return time !== null && time >= from && time < to;
}

/** Records with a time, in order; those whose clock is days away from the others are left out and named. */
function soundRecords(records: readonly FitMessage[], warnings: FileWarning[]): FitMessage[] {
  const timed = records.filter((record) => timeOf(record, 253) !== null);
  const times = timed.map((record) => timeOf(record, 253) as number).sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)] ?? 0;
  const span = 15 * 86_400;
  const sound = timed.filter((record) => Math.abs((timeOf(record, 253) as number) - middle) <= span);
  const lost = records.length - sound.length;
  if (lost > 0) {
    warnings.push({
      code: "records-left-out",
      text:
        lost === 1
          ? "one record without a believable time was left out"
          : `${lost} records without a believable time were left out`,
    });
  }
  return sound;
}

function lapsOf(
  summary: FitMessage,
  laps: readonly FitMessage[],
  sessions: number,
  from: number,
  to: number,
) {
  if (sessions === 1) return laps;
  const [firstLap, count] = [numberOf(summary, 25), numberOf(summary, 26)];
  if (firstLap !== null && count !== null) return laps.slice(firstLap, firstLap + count);
  return laps.filter((lap) => isWithin(timeOf(lap, 2), from, to));
}

function summarised(
  summary: FitMessage,
  records: readonly FitMessage[],
  laps: readonly FitMessage[],
  messages: readonly FitMessage[],
  warnings: FileWarning[],
  timeZone: string | null,
): FileSession {
  const start = timeOf(summary, 2) ?? (records[0] ? timeOf(records[0], 253) : null);
  const samples = samplesOf(records, start ?? 0);
  const measured = heartRates(samples);
  const spanS =
    samples.timeS.length > 1 ? (samples.timeS.at(-1) as number) - (samples.timeS[0] as number) : null;
  const elapsedS = scaledOf(summary, 7, 1000);
  const timerS = soundTimer(scaledOf(summary, 8, 1000), elapsedS, spanS, warnings);
  const hr = separateHeartRates(messages, samples);
  return {
    sport: namedSport(summary, messages),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone,
    distanceM: soundDistance(
      [scaledOf(summary, 9, 100), samplesDistance(samples)],
      { samples, timerS },
      warnings,
    ),
    timerS,
    elapsedS: soundElapsed(elapsedS ?? spanS, timerS, warnings),
    movingS: movingTimeS(samples),
    elevationGainM: numberOf(summary, 22) ?? elevationGainM(samples.altitudeM),
    avgHr: plausibleHr(numberOf(summary, 16), "average", warnings) ?? measured.avgHr ?? hr.avgHr,
    maxHr: plausibleHr(numberOf(summary, 17), "maximum", warnings) ?? measured.maxHr ?? hr.maxHr,
    laps: laps.map(lapOf),
    records: records.length,
    samples,
  };
}

function rebuilt(
  records: readonly FitMessage[],
  laps: readonly FitMessage[],
  messages: readonly FitMessage[],
  warnings: FileWarning[],
  timeZone: string | null,
): FileSession {
  const start = timeOf(records[0] as FitMessage, 253);
  const samples = samplesOf(records, start ?? 0);
  const spanS = samples.timeS.at(-1) ?? 0;
  const timerS = Math.max(0, spanS - pausedS(messages, start ?? 0, spanS));
  return {
    sport: namedSport(null, messages),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone,
    distanceM: soundDistance([samplesDistance(samples)], { samples, timerS }, warnings),
    timerS,
    elapsedS: spanS,
    movingS: movingTimeS(samples),
    elevationGainM: elevationGainM(samples.altitudeM),
    ...heartRates(samples),
    laps: laps.map(lapOf),
    records: records.length,
    samples,
  };
}

function namedSport(summary: FitMessage | null, messages: readonly FitMessage[]): FileSession["sport"] {
  const sportMessage = first(messages, MESG.sport);
  const own = summary ? numberOf(summary, 5) : null;
  const known = summary ? sportOf(own, numberOf(summary, 6)) : "other";
  if ((own !== null && own !== 0) || known !== "other") return known;
  if (!sportMessage) return "other";
  const named = numberOf(sportMessage, 0);
  if (named !== null && named !== 0) return sportOf(named, numberOf(sportMessage, 1));
  const name = textOf(sportMessage, 3)?.toLowerCase() ?? "";
  return /run|jog|lauf|löp/.test(name) ? "run" : /hik|walk/.test(name) ? "hike" : "other";
}

function lapOf(lap: FitMessage): FileLap {
  const start = timeOf(lap, 2);
  const intensity = numberOf(lap, 23);
  const durationS = scaledOf(lap, 8, 1000) ?? scaledOf(lap, 7, 1000);
  const distanceM = scaledOf(lap, 9, 100);
  const sound = distanceM === null || durationS === null || isCovered(distanceM, durationS);
  return {
    kind: intensity === null ? null : (LAP_KINDS[intensity] ?? null),
    startTime: start === null ? null : isoSecond(start),
    durationS,
    distanceM: sound ? distanceM : null,
    avgHr: soundBpm(numberOf(lap, 15)),
    maxHr: soundBpm(numberOf(lap, 16)),
  };
}

function soundBpm(bpm: number | null): number | null {
  return bpm !== null && bpm >= 25 && bpm <= 230 ? bpm : null;
}

function samplesOf(records: readonly FitMessage[], start: number): Samples {
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

function samplesDistance(samples: Samples): number | null {
  const recorded = samples.distanceM.filter((distance): distance is number => distance !== null);
  if (recorded.length > 0) return Math.max(...recorded.slice(-50));
  return trackDistanceM(samples).distanceM;
}

/** Heart rates that come as messages of their own (a strap that stored them under water). */
function separateHeartRates(messages: readonly FitMessage[], samples: Samples) {
  if (samples.hrBpm.some((hr) => hr !== null)) return { avgHr: null, maxHr: null };
  const beats = messages
    .filter((message) => message.num === MESG.hr)
    .flatMap((message) => message.fields.get(6) ?? [])
    .filter((value): value is number => typeof value === "number" && value >= 25 && value <= 230);
  if (beats.length === 0) return { avgHr: null, maxHr: null };
  return {
    avgHr: beats.reduce((a, b) => a + b, 0) / beats.length,
    maxHr: Math.max(...beats.slice(0, 100_000)),
  };
}

function utcOffset(messages: readonly FitMessage[]): string | null {
  const activity = first(messages, MESG.activity);
  const [utc, local] = activity ? [numberOf(activity, 253), numberOf(activity, 5)] : [null, null];
  if (utc === null || local === null || local + FIT_EPOCH_S < 0) return null;
  const minutes = Math.round((local - utc) / 900) * 15;
  if (Math.abs(minutes) > 14 * 60) return null;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
