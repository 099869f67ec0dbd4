import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { main } from "./main.ts";

/** Runs a command that needs no database. */
async function run(...words: string[]) {
  let [out, err] = ["", ""];
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    outBytes: () => {},
    err: (text) => {
      err += text;
    },
    env: {},
    now: new Date("2026-03-10T12:00:00Z"),
  });
  return { code, out, err };
}

describe("mesocycle paces", () => {
  test("reads a result in the forms people write", async () => {
    const score = async (result: string) => JSON.parse((await run("paces", "--result", result)).out).score;
    expect(await score("5000:21:02")).toBe(await score("5000:1262"));
    expect(await score("5k:21:02")).toBe(await score("5000:1262"));
    expect(await score("5 km:21:02")).toBe(await score("5000:1262"));
    expect(await score("mile:5:30")).toBeCloseTo(53.37, 2);
    expect(await score("half marathon:1:31:35")).toBeCloseTo(50, 1);
    expect(await score("marathon:3:10:49")).toBeCloseTo(50, 1);
  });

  test("says of a result outside the range of the equations that its score is a guess", async () => {
    expect((await run("paces", "--result", "800:130")).err).toMatch(/outside 1500 m to the marathon/);
    expect((await run("paces", "--result", "5000:1262")).err).toBe("");
  });

  test("refuses a value that cannot be true with what was found and what was expected, never a stack", async () => {
    const wrong = [
      ["--result", "0:1262"],
      ["--result", "5000:0"],
      ["--result", "-5000:1262"],
      ["--result", "5000:-1262"],
      ["--result", "5000:NaN"],
      ["--result", "NaN:1262"],
      ["--result", "5000:1e9"],
      ["--result", "5000:21:75"],
      ["--result", "5000"],
      ["--result", ""],
      ["--result", "5000:10"],
      ["--result", "soon:21:02"],
      ["--score", "-3"],
      ["--score", "NaN"],
      ["--score", "Infinity"],
      ["--score", "14.9"],
      ["--score", "45", "--max-hr", "fast"],
      ["--score", "45", "--max-hr", "150", "--threshold-hr", "170"],
      ["--score", "45", "--goal", "5k"],
      ["--score", "45", "--age", "-1"],
    ];
    for (const words of wrong) {
      const { code, out, err } = await run("paces", ...words);
      expect({ code, out }, words.join(" ")).toEqual({ code: 2, out: "" });
      expect(err, words.join(" ")).toMatch(/(found|is) .*expected/);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect((await run("paces")).code).toBe(64);
    expect((await run("paces", "--scor", "4")).code).toBe(64);
  });

  test("answers critical speed, reserve, goal and heart-rate zones where it is asked for them", async () => {
    const results = ["--result", "1500:5:24", "--result", "3000:11:33", "--result", "5000:19:57"];
    const heart = ["--max-hr", "190", "--resting-hr", "50", "--threshold-hr", "172", "--age", "40"];
    const { out } = await run("paces", ...results, ...heart, "--top-speed", "8", "--goal", "5k:18:00");
    const answer = JSON.parse(out);
    expect(answer.criticalSpeed["linear-distance-time"].criticalSpeedMps).toBeCloseTo(4.00675, 5);
    expect(answer.criticalSpeed["linear-distance-time"].dPrimeM).toBeCloseTo(209.69, 2);
    expect(answer.criticalSpeed["three-parameter"]).toEqual({ notKnown: "not-enough-efforts" });
    expect(answer.goal.fantasy).toBe(true);
    expect(answer.speedReserve.ratio).toBeGreaterThan(1.5);
    expect(answer.maxHrEstimate).toEqual({ maxHr: 180, lowBpm: 170, highBpm: 190, formula: "tanaka" });
    expect(answer.zones.tables.map((table: { scheme: string }) => table.scheme)).toEqual([
      "friel-pace",
      "three-zone-pace",
      "article",
      "percent-max-hr",
      "heart-rate-reserve",
      "friel-hr",
      "three-zone-hr",
    ]);
  });
});

describe("mesocycle workout", () => {
  test("refuses a score it would not use, and a text with its place", async () => {
    expect(await run("workout", "8 x 400m @5k", "--score", "12")).toMatchObject({ code: 2, out: "" });
    expect(await run("workout", "8 x 400m @5k", "--score", "-1")).toMatchObject({ code: 2, out: "" });
    const { code, err } = await run("workout", "- 10m 220w");
    expect(code).toBe(2);
    expect(err).toContain("line 1, column 7: found 220w, expected a pace");
  });

  test("widens ranges for a hot day and says why (M10)", async () => {
    const speeds = async (...words: string[]) => {
      const answer = JSON.parse((await run("workout", "20min @T", "--score", "47", ...words)).out);
      return { ...answer.steps[0], reasons: answer.slowing.map(({ reason }: { reason: string }) => reason) };
    };
    const [usual, hot] = [await speeds(), await speeds("--temperature", "30", "--wind", "6")];
    expect(usual.reasons).toEqual([]);
    expect(hot.reasons).toEqual(["heat", "wind"]);
    expect(hot.speedHighMps).toBeLessThan(usual.speedHighMps);
    expect(hot.speedLowMps / hot.speedHighMps).toBeLessThan(usual.speedLowMps / usual.speedHighMps);
    expect((await run("workout", "20min @T", "--temperature", "hot")).code).toBe(2);
  });

  test("reads a text that begins with a dash without being told that it is one", async () => {
    expect((await run("workout", "- 10m Z2 HR", "--to", "text")).out).toBe("10min zone 2\n");
  });

  test("names what is no JSON as a fault of the file", async () => {
    const { code, out, err } = await run(
      "assess",
      fileURLToPath(new URL("./calculate.test.ts", import.meta.url)),
    );
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/\(file\): found no JSON \(.+\), expected one JSON object/);
  });
});

