import { expect, test } from "vitest";
import { readActivityFile } from "../read-activity-file.ts";
import { encodeFit, type FitField, type FitRecord } from "./encode.ts";

const START = 1_141_282_800;
const u32 = (num: number, value: number): FitField => ({ num, type: "uint32", value });
const code = (num: number, value: number): FitField => ({ num, type: "enum", value });
const ID: FitRecord = { num: 0, fields: [code(0, 4)] };

type Leg = { startS: number; minutes: number; sport: number; metresAMinute: number; counterM?: number };

const SWIM = { startS: START, minutes: 20, sport: 5, metresAMinute: 50 };
const RIDE = { startS: START + 1_200, minutes: 60, sport: 2, metresAMinute: 500 };
const RUN = { startS: START + 4_800, minutes: 30, sport: 1, metresAMinute: 200 };
const LEGS = [SWIM, RIDE, RUN];

const records = ({ startS, minutes, metresAMinute, counterM = 0 }: Leg): FitRecord[] =>
  Array.from({ length: minutes }, (_, minute) => ({
    num: 20,
    fields: [u32(253, startS + minute * 60), u32(5, (counterM + minute * metresAMinute) * 100)],
  }));
const sportOf = ({ sport }: Leg): FitRecord => ({ num: 12, fields: [code(0, sport), code(1, 0)] });
const lapOf = ({ startS, minutes, sport }: Leg): FitRecord => ({
  num: 19,
  fields: [u32(253, startS + minutes * 60), u32(2, startS), u32(8, minutes * 60_000), code(25, sport)],
});
const sessionOf = ({ startS, minutes, sport, metresAMinute }: Leg): FitRecord => ({
  num: 18,
  fields: [
    u32(253, startS + minutes * 60),
    u32(2, startS),
    u32(7, minutes * 60_000),
    u32(8, minutes * 60_000),
    u32(9, minutes * metresAMinute * 100),
    code(5, sport),
  ],
});

/** A file whose device went out before it wrote any summary. */
function broken(messages: readonly FitRecord[]) {
  const whole = encodeFit([ID, ...messages]);
  return readActivityFile(whole.subarray(0, whole.length - 2)).sessions;
}
const told = (sessions: ReturnType<typeof broken>) =>
  sessions.map(({ sport, distanceM, records }) => [sport, distanceM, records]);
const EXPECTED = [
  ["swim", 950, 20],
  ["ride", 29_500, 60],
  ["run", 5_800, 30],
];

test("legs without a summary are told apart by the sport that the device names", () => {
  expect(told(broken(LEGS.flatMap((leg) => [sportOf(leg), ...records(leg)])))).toEqual(EXPECTED);
});

test("legs without a summary are told apart by the sport of their laps", () => {
  expect(told(broken(LEGS.flatMap((leg) => [...records(leg), lapOf(leg)])))).toEqual(EXPECTED);
});

test("legs whose counter runs on are counted from where they began", () => {
  const legs = [SWIM, { ...RIDE, counterM: 1_000 }, { ...RUN, counterM: 31_000 }];
  expect(told(broken(legs.flatMap((leg) => [sportOf(leg), ...records(leg)])))).toEqual(EXPECTED);
});

test("a counter that begins anew begins a new session; one odd value does not", () => {
  const two = [RUN, { ...RUN, startS: RUN.startS + 3_600 }];
  expect(told(broken(two.flatMap(records))).map(([, distanceM]) => distanceM)).toEqual([5_800, 5_800]);
  const odd = records(RUN);
  odd[15] = { num: 20, fields: [u32(253, RUN.startS + 900), u32(5, 0)] };
  expect(told(broken(odd)).map(([, distanceM]) => distanceM)).toEqual([5_800]);
});

test("a session that a file holds twice is counted once", () => {
  const leg = [...records(RUN), sessionOf(RUN)];
  const read = (bytes: Uint8Array) => readActivityFile(bytes);
  const inOne = read(encodeFit([ID, ...leg, sessionOf(RUN)]));
  expect(told(inOne.sessions)).toEqual([["run", 6_000, 30]]);
  const file = encodeFit([ID, ...leg]);
  const chained = read(Uint8Array.from([...file, ...file]));
  expect(told(chained.sessions)).toEqual([["run", 6_000, 30]]);
  expect(chained.warnings.map(({ code }) => code)).toContain("session-twice");
});

