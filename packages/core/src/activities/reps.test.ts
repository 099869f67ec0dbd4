import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findReps, findRepsInSamples, type Rep, readReps, readTitle, type Samples } from "./index.ts";

const lap = (
  durationS: number,
  distanceM: number,
  kind: "work" | "rest" | "warmup" | "cooldown" | null = null,
) => ({
  kind,
  durationS,
  distanceM,
});

describe("titles", () => {
  it("name repetitions in metres, kilometres, miles and minutes", () => {
    const read = (title: string) => {
      const reps = readTitle(title);
      return reps && [reps.reps, reps.distanceM, reps.durationS];
    };
    expect(read("6 x 800 m")).toEqual([6, 800, null]);
    expect(read("Track: 12×400")).toEqual([12, 400, null]);
    expect(read("5x3min @5k")).toEqual([5, null, 180]);
    expect(read("3 x 8' threshold")).toEqual([3, null, 480]);
    expect(read("4 * 1.5 km")).toEqual([4, 1500, null]);
    expect(read("3 x 1 mile")).toEqual([3, 1609.344, null]);
    expect(read("8 x 20s strides")).toEqual([8, null, 20]);
    expect(read("10 x 60m")).toEqual([10, 60, null]);
    expect(read("5 x 3")).toEqual([5, null, 180]);
    expect(read("2 x 1:30 hard")).toEqual([2, null, 90]);
  });

  it("without repetitions name none", () => {
    expect(["Morning Run", "10 km easy", "", "1 x 5 km", "2026-05-01"].map(readTitle)).toEqual(
      Array(5).fill(null),
    );
  });

  it("never break the reader", () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const reps = readTitle(title);
        return reps === null || (reps.reps >= 2 && (reps.distanceM ?? reps.durationS ?? 0) > 0);
      }),
    );
  });
});

describe("repetitions in laps", () => {
  const session = [
    lap(840, 2400),
    ...Array.from({ length: 6 }, () => [lap(190, 800), lap(120, 250)]).flat(),
    lap(800, 2200),
  ];

  it("are those marked as work", () => {
    const marked = [
      lap(840, 2400, "warmup"),
      lap(100, 400, "work"),
      lap(90, 150, "rest"),
      lap(101, 400, "work"),
      lap(600, 1800, "cooldown"),
    ];
    expect(findReps(marked).map((rep) => [rep.durationS, rep.restS])).toEqual([
      [100, 90],
      [101, null],
    ]);
  });

  it("are told from their speed when nobody marked them", () => {
    const reps = findReps(session);
    expect(reps.map((rep) => rep.distanceM)).toEqual(Array(6).fill(800));
    expect(reps.map((rep) => rep.restS)).toEqual([120, 120, 120, 120, 120, null]);
  });

  it("are not every lap of a watch that marks all of them alike, as work or as rest", () => {
    for (const kind of ["work", "rest"] as const) {
      const kilometres = [579, 622, 704, 344, 376].map((durationS) => lap(durationS, durationS * 2.6, kind));
      expect(findReps(kilometres), kind).toEqual([]);
      expect(findReps(session.map((one) => ({ ...one, kind }))), kind).toEqual(findReps(session));
    }
  });

  it("may be parted by rests that were stood, without a distance", () => {
    const stood = session.map((one) => (one.distanceM === 250 ? { ...one, distanceM: null } : one));
    expect(findReps(stood).filter((rep) => rep.distanceM === 800)).toHaveLength(6);
  });

  it("are not the kilometres a watch split by itself", () => {
    expect(findReps(Array.from({ length: 12 }, (_, index) => lap(300 + (index % 3) * 6, 1000)))).toEqual([]);
    expect(findReps([])).toEqual([]);
    expect(findReps(null)).toEqual([]);
  });
});

/** Speeds for stretches of seconds, with a GPS that is 4 % off each second. */
function track(stretches: readonly (readonly [number, number])[]): Samples {
  const [timeS, distanceM] = [[0], [0]];
  for (const [seconds, speed] of stretches) {
    for (let second = 0; second < seconds; second += 1) {
      const wobble = 1 + 0.04 * Math.sin(timeS.length * 2.1);
      timeS.push(timeS.length);
      distanceM.push((distanceM.at(-1) as number) + speed * wobble);
    }
  }
  return { timeS, distanceM };
}

