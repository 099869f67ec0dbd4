import { globSync } from "node:fs";
import path from "node:path";
import { openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attempt, fingerprint, LAYERS, type Layers } from "./matrix/attempt.ts";
import { judge, leaksOf } from "./matrix/judge.ts";
import { procedureSubjects, routeSubjects, type Subject } from "./matrix/subjects.ts";
import { ACTORS, type ActorName, mayCall } from "./matrix/visibility.ts";
import { makeWorld, type World } from "./matrix/world.ts";
import { MATRIX_INPUTS, TOO_HEAVY } from "./matrix.inputs.ts";
import { GUARDED_ROUTES, OPEN_ROUTES } from "./matrix.routes.ts";

/** Features that work on the connection of sign-in. */
const USES_CREDENTIALS = /^(account|firstRun|invitation)\./;
/** Whom the application's checks refuse alone, they refuse with row-level security behind them: then only in the long form. */
const ASKS_ALL = Boolean(process.env.MESOCYCLE_LONG);
const APP = path.join(import.meta.dirname, "../app");
const SUBJECTS = [...procedureSubjects(), ...(await routeSubjects())];

let db: TestDb;
let world: World;
const untouched = new Map<ActorName, string>();

beforeAll(async () => {
  db = await openTestDb();
  world = await makeWorld(db.owner);
  for (const actor of ACTORS) untouched.set(actor, await fingerprint(db.owner, world, actor));
});
afterAll(() => db.close());

test("every procedure and route declares who may call it", () => {
  expect(SUBJECTS.filter(({ authz }) => !authz).map(({ name }) => name)).toEqual([]);
});

test("every procedure has an input in matrix.inputs.ts, and no input is left over", () => {
  const procedures = procedureSubjects().map(({ name }) => name);
  expect(Object.keys(MATRIX_INPUTS).sort()).toEqual(procedures.sort());
});

test("every route handler stands in matrix.routes.ts, and nothing else answers", () => {
  const folders = globSync("**/route.{ts,tsx}", { cwd: APP }).map((file) => path.dirname(file));
  expect(folders.sort()).toEqual([...Object.keys(OPEN_ROUTES), ...Object.keys(GUARDED_ROUTES)].sort());
});

test("a call that changes rows of the target is seen to, and one that changes nothing is not", async () => {
  const setting = {
    owner: db.owner,
    auth: db.auth,
    usesCredentials: false,
    world,
    layers: "app checks alone" as const,
    untouched: untouched.get("elsewhere") ?? null,
  };
  const rename = `update users set name = 'Somebody else' where id = '${world.users.target}'`;
  const changing = await attempt(setting, "elsewhere", (ctx) => ctx.appDb.execute(rename));
  const looking = await attempt(setting, "elsewhere", (ctx) => ctx.appDb.execute("select 1"));
  expect([changing.touched, looking.touched]).toEqual([true, false]);
});

describe.each(LAYERS)("with %s", (layers) => {
  test.each(SUBJECTS)("$name shows and changes nothing that is not the caller's", async (subject) => {
    expect(await faultsOf(subject, layers)).toEqual([]);
  });
});

async function faultsOf(subject: Subject, layers: Layers): Promise<string[]> {
  const { authz } = subject;
  if (!authz) return ["does not declare who may call it"];
  const faults: string[] = [];
  const asked = ACTORS.filter((actor) =>
    mayCall(actor, authz) ? !TOO_HEAVY.has(subject.name) : layers !== "both layers" || ASKS_ALL,
  );
  for (const actor of asked) {
    for (const whose of ["target", ownOf(actor)] as const) {
      if (whose === null) continue;
      const watch = subject.changes && actor !== "target" && whose === "target";
      const setting = {
        owner: db.owner,
        auth: db.auth,
        usesCredentials: USES_CREDENTIALS.test(subject.name),
        world,
        layers,
        untouched: watch ? (untouched.get(actor) ?? null) : null,
      };
      const outcome = await attempt(setting, actor, (ctx) => subject.call(ctx, world.ids[whose]));
      const found = leaksOf(actor, outcome);
      if (whose === "target")
        found.push(...judge(actor, authz, { outcome, layers, mayFindNothing: subject.mayFindNothing }));
      faults.push(...found.map((fault) => `${actor}, ids of ${whose}: ${fault}`));
    }
  }
  return faults;
}

/** Whose ids are an actor's own to ask about. */
function ownOf(actor: ActorName): "other" | "foreign" | null {
  if (actor === "other" || actor === "unshared") return "other";
  return actor === "elsewhere" ? "foreign" : null;
}
