import { errorCode } from "@repo/db";
import { openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Authz } from "./authz.ts";
import { attempt, fingerprint, LAYERS, type Layers, type Outcome } from "./matrix/attempt.ts";
import { ACTORS, type ActorName, mayCall, maySee } from "./matrix/visibility.ts";
import { type Ids, makeWorld, markersIn, type World } from "./matrix/world.ts";
import { MATRIX_INPUTS } from "./matrix.inputs.ts";
import { appRouter, createCaller } from "./root.ts";

type Procedure = { _def: { type: "query" | "mutation" | "subscription"; meta?: { authz?: Authz } } };

const PROCEDURES = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).map(
  ([path, { _def }]) => ({ path, type: _def.type, authz: _def.meta?.authz }),
);

let db: TestDb;
let world: World;
const untouched = new Map<ActorName, string>();

beforeAll(async () => {
  db = await openTestDb();
  world = await makeWorld(db.owner);
  for (const actor of ACTORS) untouched.set(actor, await fingerprint(db.owner, world, actor));
});
afterAll(() => db.close());

test("every procedure declares who may call it", () => {
  expect(PROCEDURES.filter(({ authz }) => !authz).map(({ path }) => path)).toEqual([]);
});

test("every procedure has an input in matrix.inputs.ts, and no input is left over", () => {
  expect(Object.keys(MATRIX_INPUTS).sort()).toEqual(PROCEDURES.map(({ path }) => path).sort());
});

describe.each(LAYERS)("with %s", (layers) => {
  test.each(PROCEDURES)(
    "$path shows and changes nothing that is not the caller's",
    async ({ path, type, authz }) => {
      if (!authz) throw new Error("no declaration");
      const faults: string[] = [];
      for (const actor of ACTORS) {
        for (const whose of ["target", ownOf(actor)] as const) {
          if (whose === null) continue;
          const watch = type === "mutation" && actor !== "target" && whose === "target";
          const outcome = await attempt(
            { owner: db.owner, world, layers, untouched: watch ? (untouched.get(actor) ?? null) : null },
            actor,
            (ctx) => call(ctx, path, world.ids[whose]),
          );
          const about = `${actor}, ids of ${whose}`;
          faults.push(...leaksOf(actor, outcome).map((leak) => `${about}: sees ${leak}`));
          if (whose === "target")
            faults.push(...judge(actor, authz, { outcome, layers }).map((fault) => `${about}: ${fault}`));
        }
      }
      expect(faults).toEqual([]);
    },
  );
});

/** Whose ids are an actor's own to ask about. */
function ownOf(actor: ActorName): "other" | "foreign" | null {
  if (actor === "other" || actor === "unshared") return "other";
  return actor === "elsewhere" ? "foreign" : null;
}

async function call(ctx: Parameters<typeof createCaller>[0], path: string, ids: Ids): Promise<unknown> {
  const caller = createCaller(ctx) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const [feature = "", name = ""] = path.split(".");
  return await caller[feature]?.[name]?.(MATRIX_INPUTS[path]?.(ids));
}

function leaksOf(actor: ActorName, outcome: Outcome): string[] {
  return markersIn(outcome.answer)
    .filter(({ person, matter }) => !maySee(actor, person, matter))
    .map(({ person, matter }) => `${matter} of ${person}`);
}

/** What is wrong with an answer to a call about `target`. */
function judge(
  actor: ActorName,
  authz: Authz,
  { outcome, layers }: { outcome: Outcome; layers: Layers },
): string[] {
  const { code, error, touched } = outcome;
  const allowed = mayCall(actor, authz);
  const faults: string[] = [];
  const ownBusiness = authz.kind === "signed-in" || authz.kind === "athlete" || authz.kind === "public";
  if (touched && (!allowed || ownBusiness)) faults.push("changed rows of target");
  if (layers === "row-level security alone") return faults;
  if (!allowed && code !== (actor === "anonymous" ? "UNAUTHORIZED" : "NOT_FOUND")) {
    faults.push(`got ${code ?? "an answer"} instead of a refusal`);
  }
  // Within an organisation a service may know of finer rules, such as whose invitation it is.
  const isTheirs = authz.kind === "coach-of" || (authz.kind === "organisation" && actor === "owner");
  if (allowed && isTheirs && code === "NOT_FOUND") faults.push("was refused what is theirs");
  if (code === "INTERNAL_SERVER_ERROR" || code === "THROWN") faults.push(`crashed: ${describeError(error)}`);
  const cause = error instanceof Error ? error.cause : null;
  if (layers === "both layers" && errorCode(cause) === "42501") {
    faults.push("only row-level security stopped it: the application's check has a hole");
  }
  return faults;
}

function describeError(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message : String(inner);
}
