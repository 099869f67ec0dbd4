import { AppError } from "@repo/core/errors";
import {
  type ConsentScope,
  getMembership,
  insertAuditEvent,
  insertConsentEvents,
  revokeConsents,
  upsertConsents,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

/** Counts up whenever the words change that an athlete agrees to: what they agreed to stays on record. */
export const CONSENT_TEXT_VERSION = "1";

const SCOPES = ["training", "wellness", "medical", "location"] as const;

export const GrantConsentInput = z.strictObject({
  orgId: z.uuid(),
  coachId: z.uuid(),
  scopes: z.array(z.enum(SCOPES)).min(1).max(4),
});
export type GrantConsentInput = z.infer<typeof GrantConsentInput>;

/**
 * The actor, an athlete, lets one coach of one organisation see some of what is theirs, from the next request
 * on. What was given already stays as it was.
 * @throws AppError NOT_FOUND when the coach or the actor does not belong there
 */
export async function grantConsent(ctx: ServiceContext, input: GrantConsentInput): Promise<void> {
  const { orgId, coachId } = input;
  const athleteId = ctx.actor.userId;
  const [own, coach] = [
    await getMembership(ctx.db, orgId, athleteId),
    await getMembership(ctx.db, orgId, coachId),
  ];
  const isCoach = coach?.status === "active" && coach.role !== "athlete" && coachId !== athleteId;
  if (own?.status !== "active" || !isCoach) {
    throw new AppError("NOT_FOUND", "There is no such coach in this organisation.");
  }
  const given = { scopes: [...new Set(input.scopes)], textVersion: CONSENT_TEXT_VERSION, at: ctx.now };
  const scopes = await upsertConsents(ctx.db, { orgId, coachId, athleteId }, given);
  await record(ctx, { orgId, coachId, scopes, action: "granted" });
}

export const EndConsentInput = z.strictObject({
  orgId: z.uuid(),
  coachId: z.uuid(),
  /** Left out: all of them. */
  scopes: z.array(z.enum(SCOPES)).min(1).max(4).optional(),
});
export type EndConsentInput = z.infer<typeof EndConsentInput>;

/** The actor stops showing a coach some or all of what is theirs, from the next request on. Done twice, it is done once. */
export async function endConsent(ctx: ServiceContext, input: EndConsentInput): Promise<void> {
  const { orgId, coachId } = input;
  const pair = { orgId, coachId, athleteId: ctx.actor.userId };
  const scopes = await revokeConsents(ctx.db, pair, { scopes: input.scopes ?? SCOPES, at: ctx.now });
  await record(ctx, { orgId, coachId, scopes, action: "ended" });
}

async function record(
  ctx: ServiceContext,
  change: { orgId: string; coachId: string; scopes: ConsentScope[]; action: "granted" | "ended" },
): Promise<void> {
  const { orgId, coachId, scopes, action } = change;
  if (scopes.length === 0) return;
  const athleteId = ctx.actor.userId;
  const event = { athleteId, orgId, coachId, action, actorId: athleteId, at: ctx.now };
  const textVersion = action === "granted" ? CONSENT_TEXT_VERSION : null;
  await insertConsentEvents(
    ctx.db,
    scopes.map((scope) => ({ ...event, scope, textVersion })),
  );
  const detail = { coachId, scopes };
  await insertAuditEvent(ctx.db, { kind: `consent-${action}`, actorId: athleteId, athleteId, orgId, detail });
}
