import { emptySamples, type FileLap, type FileSession, type FileWarning } from "../activity-file.ts";
import { isCovered, soundDistance } from "../covered-distance.ts";
import { isoSecond, plausibleHr, startTimeOf } from "../plausible.ts";
import { elevationGainM, heartRates, movingTimeS } from "../track.ts";
import { soundBpm } from "../track-point.ts";
import { countedDistance, samplesDistance, samplesOf } from "./fit-samples.ts";
import { type Beat, beatsWithin, withBeats } from "./heart-beats.ts";
import { splitLegs } from "./legs.ts";
import type { FitMessage } from "./messages.ts";
import { FIT_EPOCH_S, MESG, sportOf } from "./profile.ts";
import { lapsOfSummaries, ownSummaries, startOf } from "./summaries.ts";
import { pausedS, soundElapsed, soundTimer, told } from "./timer.ts";
import { first, numberOf, scaledOf, textOf, timeOf } from "./values.ts";

const LAP_KINDS: Record<number, FileLap["kind"]> = {
  0: "work",
  1: "rest",
  2: "warmup",
  3: "cooldown",
  4: "rest",
};

/**
 * The sessions of one FIT file. Where it holds no session message they are rebuilt from the records, leg by leg.
 *
 * @param beats heart rates that came by themselves, in this file or in another chained to it
 */
export function readSessions(
  messages: readonly FitMessage[],
  warnings: FileWarning[],
  beats: readonly Beat[] = [],
): FileSession[] {
  const all = messages.filter((message) => message.num === MESG.record);
  const records = soundRecords(all, warnings);
  const summaries = ownSummaries(messages);
  const timeZone = utcOffset(messages);
  if (summaries.length === 0) return rebuiltLegs(messages, new Set(records), { warnings, timeZone, beats });
  const laps = lapsOfSummaries(
    summaries,
    messages.filter((message) => message.num === MESG.lap),
  );
  return summaries.map((summary, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : (startOf(summary) ?? Number.NEGATIVE_INFINITY);
    const next = summaries[index + 1];
    const to = (next && startOf(next)) ?? Number.POSITIVE_INFINITY;
    const own = records.filter((record) => isWithin(timeOf(record, 253), from, to));
    const session = summarised(summary, own, laps[index] ?? [], messages, {
      warnings,
      timeZone,
      beats,
      isOnly: summaries.length === 1,
    });
    // Records without a believable time are somebody's: they are counted with the first.
    return index === 0 ? { ...session, records: own.length + all.length - records.length } : session;
  });
}

type Context = {
  warnings: FileWarning[];
  timeZone: string | null;
  beats: readonly Beat[];
};

/** What no summary tells, leg by leg, each counted from its own start. */
function rebuiltLegs(
  messages: readonly FitMessage[],
  sound: ReadonlySet<FitMessage>,
  context: Context,
): FileSession[] {
  if (sound.size === 0) return lapsAlone(messages, context);
  const { warnings } = context;
  warnings.push({
    code: "no-summary",
    text: "the file has no session summary; it is rebuilt from its records",
  });
  const legs = splitLegs(messages.filter((message) => message.num !== MESG.record || sound.has(message)));
  if (legs.length > 1)
    warnings.push({
      code: "legs-rebuilt",
      text: `${legs.length} legs were told apart by sport and distance`,
    });
  let countedM = 0;
  return legs.map((leg) => {
    const session = rebuilt(leg, { ...context, isOnly: legs.length === 1 });
    const counted = session.samples.distanceM.filter((distance) => distance !== null);
    const first = counted[0] ?? 0;
    const runsOn = countedM > 0 && first >= countedM;
    countedM = Math.max(0, ...counted.slice(-50));
    return runsOn ? fromZero(session, first) : session;
  });
}