test("of a summary written on the way and one at the end the last counts", () => {
  const early = { ...RUN, minutes: 10 };
  const file = encodeFit([ID, ...records(RUN), sessionOf(early), sessionOf(RUN)]);
  expect(told(readActivityFile(file).sessions)).toEqual([["run", 6_000, 30]]);
});

test("a summary of the whole triathlon is not counted beside its legs", () => {
  const whole = { startS: START, minutes: 110, sport: 18, metresAMinute: 350 };
  const file = encodeFit([ID, sessionOf(whole), ...LEGS.flatMap((leg) => [...records(leg), sessionOf(leg)])]);
  expect(readActivityFile(file).sessions.map(({ sport }) => sport)).toEqual(["swim", "ride", "run"]);
});

test("laps that summaries count wrongly go to the session of their time, and none is lost", () => {
  const wrong = LEGS.map(sessionOf).map((session) => ({
    ...session,
    fields: [
      ...session.fields,
      { num: 25, type: "uint16" as const, value: 0 },
      { num: 26, type: "uint16" as const, value: 1 },
    ],
  }));
  const file = encodeFit([ID, ...LEGS.flatMap((leg) => [...records(leg), lapOf(leg)]), ...wrong]);
  const starts = readActivityFile(file).sessions.map(({ laps }) => laps.map((lap) => lap.startTime));
  const iso = (startS: number) => `${new Date((startS + 631_065_600) * 1000).toISOString().slice(0, 19)}Z`;
  expect(starts).toEqual(LEGS.map(({ startS }) => [iso(startS)]));
});

/** A strap's own memory: from ten minutes before the start on, a rate a second, by 12 bits of a clock of 1/1024 s. */
function strap(bpmAt: (second: number) => number, seconds: number): FitRecord[] {
  const from = START - 600;
  const anchor: FitRecord = {
    num: 132,
    fields: [u32(253, from), u32(9, 5_000), { num: 6, type: "uint8", value: bpmAt(-600) }],
  };
  const eights = Array.from({ length: seconds / 8 }, (_, block): FitRecord => {
    const at = Array.from({ length: 8 }, (_, index) => block * 8 + index + 1);
    const ticks = at.map((second) => (5_000 + second * 1_024) & 0xfff);
    const bytes = [0, 2, 4, 6].flatMap((pair) => {
      const [one = 0, two = 0] = ticks.slice(pair, pair + 2);
      return [one & 0xff, (one >> 8) | ((two & 0xf) << 4), two >> 4];
    });
    return {
      num: 132,
      fields: [
        { num: 6, type: "bytes", value: at.map((second) => bpmAt(second - 600)) },
        { num: 10, type: "bytes", value: bytes },
      ],
    };
  });
  return [anchor, ...eights];
}

test("rates that a strap kept to itself belong to the session and the moment they were measured in", () => {
  // 100 before the start, 130 while swimming, 150 on the ride; the run's strap was sending again.
  const beats = strap((second) => (second < 0 ? 100 : second < 1_200 ? 130 : 150), 5_392);
  const recording = encodeFit([ID, ...LEGS.flatMap((leg) => [...records(leg), sessionOf(leg)])]);
  const memory = encodeFit(beats);
  for (const bytes of [
    Uint8Array.from([...recording, ...memory]),
    encodeFit([ID, ...beats, ...LEGS.flatMap((leg) => [...records(leg), sessionOf(leg)])]),
  ]) {
    const { sessions } = readActivityFile(bytes);
    expect(sessions.map(({ avgHr, maxHr }) => [Math.round(avgHr ?? 0), maxHr])).toEqual([
      [130, 130],
      [150, 150],
      [0, null],
    ]);
    expect(sessions[1]?.samples.hrBpm.slice(1, 4)).toEqual([150, 150, 150]);
  }
});
