import { openTestDb, type TestDb } from "@repo/db/testing";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { inputFaults } from "./issue-words.ts";
import { attempt, type Outcome } from "./matrix/attempt.ts";
import { procedureSubjects } from "./matrix/subjects.ts";
import { ACTORS, mayCall } from "./matrix/visibility.ts";
import { makeWorld, type World } from "./matrix/world.ts";
import { MATRIX_INPUTS, TOO_HEAVY } from "./matrix.inputs.ts";

const USES_CREDENTIALS = /^(account|firstRun|invitation)\./;
const SUBJECTS = procedureSubjects().filter(({ name }) => !TOO_HEAVY.has(name));
/** So many of the spoiled inputs of a procedure are tried, spread over all of them; every one in the deep form. */
const TRIED = process.env.MESOCYCLE_LONG ? Number.POSITIVE_INFINITY : 12;
/** How the library that reads inputs would say it to a programmer. */
const ZODS_WORDS = /Invalid (input|option|string|number|ISO|UUID|email)|Too (small|big):|Unrecognized key/;
const NOBODYS = "00000000-0000-7000-8000-000000000000";

/** In place of the whole input. */
const WHOLES: unknown[] = [undefined, null, 0, "", [], {}, "a\u0000b", { __proto__: null, constructor: 1 }];
/** In place of one value of an input that is otherwise good. */
const TEXTS: unknown[] = [
  "",
  "a\u0000b",
  "\ud800",
  "x".repeat(100_000),
  "2026-02-31",
  "0000-01-01",
  NOBODYS,
  {},
];
const NUMBERS: unknown[] = [-1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, "12", null, []];
const OTHERS: unknown[] = [null, "x", 1, []];

let db: TestDb;
let world: World;

beforeAll(async () => {
  db = await openTestDb();
  world = await makeWorld(db.owner);
});
afterAll(() => db.close());

test.each(SUBJECTS)("$name answers junk with a sentence, and never breaks", async (subject) => {
  const { authz, name } = subject;
  const actor = ACTORS.find((one) => authz && one !== "anonymous" && mayCall(one, authz)) ?? "anonymous";
  const good = () => MATRIX_INPUTS[name]?.(world.ids.target);
  const inputs = [...WHOLES, ...spread(poisoned(good()))];
  const faults: string[] = [];
  for (const input of inputs) {
    const setting = {
      owner: db.owner,
      auth: db.auth,
      usesCredentials: USES_CREDENTIALS.test(name),
      world,
      layers: "both layers" as const,
      untouched: null,
    };
    const outcome = await attempt(setting, actor, (ctx) => subject.callWith(ctx, input));
    const fault = faultOf(outcome);
    if (fault) faults.push(`${JSON.stringify(input)?.slice(0, 160)}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

function spread(inputs: unknown[]): unknown[] {
  const step = Math.max(1, inputs.length / TRIED);
  return inputs.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

/** Copies of a good input, each with one value spoiled or one too many. */
function poisoned(input: unknown): unknown[] {
  if (input === null || typeof input !== "object") return [];
  const found: unknown[] = Array.isArray(input) ? [] : [{ ...input, nobodyAskedForThis: 1 }];
  for (const [key, value] of Object.entries(input)) {
    const others = typeof value === "string" ? TEXTS : typeof value === "number" ? NUMBERS : OTHERS;
    const inner = typeof value === "object" ? poisoned(value) : [];
    for (const junk of [...others, ...inner]) {
      found.push(Array.isArray(input) ? input.with(Number(key), junk) : { ...input, [key]: junk });
    }
  }
  return found;
}

function faultOf({ code, error }: Outcome): string | null {
  if (code === null) return null;
  if (!(error instanceof TRPCError)) return `threw ${String(error).slice(0, 300)}`;
  const status = getHTTPStatusCodeFromError(error);
  if (status >= 500) return `${status}: ${causeOf(error)}`;
  const message = error.cause instanceof z.ZodError ? inputFaults(error.cause).message : error.message;
  // A fault list has a line for each fault below the sentence.
  const [sentence = ""] = message.split("\n");
  const isSentence = /^[A-Z0-9"“].*[.?!]$/.test(sentence) && message.length < 2_000;
  return isSentence && !ZODS_WORDS.test(message) ? null : `says "${message.slice(0, 300)}"`;
}

function causeOf(error: TRPCError): string {
  const origin = Reflect.get(error, "origin") as Error | undefined;
  const cause = origin?.cause as Error | undefined;
  return (cause ?? origin ?? error).message.slice(0, 300);
}
