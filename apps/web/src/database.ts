import type { Db } from "@repo/db";
import { createDb } from "@repo/db/internal";
import { env } from "./env.ts";

type Pools = { app?: Db; auth?: Db };

// Kept on globalThis so that reloading code in development does not open a second pool.
const store = globalThis as typeof globalThis & { mesocyclePools?: Pools };

function pools(): Pools {
  store.mesocyclePools ??= {};
  return store.mesocyclePools;
}

/** The pool that is under row-level security. Opened when first used, so that a build needs no database. */
export function webDb(): Db {
  const all = pools();
  all.app ??= createDb(env().WEB_DATABASE_URL, { applicationName: "mesocycle-web" });
  return all.app;
}

/** The pool that may read accounts and sign-ins, and nothing of an athlete. */
export function authDb(): Db {
  const all = pools();
  all.auth ??= createDb(env().AUTH_DATABASE_URL, { max: 5, applicationName: "mesocycle-sign-in" });
  return all.auth;
}
