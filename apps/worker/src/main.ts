import { hostname } from "node:os";
import { assertSafeRole, isDatabaseAway } from "@repo/db";
import { createDb } from "@repo/db/internal";
import { deleteHeartbeat } from "@repo/db/queries";
import { readEnv } from "./env.ts";
import { type JobHealth, serveHealth } from "./health.ts";
import { createJobs } from "./jobs.ts";
import { createLog } from "./log.ts";
import { loop } from "./loop.ts";
import { createMailSender } from "./send-mail.ts";
import { startTracing } from "./tracing.ts";
import { createTrustedClock } from "./trusted-clock.ts";

const env = readEnv(process.env);
const log = createLog(env.LOG_LEVEL);
const db = createDb(env.WORKER_DATABASE_URL, { max: 6, applicationName: "mesocycle-worker" });
const web = createDb(env.WEB_DATABASE_URL, { max: 3, applicationName: "mesocycle-imports" });
const mail = createMailSender({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM });
const stop = new AbortController();

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());

await assertSafeDatabase();
const health: JobHealth = new Map();
const { trace, stop: stopTracing } = await startTracing(env.OTEL_EXPORTER_OTLP_ENDPOINT);
const answers = env.WORKER_HEALTH_PORT ? serveHealth(env.WORKER_HEALTH_PORT, health) : null;
const name = `${hostname()} ${process.pid}`;
const clock = createTrustedClock(db, log);
log.info("worker started");
await Promise.all(
  createJobs({ db, web, log, mail, appUrl: env.APP_URL, secret: env.AUTH_SECRET ?? null, name, clock }).map(
    (job) => loop(job, log, stop.signal, { health, trace }),
  ),
);
answers?.close();
mail.close();
await deleteHeartbeat(db, name).catch(() => {}); // the database may be gone before us
await Promise.all([db.close(), web.close()]);
await stopTracing();
log.info("worker stopped");

/** Refuses to work as a role that row-level security cannot hold; waits for a database that is away. */
async function assertSafeDatabase(): Promise<void> {
  const checked = new AbortController();
  stop.signal.addEventListener("abort", () => checked.abort(), { once: true });
  const run = async () => {
    try {
      await assertSafeRole(web, { durable: false });
      await assertSafeRole(db, { durable: env.MESOCYCLE_DURABLE !== "false" });
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log.fatal(error instanceof Error ? error.message : "the database cannot be trusted");
      process.exit(1);
    }
    checked.abort();
    return null;
  };
  await loop({ name: "start", everyMs: 0, run }, log, checked.signal);
}
