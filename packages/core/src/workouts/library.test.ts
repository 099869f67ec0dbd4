import { Level } from "@repo/core/athlete";
import { describe, expect, test } from "vitest";
import {
  type Block,
  doseOf,
  formatWorkout,
  libraryWorkout,
  parseWorkout,
  SPEED_BLOCK,
  type Step,
  startDoseOf,
  WORKOUT_LIBRARY,
  WORKOUT_PRINCIPLES,
} from "./index.ts";

function blocks(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new Error(`${text}\n${JSON.stringify(parsed.errors)}`);
  return parsed.blocks;
}

function rows(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `M${from + index}`);
}

describe("the library", () => {
  test("holds every workout and every rule of M18–M69 and M106–M110", () => {
    const held = new Set([
      ...WORKOUT_LIBRARY.flatMap((workout) => workout.source),
      ...WORKOUT_PRINCIPLES.flatMap((principle) => principle.source),
      ...SPEED_BLOCK.source,
    ]);
    expect([...rows(18, 69), ...rows(106, 110)].filter((row) => !held.has(row))).toEqual([]);
  });

  test("has one entry an id, each with a title, a purpose and a source", () => {
    expect(new Set(WORKOUT_LIBRARY.map((workout) => workout.id)).size).toBe(WORKOUT_LIBRARY.length);
    for (const workout of WORKOUT_LIBRARY) {
      expect(libraryWorkout(workout.id)).toBe(workout);
      expect(workout.title.length).toBeGreaterThan(2);
      expect(workout.purpose).toMatch(/[.;:]|\.$/);
      expect(workout.source.every((row) => /^M\d+$/.test(row))).toBe(true);
    }
    expect(libraryWorkout("no-such-workout")).toBeNull();
  });

  for (const workout of WORKOUT_LIBRARY) {
    test(`${workout.id}: every dose is read, is stable and starts and ends easily`, () => {
      for (const dose of workout.doses) {
        const read = blocks(dose.text);
        expect(blocks(formatWorkout(read))).toEqual(read);
        expect(dose.text).toContain(dose.main);
      }
      expect(workout.text).toBe(doseOf(workout, startDoseOf(workout, workout.level) ?? 0).text);
    });

    test(`${workout.id}: each dose changes one thing against the one before`, () => {
      workout.doses.slice(1).forEach((dose, index) => {
        const before = workout.doses[index];
        if (!before || dose.changes === "variety") return;
        expect([...changesBetween(blocks(before.main), blocks(dose.main))], dose.main).toEqual([
          dose.changes,
        ]);
      });
    });
  }

  test("gives each level a place to start, from its gate upwards (M137)", () => {
    const order = Level.options;
    for (const workout of WORKOUT_LIBRARY) {
      for (const level of order) {
        const place = startDoseOf(workout, level);
        if (order.indexOf(level) < order.indexOf(workout.level)) expect(place, workout.id).toBeNull();
        else if (place !== null) expect(workout.doses[place], workout.id).toBeDefined();
      }
      expect(startDoseOf(workout, workout.level), workout.id).not.toBeNull();
    }
  });

  test("keeps alternators, Michigan, sprint-float and Canova for the advanced and floats from beginners", () => {
    for (const id of ["alternators", "michigan", "sprint-float", "canova-alternation", "mona-fartlek"]) {
      expect(libraryWorkout(id)?.level).toBe("advanced");
    }
    expect(libraryWorkout("float-200s")?.level).toBe("intermediate");
  });

  test("sprints want fresh legs and full rest, and have an answer to hamstring trouble (M64, M69)", () => {
    const sprints = WORKOUT_LIBRARY.filter(
      (workout) => workout.kind === "sprints" && workout.id !== "gentle-sprints",
    );
    expect(sprints.length).toBeGreaterThan(4);
    for (const workout of sprints) {
      expect(workout.freshness, workout.id).toBe("rest-or-very-easy-before");
      expect(workout.notAfterInjury, workout.id).toContain("hamstring");
      expect(libraryWorkout(workout.insteadAfterInjury ?? ""), workout.id).not.toBeNull();
    }
  });

  test("says where the figures are ours because the article prints none", () => {
    for (const id of ["mona-fartlek", "michigan", "fifty-fifties"]) {
      expect(libraryWorkout(id)?.ownNumbers).toBe(true);
    }
    expect(libraryWorkout("repeats-400-5k")?.ownNumbers).toBe(false);
  });

  test("the block of ten sessions in six weeks uses workouts and doses that exist (M33)", () => {
    expect(SPEED_BLOCK.sessions).toHaveLength(10);
    expect(Math.max(...SPEED_BLOCK.sessions.map((session) => session.week))).toBe(6);
    for (const { workout, dose } of SPEED_BLOCK.sessions)
      expect(libraryWorkout(workout)?.doses[dose]).toBeDefined();
  });

  test("as the articles print them", () => {
    const main = (id: string, dose: number) => libraryWorkout(id)?.doses[dose]?.main;
    expect(main("repeats-400-5k", 3)).toBe("12 x 400m @5k, 200m jog");
    expect(main("broken-tempo", 1)).toBe("3 x 8min @T, 90s jog");
    expect(main("float-200s", 2)).toBe("10 x 200m @mile, 200m float @MP");
    expect(main("alternators", 2)).toBe("8 x 400m @5k, 200m float @MP");
    expect(main("canova-alternation", 2)).toBe("9 x (1mi @MP, 1mi @MP+20/mi)");
    expect(main("tempo-then-800s", 1)).toBe("15min @T\n3min jog\n2 x 800m @5k, 2min jog");
    expect(main("progression-long-run", 1)?.split("\n")).toHaveLength(10);
    expect(main("ladder", 2)).toContain(
      "1600m @10k, 2min jog\n1200m @5k, 2min jog\n800m @3k, 2min jog\n400m @mile",
    );
  });
});

