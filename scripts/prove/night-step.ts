import type { Db } from "../../packages/db/src/client.ts";

/** The kind of the ledger's rows that the night works on. */
export const NIGHT_KIND = "night";

/** What the product's night offers: works on pending runs and says how many it finished. */
type Night = { runNight(db: Db, options: { now: Date; limit: number }): Promise<{ done: number }> };

const NIGHT = new URL("../../packages/services/src/night/index.ts", import.meta.url).href;

/** Lets the product's night take a few pending runs, as the worker does. Returns how many it finished. */
export async function nightStep(db: Db, now: Date): Promise<number> {
  const night = (await import(NIGHT)) as Night;
  const { done } = await night.runNight(db, { now, limit: 20 });
  return done;
}
