import { AppError } from "@repo/core/errors";
import { openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Context } from "./context.ts";
import {
  athleteProcedure,
  coachOfProcedure,
  createCallerFactory,
  router,
  signedInProcedure,
} from "./init.ts";
import { makeWorld, type World } from "./matrix/world.ts";

let db: TestDb;
let world: World;

beforeAll(async () => {
  db = await openTestDb();
  world = await makeWorld(db.owner);
});
afterAll(() => db.close());

const proceduresUnderTest = router({
  strict: signedInProcedure.input(z.strictObject({ name: z.string() })).mutation(() => "taken"),
  renameAndFail: signedInProcedure.mutation(async ({ ctx }) => {
    await ctx.db.execute(`update users set name = 'half done' where id = '${ctx.actor.userId}'`);
    throw new AppError("CONFLICT", "Somebody else was first.");
  }),
  name: signedInProcedure.query(async ({ ctx }) => {
    const [row] = await ctx.db.execute<{ name: string }>(
      `select name from users where id = '${ctx.actor.userId}'`,
    );
    return row?.name;
  }),
  crash: signedInProcedure.query(({ ctx }) => ctx.db.execute("select * from no_such_table")),
  own: athleteProcedure.query(({ ctx }) => ctx.athleteId),
  ofAthlete: coachOfProcedure({ scope: "wellness", write: true }).query(({ ctx }) => ctx.athleteId),
});
const createCaller = createCallerFactory(proceduresUnderTest);

function callerOf(person: keyof World["users"] | null) {
  const context: Context = {
    actor: person ? { userId: world.users[person], sessionId: crypto.randomUUID() } : null,
    now: new Date(),
    origin: { ip: "127.0.0.1", userAgent: "test" },
    appDb: db.web,
    authDb: db.auth,
    appUrl: "http://localhost:3000",
    checks: true,
  };
  return createCaller(context);
}

test("a router refuses a procedure that does not declare who may call it", () => {
  const undeclared = signedInProcedure.meta({ authz: undefined }).query(() => "open to all");
  expect(() => router({ undeclared })).toThrow('"undeclared" does not declare who may call it');
});

test("what was not asked for is the caller's fault, not the server's", async () => {
  const asked = { name: "x", role: "owner" } as { name: string };
  await expect(callerOf("target").strict(asked)).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("a procedure that fails leaves nothing half saved", async () => {
  await expect(callerOf("target").renameAndFail()).rejects.toMatchObject({
    code: "CONFLICT",
    message: "Somebody else was first.",
  });
  expect(await callerOf("target").name()).not.toBe("half done");
});

test("a crash is told as a sentence, never as a query", async () => {
  await expect(callerOf("target").crash()).rejects.toMatchObject({
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on the server. Nothing was saved; try again.",
  });
});

test("nobody who is not signed in gets past the door", async () => {
  await expect(callerOf(null).name()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("an athlete's procedures are for athletes, a coach's for coaches with that consent", async () => {
  expect(await callerOf("target").own()).toBe(world.users.target);
  await expect(callerOf("coachall").own()).rejects.toMatchObject({ code: "NOT_FOUND" });
  const athleteId = world.users.target;
  expect(await callerOf("coachwellness").ofAthlete({ athleteId })).toBe(athleteId);
  await expect(callerOf("coachtraining").ofAthlete({ athleteId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const elsewhere = { athleteId: crypto.randomUUID() };
  await expect(callerOf("coachall").ofAthlete(elsewhere)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
