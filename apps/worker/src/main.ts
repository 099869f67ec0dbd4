import { assertSafeRole, isDatabaseAway } from "@repo/db";
import { createDb } from "@repo/db/internal";
import { readEnv } from "./env.ts";
import { createJobs } from "./jobs.ts";
import { createLog } from "./log.ts";
import { loop } from "./loop.ts";
import { createMailSender } from "./send-mail.ts";

const env = readEnv(process.env);
const log = createLog(env.LOG_LEVEL);
const db = createDb(env.WORKER_DATABASE_URL, { max: 6, applicationName: "mesocycle-worker" });
const mail = createMailSender({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM });
const stop = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());

await assertSafeDatabase();
log.info("worker started");
await Promise.all(
  createJobs({ db, log, mail, appUrl: env.APP_URL }).map((job) => loop(job, log, stop.signal)),
);
mail.close();
await db.close();
log.info("worker stopped");

/** Refuses to work as a role that row-level security cannot hold; waits for a database that is away. */
async function assertSafeDatabase(): Promise<void> {
  const checked = new AbortController();
  stop.signal.addEventListener("abort", () => checked.abort(), { once: true });
  const run = async () => {
    try {
      await assertSafeRole(db, { durable: env.MESOCYCLE_DURABLE !== "false" });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.fatal(error instanceof Error ? error.message : String(error));
      process.exit(1);
    }
    checked.abort();
    return null;
  };
  await loop({ name: "start", everyMs: 0, run }, log, checked.signal);
}
