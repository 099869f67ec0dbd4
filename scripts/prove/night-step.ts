import { alertHtml } from "../../apps/worker/src/reports/alert-html.ts";
import type { Db } from "../../packages/db/src/client.ts";
import { runNights } from "../../packages/services/src/night/run-nights.ts";
import { createAlerts } from "../../packages/services/src/reports/create-alerts.ts";

/** The kind of the ledger's rows that the night works on. */
export const NIGHT_KIND = "night";

/** Lets the product's night take some pending runs and tell what is urgent, as the worker does. Returns how many it finished. */
export async function nightStep(db: Db, now: Date): Promise<number> {
  // What sends a chunk to be done one by one is no loss, and worth a line.
  const onFailure = (who: string, error: unknown) => console.error(`${who}: ${error}`);
  const { done, failed } = await runNights(db, { now, limit: 25, onFailure });
  if (failed.length > 0) throw new TypeError(`${failed.length} athletes failed: ${failed[0]?.error}`);
  await createAlerts(db, { now, appUrl: "https://prove.example", renderAlert: alertHtml });
  return done;
}
