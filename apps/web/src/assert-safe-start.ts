import { assertSafeRole, isDatabaseAway } from "@repo/db";
import { authDb, webDb } from "#database.ts";
import { env } from "#env.ts";
import { log } from "#log.ts";

/** Ends the process when its database role could see past row-level security. A database that is away may come. */
export async function assertSafeStart(): Promise<void> {
  try {
    const durable = env().MESOCYCLE_DURABLE === "true";
    await assertSafeRole(webDb(), { durable });
    await assertSafeRole(authDb(), { durable });
  } catch (error) {
    if (isDatabaseAway(error)) {
      log.warn({}, "the database does not answer yet; going on without it");
      return;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
