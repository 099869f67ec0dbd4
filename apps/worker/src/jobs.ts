import type { Db } from "@repo/db";
import { upsertHeartbeat } from "@repo/db/queries";
import { runOpenImports } from "@repo/services/imports";
import { createDueNights, judgeWaiting, runNights } from "@repo/services/night";
import { sendOutbox } from "@repo/services/outbox";
import {
  createAlerts,
  createDigests,
  createWeekMails,
  type RenderReport,
  renewMail,
  stopToken,
} from "@repo/services/reports";
import type { Log } from "./log.ts";
import type { Job } from "./loop.ts";
import { alertHtml } from "./reports/alert-html.ts";
import { renderReportMail } from "./reports/report-mail.ts";
import type { createMailSender } from "./send-mail.ts";
import type { createTrustedClock } from "./trusted-clock.ts";

const SECOND_MS = 1_000;
/** Often enough that an import or the demo is judged while its owner still looks; the ledger makes it cheap. */
const TICK_MS = 20 * SECOND_MS;
const SWEEP_MS = 3_600 * SECOND_MS;

type Tools = {
  db: Db;
  /** The site's account: imports are read as the athlete whose they are. */
  web: Db;
  log: Log;
  mail: ReturnType<typeof createMailSender>;
  appUrl: string;
  /** By which the site knows what this worker wrote; null: nothing is written that needs it. */
  secret: string | null;
  /** What this worker is called among all of them. */
  name: string;
  /** What time it is, for every job alike. */
  clock: ReturnType<typeof createTrustedClock>;
};

/**
 * Everything that the worker does, each at its own pace and all by one clock. The ledger decides what is due; a wake-up
 * decides nothing.
 */
export function createJobs({ db, web, log, mail, appUrl, secret, name, clock }: Tools): Job[] {
  const onFailure = (athleteId: string, error: unknown) =>
    log.error({ athleteId, fault: error }, "an athlete's night failed");
  const render: RenderReport = (document, to, stop) => {
    const stopUrl = secret === null ? null : `${appUrl}/api/stop-mail/${stopToken(stop, secret)}`;
    return renderReportMail(document, { appUrl, to, stopUrl });
  };
  const time = async () => (await clock())();
  const seen = new Map<string, string>();
  let sweptAt = 0;
  return [
    {
      name: "heartbeat",
      everyMs: 10 * SECOND_MS,
      async run() {
        // A worker that may not work is not counted as one.
        await clock();
        await upsertHeartbeat(db, name);
        return null;
      },
    },
    {
      name: "tick",
      everyMs: TICK_MS,
      async run() {
        // Once an hour everybody is looked at: who is new, or has moved to another zone.
        if (Date.now() - sweptAt >= SWEEP_MS) {
          sweptAt = Date.now();
          seen.clear();
        }
        const { created, reopened } = await createDueNights(db, { now: await time(), seen });
        return created + reopened > 0 ? { created, reopened } : null;
      },
    },
    {
      name: "nights",
      everyMs: 2 * SECOND_MS,
      async run() {
        const summary = await runNights(db, { now: await time(), limit: 2_000, onFailure });
        return summary.athletes > 0 ? { ...summary, failed: summary.failed.length } : null;
      },
    },
    {
      name: "waiting",
      everyMs: SECOND_MS,
      async run() {
        const { judged } = await judgeWaiting(db, { now: await time(), limit: 20, onFailure });
        return judged > 0 ? { judged } : null;
      },
    },
    {
      name: "imports",
      everyMs: SECOND_MS,
      async run() {
        const onFault = (error: unknown) => log.error({ fault: error }, "a file of an import failed");
        const read = await runOpenImports({ night: db, web }, { now: await clock(), onFailure: onFault });
        return read.imports > 0 ? read : null;
      },
    },
    {
      name: "digests",
      everyMs: 60 * SECOND_MS,
      async run() {
        const { created } = await createDigests(db, {
          now: await time(),
          render,
          onFailure: (userId, error) => log.error({ userId, fault: error }, "a digest failed"),
        });
        return created > 0 ? { created } : null;
      },
    },
    {
      name: "weeks",
      everyMs: 60 * SECOND_MS,
      async run() {
        const { created } = await createWeekMails(db, {
          now: await time(),
          render,
          onFailure: (userId, error) => log.error({ userId, fault: error }, "an athlete's week failed"),
        });
        return created > 0 ? { created } : null;
      },
    },
    {
      name: "alerts",
      everyMs: 5 * SECOND_MS,
      async run() {
        const { created } = await createAlerts(db, { now: await time(), appUrl, renderAlert: alertHtml });
        return created > 0 ? { created } : null;
      },
    },
    {
      name: "outbox",
      everyMs: SECOND_MS,
      async run() {
        const now = await clock();
        const summary = await sendOutbox(db, {
          now,
          send: mail.send,
          renew: (tx, payload) =>
            renewMail(tx, payload, { render, renderAlert: alertHtml, appUrl, now: now() }),
          jitter: Math.random,
        });
        return Object.values(summary).some((count) => count > 0) ? summary : null;
      },
    },
  ];
}