/** Laps without records and summary: the session is their sum. */
function lapsAlone(messages: readonly FitMessage[], { warnings, timeZone }: Context): FileSession[] {
  const laps = messages.filter(({ num }) => num === MESG.lap).map((lap) => ({ lap, read: lapOf(lap) }));
  const timerS = laps.reduce((sum, { read }) => sum + (read.durationS ?? 0), 0);
  const [first] = laps;
  if (!first || timerS <= 0) return [];
  warnings.push({ code: "no-summary", text: "the file has no session summary; it is rebuilt from its laps" });
  const metres = laps.flatMap(({ read }) => read.distanceM ?? []);
  const beats = laps.filter(({ read }) => read.avgHr !== null && read.durationS !== null);
  const weighed = beats.reduce((sum, { read }) => sum + (read.durationS ?? 0), 0);
  const most = laps.flatMap(({ read }) => read.maxHr ?? []);
  return [
    {
      sport: namedSport(first.lap, messages),
      subSport: null,
      startTime: startTimeOf(timeOf(first.lap, 2), warnings),
      timeZone,
      distanceM: metres.length > 0 ? metres.reduce((sum, value) => sum + value, 0) : null,
      timerS,
      elapsedS: Math.max(
        timerS,
        laps.reduce((sum, { lap }) => sum + (scaledOf(lap, 7, 1000) ?? 0), 0),
      ),
      movingS: null,
      elevationGainM: null,
      avgHr:
        weighed > 0
          ? beats.reduce((sum, { read }) => sum + (read.avgHr ?? 0) * (read.durationS ?? 0), 0) / weighed
          : null,
      maxHr: most.length > 0 ? Math.max(...most) : null,
      laps: laps.map(({ read }) => read),
      records: 0,
      samples: emptySamples(),
    },
  ];
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

function summarised(
  summary: FitMessage,
  records: readonly FitMessage[],
  laps: readonly FitMessage[],
  messages: readonly FitMessage[],
  { warnings, timeZone, beats, isOnly }: Context & { isOnly: boolean },
): FileSession {
  const start = timeOf(summary, 2) ?? (records[0] ? timeOf(records[0], 253) : startOf(summary));
  const recorded = samplesOf(records, start ?? 0);
  const endS = (start ?? 0) + (scaledOf(summary, 7, 1000) ?? recorded.timeS.at(-1) ?? 0);
  const own = beatsWithin(beats, start ?? 0, endS, isOnly);
  const samples = withBeats(recorded, own, start ?? 0);
  const measured = heartRates(samples);
  const spanS =
    samples.timeS.length > 1 ? (samples.timeS.at(-1) as number) - (samples.timeS[0] as number) : null;
  // A summary that was never filled in says zeros, where its records say more.
  const elapsedS = scaledOf(summary, 7, 1000);
  const saidS = scaledOf(summary, 8, 1000);
  const timerS = soundTimer(spanS ? told(saidS) : saidS, { elapsedS, spanS }, warnings);
  const saidM = scaledOf(summary, 9, 100);
  const hr = meanOfBeats(own);
  return {
    sport: namedSport(summary, messages),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone,
    distanceM: soundDistance(
      [countedDistance(samples) ? told(saidM) : saidM, samplesDistance(samples)],
      { samples, timerS },
      warnings,
    ),
    timerS,
    elapsedS: soundElapsed(told(elapsedS) ?? spanS ?? elapsedS, { timerS, spanS }, warnings),
    movingS: movingTimeS(samples, timerS),
    elevationGainM: numberOf(summary, 22) ?? elevationGainM(samples.altitudeM),
    avgHr: plausibleHr(numberOf(summary, 16), "average", warnings) ?? measured.avgHr ?? hr.avgHr,
    maxHr: plausibleHr(numberOf(summary, 17), "maximum", warnings) ?? measured.maxHr ?? hr.maxHr,
    laps: laps.map(lapOf),
    records: records.length,
    samples,
  };
}

function rebuilt(
  messages: readonly FitMessage[],
  { warnings, timeZone, beats, isOnly }: Context & { isOnly: boolean },
): FileSession {
  const records = messages.filter(({ num }) => num === MESG.record);
  const laps = messages.filter(({ num }) => num === MESG.lap);
  const start = timeOf(records[0] as FitMessage, 253) ?? 0;
  const recorded = samplesOf(records, start);
  const spanS = recorded.timeS.at(-1) ?? 0;
  const own = beatsWithin(beats, start, start + spanS, isOnly);
  const samples = withBeats(recorded, own, start);
  const timerS = Math.max(0, spanS - pausedS(messages, start, spanS));
  const measured = heartRates(samples);
  const hr = meanOfBeats(own);
  return {
    sport: namedSport(laps[0] ?? null, messages),
    subSport: null,
    startTime: startTimeOf(start, warnings),
    timeZone,
    distanceM: soundDistance([samplesDistance(samples)], { samples, timerS }, warnings),
    timerS,
    elapsedS: spanS,
    movingS: movingTimeS(samples, timerS),
    elevationGainM: elevationGainM(samples.altitudeM),
    avgHr: measured.avgHr ?? hr.avgHr,
    maxHr: measured.maxHr ?? hr.maxHr,
    laps: laps.map(lapOf),
    records: records.length,
    samples,
  };
}

/** A counter that runs on from the leg before is no distance of this one. */
export function fromZero(session: FileSession, before: number): FileSession {
  const { samples, distanceM } = session;
  return {
    ...session,
    distanceM: distanceM === null ? null : Math.max(0, distanceM - before),
    samples: {
      ...samples,
      distanceM: samples.distanceM.map((at) => (at === null ? null : Math.max(0, at - before))),
    },
  };
}

function meanOfBeats(beats: readonly Beat[]): { avgHr: number | null; maxHr: number | null } {
  if (beats.length === 0) return { avgHr: null, maxHr: null };
  let [sum, most] = [0, 0];
  for (const { bpm } of beats) {
    sum += bpm;
    if (bpm > most) most = bpm;
  }
  return { avgHr: sum / beats.length, maxHr: most };
}

/** The sport of a summary, or of a lap where there is none; else the one that the device named before it began. */
function namedSport(summary: FitMessage | null, messages: readonly FitMessage[]): FileSession["sport"] {
  const sportMessage = first(messages, MESG.sport);
  const isLap = summary?.num === MESG.lap;
  const own = summary ? numberOf(summary, isLap ? 25 : 5) : null;
  const known = summary ? sportOf(own, numberOf(summary, isLap ? 39 : 6)) : "other";
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

function utcOffset(messages: readonly FitMessage[]): string | null {
  const activity = first(messages, MESG.activity);
  const [utc, local] = activity ? [numberOf(activity, 253), numberOf(activity, 5)] : [null, null];
  if (utc === null || local === null || local + FIT_EPOCH_S < 0) return null;
  const minutes = Math.round((local - utc) / 900) * 15;
  if (Math.abs(minutes) > 14 * 60) return null;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}
