import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  type BlockEdit,
  type BlockPath,
  blockAt,
  editBlocks,
  formatStepLength,
  formatStepTarget,
  formatWorkout,
  parseStepLength,
  parseStepTarget,
  parseWorkout,
  type Step,
} from "./index.ts";

const SAMPLE =
  "10min warm-up\n3 x (400m @5k, 200m jog, 2 x (100m @mile, 100m jog))\n20min easy > tempo\n5min cool-down";

function read(text: string): Block[] {
  const parsed = parseWorkout(text);
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.errors));
  return parsed.blocks;
}

function pathsOf(blocks: readonly Block[], at: BlockPath = []): BlockPath[] {
  return blocks.flatMap((block, index) => {
    const path = [...at, index];
    return block.type === "step" ? [path] : [path, ...pathsOf(block.steps, path)];
  });
}

function stepsOf(blocks: readonly Block[]): Step[] {
  return blocks.flatMap((block) => (block.type === "step" ? [block] : stepsOf(block.steps)));
}

const anyEdits = fc.array(
  fc.record({
    what: fc.constantFrom("up", "down", "duplicate", "remove", "wrap", "unwrap", "insert", "replace"),
    where: fc.nat(),
    times: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 25 },
);
type AnyEdit = { what: string; where: number; times: number };

function editOf({ what, where, times }: AnyEdit, blocks: readonly Block[]): BlockEdit | null {
  const paths = pathsOf(blocks);
  const at = paths[where % Math.max(1, paths.length)];
  if (!at) return null;
  const block: Step = {
    type: "step",
    kind: "work",
    length: { kind: "distance", distanceM: times * 100 },
    target: { kind: "pace", pace: "10k", offsetSPerKm: 0 },
  };
  if (what === "wrap") return { do: "wrap", at, times };
  if (what === "insert" || what === "replace") return { do: what, at, block };
  return { do: what as "up" | "down" | "duplicate" | "remove" | "unwrap", at };
}

describe("editing the blocks of a workout", () => {
  test("whatever is done in whatever order, the text says the very same blocks", () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        let blocks = read(SAMPLE);
        for (const each of edits) {
          const edit = editOf(each, blocks);
          const edited = edit && editBlocks(blocks, edit);
          if (!edited) continue;
          if (edited.at) expect(blockAt(edited.blocks, edited.at)).not.toBeNull();
          blocks = edited.blocks;
        }
        if (blocks.length > 0) expect(read(formatWorkout(blocks))).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });

  test("moving loses no step, adds none, and carries the one that is moved", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 30 }), (moves) => {
        let blocks = read(SAMPLE);
        const all = stepsOf(blocks)
          .map((step) => JSON.stringify(step))
          .sort();
        for (const [where, isUp] of moves) {
          const paths = pathsOf(blocks);
          const at = paths[where % paths.length] ?? [0];
          const before = blockAt(blocks, at);
          const edited = editBlocks(blocks, { do: isUp ? "up" : "down", at });
          if (!edited) continue;
          expect(edited.at && blockAt(edited.blocks, edited.at)).toEqual(before);
          blocks = edited.blocks;
        }
        expect(
          stepsOf(blocks)
            .map((step) => JSON.stringify(step))
            .sort(),
        ).toEqual(all);
      }),
    );
  });

  test("a step reaches every place by going up, and comes to rest at the top", () => {
    let blocks = read(SAMPLE);
    let at: BlockPath | null = [3];
    const seen: string[] = [];
    for (;;) {
      const edited = editBlocks(blocks, { do: "up", at: at ?? [] });
      if (!edited) break;
      blocks = edited.blocks;
      at = edited.at;
      seen.push((at ?? []).join("."));
    }
    expect(seen).toEqual(["2", "1.3", "1.2.2", "1.2.1", "1.2.0", "1.2", "1.1", "1.0", "1", "0"]);
    expect(formatWorkout(blocks).split("\n")[0]).toBe("5min cool-down");
  });

  test("taking back what was done gives the blocks as they were", () => {
    const blocks = read(SAMPLE);
    for (const at of pathsOf(blocks)) {
      const twice = editBlocks(blocks, { do: "duplicate", at });
      expect(twice?.at && editBlocks(twice.blocks, { do: "remove", at: twice.at })?.blocks).toEqual(blocks);
      const wrapped = editBlocks(blocks, { do: "wrap", at, times: 4 });
      expect(wrapped?.at && editBlocks(wrapped.blocks, { do: "unwrap", at: wrapped.at })?.blocks).toEqual(
        blocks,
      );
    }
  });

  test("a repeat without steps is gone, and nothing grows past what can be read", () => {
    const lone = read("10min easy\n6 x 20s strides");
    expect(editBlocks(lone, { do: "remove", at: [1, 0] })?.blocks).toEqual(read("10min easy"));
    expect(editBlocks(lone, { do: "up", at: [1, 0] })?.blocks).toEqual(read("10min easy\n20s strides"));
    expect(editBlocks(lone, { do: "up", at: [0] })).toBeNull();
    expect(editBlocks(lone, { do: "down", at: [1] })).toBeNull();
    expect(editBlocks(lone, { do: "remove", at: [7] })).toBeNull();
    let deep: Block[] | null = lone;
    let wraps = 0;
    while (deep && wraps < 20) {
      deep = editBlocks(deep, { do: "wrap", at: [1], times: 1 })?.blocks ?? null;
      if (deep) wraps++;
    }
    expect(wraps).toBe(7);
    const many = read("200 x 1min easy");
    const wide = editBlocks(many, { do: "wrap", at: [0], times: 11 });
    expect(wide).toBeNull();
  });
});

describe("a step's length and target, each in a field of its own", () => {
  test("every length and target of a workout is read back from its own spelling", () => {
    const text =
      "10min warm-up\n4 x (400m @5k-2, 90s jog)\n1mi @4:00-4:10/km\n20min zone 2\n8min RPE 8-9\n30min <75% HRmax\n10min easy > @T\nlap press walk";
    for (const step of stepsOf(read(text))) {
      expect(parseStepLength(formatStepLength(step.length))).toEqual({ ok: true, value: step.length });
      expect(parseStepTarget(formatStepTarget(step))).toEqual({
        ok: true,
        value: { target: step.target, targetEnd: step.targetEnd ?? null },
      });
    }
  });

  test("what cannot be read says what could have stood there", () => {
    expect(parseStepLength("5m")).toMatchObject({ ok: false, expected: expect.stringContaining("5min") });
    expect(parseStepLength("400m fast")).toMatchObject({ ok: false });
    expect(parseStepLength("")).toMatchObject({ ok: false });
    expect(parseStepTarget("@9k")).toMatchObject({ ok: false, expected: expect.stringContaining("@5k") });
    expect(parseStepTarget("easy and slow")).toMatchObject({ ok: false });
    expect(parseStepTarget("easy > ")).toMatchObject({ ok: false });
    expect(parseStepTarget(" ")).toEqual({ ok: true, value: { target: null, targetEnd: null } });
  });
});
