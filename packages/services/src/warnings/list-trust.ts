import { addDays, type IsoDate, localDay } from "@repo/core/calendar";
import { countVerdicts, type WarningTrust } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

const YEAR_DAYS = 365;

/** How far each kind of warning could be trusted in the last year, among the athletes of the coach who asks. */
export async function listTrust(ctx: ServiceContext): Promise<{ since: IsoDate; kinds: WarningTrust[] }> {
  const since = addDays(localDay(ctx.now, "UTC"), -YEAR_DAYS);
  return { since, kinds: await countVerdicts(ctx.db, ctx.actor.userId, since) };
}
