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
type Setting = {
  owner: Db;
  auth: Db;
  /** Whether the call works on sign-ins and passwords too, which then are taken back as well. */
  usesCredentials: boolean;
  world: World;
  layers: Layers;
  /** How the rows of `target` look when nothing was done to them; null: not to be watched. */
  untouched: string | null;
};

class RolledBack extends Error {}

/**
 * Makes one call as one actor and takes everything back. The superuser's connection puts on the web's role, so
 * that the same transaction can afterwards look at what the call did, behind row-level security.
 */
export async function attempt(setting: Setting, actor: ActorName, call: Call): Promise<Outcome> {
  const { owner, world, layers, untouched } = setting;
  const run = async (app: Tx, auth: Db): Promise<Outcome> => {
    await wearRole(app, layers === "app checks alone" ? null : "app_web");
    const ask = (tx: Tx) => answer(call, contextOf(setting, actor, { app: tx, auth }));
    if (untouched === null) return { ...(await ask(app)), touched: false };
    // In a part of its own: what is looked at behind it must not have failed with it.
    const said = await app.transaction(ask);
    if (!(await hasWritten(app))) return { ...said, touched: false };
    await app.execute("reset role");
    return { ...said, touched: untouched !== (await fingerprint(app, world, actor)) };
  };
  return await takenBack(owner, async (app) => {
    if (!setting.usesCredentials) return await run(app, setting.auth);
    return await takenBack(owner, async (auth) => {
      await wearRole(auth, "app_auth");
      return await run(app, asDb(auth));
    });
  });
}

/** A transaction gets its number with the first row that it writes or locks, also in a part that was taken back. */
async function hasWritten(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ number: string | null }>(
    "select pg_current_xact_id_if_assigned() as number",
  );
  return row?.number !== null;
}

async function takenBack(owner: Db, work: (tx: Tx) => Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const transaction = owner.transaction(async (tx) => {
    outcome = await work(tx);
    throw new RolledBack();
  });
  await transaction.catch((error) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  if (!outcome) throw new Error("the call was not made");
  return outcome;
}

async function wearRole(tx: Tx, role: string | null): Promise<void> {
  const wear = role ? `, set_config('role', '${role}', true)` : "";
  await tx.execute(
    `select set_config('statement_timeout', '5s', true), set_config('lock_timeout', '2s', true)${wear}`,
  );
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

function contextOf({ world, layers }: Setting, actor: ActorName, tx: { app: Tx; auth: Db }): Context {
  return {
    actor: actor === "anonymous" ? null : { userId: world.users[actor], sessionId: crypto.randomUUID() },
    now: new Date(),
    origin: { ip: "127.0.0.1", userAgent: "matrix" },
    appDb: asDb(tx.app),
    authDb: tx.auth,
    appUrl: "http://localhost:3000",
    checks: layers !== "row-level security alone",
  };
}

function asDb(tx: Tx): Db {
  return Object.assign(tx, { waitForConnectionMs: 5000, close: async () => {} });
}

/** What a coach may do to rows of an athlete without asking: give back what was shown to them. */
const GIVEN_BACK = new Set(["consents", "consent_events"]);

let keyed: { name: string; key: string }[] | undefined;

/** One text for all rows that are keyed by `target`, but what the actor may give back. Changes with any of them. */
export async function fingerprint(tx: Tx, world: World, actor: ActorName): Promise<string> {
  keyed ??= [
    ...(await tx.execute<{ name: string; key: string }>(`
    select table_name as name, column_name as key from information_schema.columns
     where table_schema = 'public' and table_name <> 'audit_events'
       and (column_name in ('athlete_id', 'user_id') or (table_name = 'users' and column_name = 'id')) order by 1, 2`)),
  ];
  const actorId = actor === "anonymous" ? null : world.users[actor];
  const parts = keyed.map(({ name, key }) => {
    const others = GIVEN_BACK.has(name) && actorId ? ` and t.coach_id <> '${actorId}'` : "";
    const rows = "md5(coalesce(string_agg(t::text, '|' order by t::text), ''))";
    return `select '${name}', ${rows} as rows from public.${name} t where t.${key} = '${world.users.target}'${others}`;
  });
  return JSON.stringify([...(await tx.execute(`${parts.join(" union all ")} order by 1, 2`))]);
}
