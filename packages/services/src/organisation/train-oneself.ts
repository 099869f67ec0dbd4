import { getAccount, insertConsentEvents, upsertConsents } from "@repo/db/queries";
import { becomeAthlete } from "@repo/services/athlete";
import { CONSENT_TEXT_VERSION } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";

const SCOPES = ["training", "wellness", "medical", "location"] as const;
const COACHING = new Set(["owner", "head-coach", "coach"]);

/**
 * Makes whoever coaches an athlete as well, and their own coach: they stand on their roster and can be planned for like
 * anybody else. Others see nothing by it. Done twice, it is done once.
 */
export async function trainOneself(ctx: ServiceContext, input: { timeZone: string }): Promise<void> {
  const me = ctx.actor.userId;
  await becomeAthlete(ctx, input);
  const account = await getAccount(ctx.db, me);
  for (const { orgId, role } of account?.organisations ?? []) {
    if (!COACHING.has(role)) continue;
    const pair = { orgId, coachId: me, athleteId: me };
    const given = { scopes: SCOPES, textVersion: CONSENT_TEXT_VERSION, at: ctx.now };
    const event = { ...pair, action: "granted" as const, actorId: me, at: ctx.now };
    const scopes = await upsertConsents(ctx.db, pair, given);
    await insertConsentEvents(
      ctx.db,
      scopes.map((scope) => ({ ...event, scope, textVersion: CONSENT_TEXT_VERSION })),
    );
  }
}
