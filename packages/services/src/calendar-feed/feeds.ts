import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  getAthlete,
  insertAuditEvent,
  insertCalendarFeed,
  listCalendarFeeds,
  updateCalendarFeed,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { hashToken, newToken } from "@repo/services/identity";
import { z } from "zod";

const MOST_FEEDS = 10;

export const CreateFeedInput = z.strictObject({
  /** All that the plan says, or only that the time is taken. */
  detail: z.enum(["full", "busy"]),
  /** Minutes after midnight by weekday, Monday first; null for an all-day entry. */
  startMinutes: z.array(z.number().int().min(0).max(1_439).nullable()).length(7),
});

/**
 * Makes a secret address under which a calendar reads the athlete's plan. The secret is returned once and kept only as
 * a hash.
 *
 * @throws {AppError} NOT_FOUND without a profile, INVALID when there are ten already
 */
export async function createFeed(
  ctx: ServiceContext,
  input: z.infer<typeof CreateFeedInput>,
): Promise<{ id: string; token: string }> {
  const { detail, startMinutes } = CreateFeedInput.parse(input);
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete) throw new AppError("NOT_FOUND", "Finish your profile first.");
  if ((await listCalendarFeeds(ctx.db, athlete.athleteId)).length >= MOST_FEEDS)
    throw new AppError("INVALID", "Ten calendar addresses are in use. End one of them first.");
  const [id, token] = [newId(), newToken()];
  await insertCalendarFeed(ctx.db, athlete.athleteId, {
    id,
    tokenHash: hashToken(token),
    detail,
    startMinutes,
  });
  await insertAuditEvent(ctx.db, {
    kind: "calendar-address-made",
    actorId: ctx.actor.userId,
    athleteId: athlete.athleteId,
  });
  return { id, token };
}

/** The addresses in use, without their secrets. */
export async function listFeeds(ctx: ServiceContext) {
  const feeds = await listCalendarFeeds(ctx.db, ctx.actor.userId);
  return feeds.map(({ id, detail, startMinutes, createdAt }) => ({ id, detail, startMinutes, createdAt }));
}

/**
 * Ends an address: the next time a calendar asks, it finds nothing.
 *
 * @throws {AppError} NOT_FOUND when it is not the athlete's or has ended
 */
export async function revokeFeed(ctx: ServiceContext, id: string): Promise<void> {
  const isEnded = await updateCalendarFeed(ctx.db, ctx.actor.userId, id, { revokedAt: ctx.now });
  if (!isEnded) throw new AppError("NOT_FOUND", "This calendar address is not in use any more.");
}
