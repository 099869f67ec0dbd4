import type { Db, Tx } from "@repo/db";
import { TRPCError } from "@trpc/server";
import type { Context } from "../context.ts";
import type { ActorName } from "./visibility.ts";
import type { World } from "./world.ts";

/** Which of the two layers stand: each must hold alone. */
export const LAYERS = ["both layers", "row-level security alone", "app checks alone"] as const;
export type Layers = (typeof LAYERS)[number];

export type Outcome = {
  /** The answer, or what the error tells. */
  answer: unknown;
  /** The error's code; null when the call was answered. */
  code: string | null;
  error: unknown;
  /** Whether rows of `target` are not what they were. */
  touched: boolean;
};

type Call = (ctx: Context) => Promise<unknown>;
type Setting = { owner: Db; world: World; layers: Layers; watch: boolean };

class RolledBack extends Error {}

/**
 * Makes one call as one actor and takes everything back. The superuser's connection puts on the web's role, so
 * that the same transaction can afterwards look at what the call did, behind row-level security.
 */
export async function attempt(setting: Setting, actor: ActorName, call: Call): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const run = async (app: Tx, auth: Tx) => {
    const before = setting.watch ? await fingerprint(app, setting.world) : "";
    await wearRole(app, setting.layers === "app checks alone" ? null : "app_web");
    await wearRole(auth, "app_auth");
    const said = await inSavepoint(app, (inner) =>
      answer(call, contextOf(setting, actor, { app: inner, auth })),
    );
    await app.execute("reset role");
    const after = setting.watch ? await fingerprint(app, setting.world) : "";
    outcome = { ...said, touched: before !== after };
    throw new RolledBack();
  };
  const both = setting.owner.transaction((app) => setting.owner.transaction((auth) => run(app, auth)));
  await both.catch((error) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  if (!outcome) throw new Error("the call was not made");
  return outcome;
}

async function wearRole(tx: Tx, role: string | null): Promise<void> {
  await tx.execute("set local statement_timeout = '5s'");
  await tx.execute("set local lock_timeout = '2s'");
  if (role) await tx.execute(`set local role ${role}`);
}

async function inSavepoint<T>(tx: Tx, work: (inner: Tx) => Promise<T>): Promise<T> {
  return await tx.transaction((inner) => work(inner));
}

async function answer(call: Call, ctx: Context): Promise<Omit<Outcome, "touched">> {
  try {
    return { answer: await call(ctx), code: null, error: null };
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : "THROWN";
    const message = error instanceof Error ? error.message : String(error);
    return { answer: message, code, error };
  }
}

function contextOf({ world, layers }: Setting, actor: ActorName, tx: { app: Tx; auth: Tx }): Context {
  return {
    actor: actor === "anonymous" ? null : { userId: world.users[actor], sessionId: crypto.randomUUID() },
    now: new Date(),
    origin: { ip: "127.0.0.1", userAgent: "matrix" },
    appDb: asDb(tx.app),
    authDb: asDb(tx.auth),
    checks: layers !== "row-level security alone",
  };
}

function asDb(tx: Tx): Db {
  return Object.assign(tx, { waitForConnectionMs: 5000, close: async () => {} });
}

/** One text for all rows that are keyed by `target`: it changes when any of them does. */
async function fingerprint(tx: Tx, world: World): Promise<string> {
  const id = world.users.target;
  const columns = await tx.execute<{ name: string; key: string }>(`
    select c.table_name as name, c.column_name as key from information_schema.columns c
     where c.table_schema = 'public' and (c.column_name in ('athlete_id', 'user_id') or (c.table_name = 'users' and c.column_name = 'id'))
       and c.table_name <> 'audit_events' order by 1, 2`);
  const parts = columns.map(
    ({ name, key }) =>
      `select '${name}', md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows from public.${name} t where t.${key} = '${id}'`,
  );
  const rows = await tx.execute(parts.join(" union all "));
  return JSON.stringify([...rows]);
}