describe("repetitions in a track without laps", () => {
  it("are found with their lengths", () => {
    const set = Array.from(
      { length: 8 },
      () =>
        [
          [96, 4.17],
          [90, 2.2],
        ] as const,
    ).flat();
    const reps = findRepsInSamples(track([[900, 2.9], ...set, [600, 2.8]]));
    expect(reps.length).toBe(8);
    for (const rep of reps) {
      expect(Math.abs(rep.distanceM - 400)).toBeLessThan(25);
      expect(Math.abs(rep.durationS - 96)).toBeLessThan(8);
    }
  });

  it("are not seen in a steady run or a run with a few stops", () => {
    expect(findRepsInSamples(track([[3000, 3]]))).toEqual([]);
    expect(
      findRepsInSamples(
        track([
          [1500, 3],
          [40, 0],
          [1500, 3.05],
        ]),
      ),
    ).toEqual([]);
  });

  const shared =
    process.env.MESOCYCLE_SHARED ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
  const log = `${shared}/data/logs/interval_run_tcpd/stats.csv`;
  if (!existsSync(log))
    console.warn("SKIPPED: the real interval run is not here, so its stages were not compared");
  it.skipIf(!existsSync(log))("are those that the runner of a real session was told to run", () => {
    const rows = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const second = (row: string[]) => Date.parse(row[0] as string) / 1000;
    const start = second(rows[0] as string[]);
    const samples = {
      timeS: rows.map((row) => second(row) - start),
      distanceM: rows.map((row) => Number(row[4])),
    };
    const told: number[] = [];
    rows.forEach((row, index) => {
      const before = rows[index - 1];
      if (before && row[1] !== before[1] && /^\d$/.test(row[1] as string)) told.push(second(row) - start);
    });
    const stages = new Set(rows.map((row) => row[1]));
    expect(told.length, [...stages].join()).toBeGreaterThan(2);
    expect(findRepsInSamples(samples).length).toBe(told.length);
  });
});

const repsOf = (times: readonly number[], restS = 90, distanceM = 400): Rep[] =>
  times.map((durationS) => ({
    durationS,
    distanceM,
    speedMps: distanceM / durationS,
    avgHrBpm: null,
    restS,
  }));

function reading(times: readonly number[], options: { restS?: number; fiveK?: number } = {}) {
  const read = readReps(repsOf(times, options.restS), { fiveKPaceSPerKm: options.fiveK ?? null });
  if (!read.known) throw new Error(read.reason);
  return read.value;
}

describe("how repetitions were run", () => {
  it("twelve even 400s at 5K pace are ready for a strong 5K (M37)", () => {
    const even = reading([100, 100.5, 99.8, 100.2, 100, 99.9, 100.4, 100.1, 100, 99.7, 100.2, 99.9], {
      fiveK: 250,
    });
    expect([even.pattern, even.fix]).toEqual(["even", "keep-going"]);
    expect(even.readyForStrongFiveK).toEqual({ known: true, value: true });
  });

  it("a few fast ones and a collapse are not, and the start was too hot", () => {
    const hot = reading([90, 94, 97, 100, 104, 106, 108, 108, 110, 112], { fiveK: 250 });
    expect([hot.pattern, hot.fix]).toEqual(["hot-start", "start-at-the-pace-of-the-third"]);
    expect(hot.firstExcessPct).toBeGreaterThan(8);
    expect(hot.readyForStrongFiveK).toEqual({ known: true, value: false });
  });

  it("a fade from the fourth on after short rests asks for longer rests, after long ones for fewer repetitions", () => {
    const times = [100, 100, 100, 104, 105, 106];
    const short = reading(times, { restS: 60 });
    expect([short.pattern, short.fix, short.fadesFromRep]).toEqual(["late-fade", "rest-longer", 4]);
    expect(reading(times, { restS: 240 }).fix).toBe("fewer-repetitions");
  });

  it("say nothing below three alike repetitions, or without a 5K pace about being ready", () => {
    expect(readReps(repsOf([100, 101])).known).toBe(false);
    expect(reading(Array(10).fill(100)).readyForStrongFiveK).toEqual({ known: false, reason: "no-5k-pace" });
    const times = [190, 191, 192];
    const read = readReps(repsOf(times, 120, 800), { fiveKPaceSPerKm: 240 });
    expect(read.known && read.value.readyForStrongFiveK).toEqual({ known: false, reason: "another-session" });
  });

  it("read the same whatever the distance unit of the paces", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 3, maxLength: 15 }), (times) => {
        const [a, b] = [
          readReps(repsOf(times)),
          readReps(
            repsOf(
              times.map((time) => time * 3),
              270,
              1200,
            ),
          ),
        ];
        if (!a.known || !b.known) return a.known === b.known;
        expect(b.value.fadePct).toBeCloseTo(a.value.fadePct, 9);
        return a.value.pattern === b.value.pattern;
      }),
    );
  });
});
