import { createHash } from "node:crypto";
import { type ConsentScope, insertAuditEvent } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/**
 * Writes down that somebody looked at another's wellness or medical rows: once per reader, athlete, scope and
 * day, for the athlete to see. One's own looking is not recorded.
 */
export async function recordRead(
  ctx: ServiceContext,
  read: { athleteId: string; scope: ConsentScope },
): Promise<void> {
  const actorId = ctx.actor.userId;
  if (actorId === read.athleteId) return;
  const day = ctx.now.toISOString().slice(0, 10);
  const id = idOf(`read:${actorId}:${read.athleteId}:${read.scope}:${day}`);
  await insertAuditEvent(ctx.db, {
    id,
    kind: "read",
    actorId,
    athleteId: read.athleteId,
    detail: { scope: read.scope },
  });
}

/** A UUID made from a text (version 8): the same text is the same row. */
function idOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