/** Which variables differ between two doses: repetitions (also a part more), length, rest, pace. */
function changesBetween(before: readonly Block[], after: readonly Block[]): Set<string> {
  const found = new Set<string>();
  if (before.length !== after.length) return found.add(isLongerOnly(before, after) ? "length" : "reps");
  before.forEach((first, index) => {
    const second = after[index];
    if (!second) return;
    if (first.type === "repeat" && second.type === "repeat") {
      if (first.times !== second.times) found.add("reps");
      for (const change of changesBetween(first.steps, second.steps)) found.add(change);
    } else if (first.type === "step" && second.type === "step") {
      for (const change of changesOfStep(first, second)) found.add(change);
    } else found.add("variety");
  });
  // Easy running given up for quick running, the whole as long as before, is a change of pace.
  return found.size === 1 && found.has("length") && totalS(before) === totalS(after)
    ? new Set(["pace"])
    : found;
}

/** A descending run that starts a mile earlier is longer; a pyramid with a higher top has more repetitions. */
function isLongerOnly(before: readonly Block[], after: readonly Block[]): boolean {
  return JSON.stringify(after.slice(after.length - before.length)) === JSON.stringify(before);
}

function changesOfStep(first: Step, second: Step): string[] {
  const isRest = first.kind === "recovery" || first.kind === "rest";
  return [
    ...(JSON.stringify(first.length) === JSON.stringify(second.length) ? [] : [isRest ? "rest" : "length"]),
    ...(JSON.stringify(first.target) === JSON.stringify(second.target) ? [] : ["pace"]),
  ];
}

function totalS(list: readonly Block[]): number {
  return list.reduce((sum, block) => {
    if (block.type === "repeat") return sum + block.times * totalS(block.steps);
    return sum + (block.length.kind === "time" ? block.length.durationS : Number.NaN);
  }, 0);
}