test("mesocycle nightly refuses what is no instant as bad input, before it looks for a database", async () => {
  const { code, out, err } = await run("nightly", "--at", "yesterday");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/--at: found "yesterday", expected an instant such as/);
});

describe("mesocycle check", () => {
  const season = (workout: Record<string, unknown>) => ({
    format: "mesocycle/season",
    version: 1,
    phases: [],
    weeks: [
      {
        start: "2026-01-05",
        phase: "build",
        targetKm: 20,
        workouts: [{ date: "2026-01-06", kind: "intervals", hard: true, title: "Reps", ...workout }],
      },
    ],
  });
  const check = async (workout: Record<string, unknown>) => {
    const path = join(mkdtempSync(join(tmpdir(), "mesocycle-")), "season.json");
    writeFileSync(path, JSON.stringify(season(workout)));
    const { code, out, err } = await run("check", path);
    return { code, err, findings: JSON.parse(out) as { rule: string; title: string; evidence: unknown[] }[] };
  };

  test("names a text that cannot be read by its place, what was found and what was expected", async () => {
    const { code, err, findings } = await check({ text: "8 x 400q @5k" });
    expect(code).toBe(0);
    const finding = findings.find((each) => each.rule === "text-unreadable");
    expect(finding?.evidence).toMatchObject([
      { label: "weeks[0].workouts[0].text", value: expect.stringContaining("column 5: 400q") },
    ]);
    expect(err).toContain("expected a length such as 400m");
  });

  test("goes by the text where steps say something else", async () => {
    const cold = { text: "8 x 400m @5k, 200m jog" };
    const steps = [{ kind: "steady", distanceM: 8000, durationS: null, intensity: 0.5 }];
    const { findings } = await check({ ...cold, steps });
    expect(findings.map((each) => each.rule)).toEqual(
      expect.arrayContaining(["steps-differ", "warm-up-missing"]),
    );
    expect((await check(cold)).findings.map((each) => each.rule)).not.toContain("steps-differ");
  });
});
