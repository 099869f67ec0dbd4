import { AppError } from "@repo/core/errors";
import {
  getMembership,
  insertAuditEvent,
  insertConsentEvents,
  listMembers as listRows,
  type Member,
  type MembershipRow,
  type Role,
  revokeConsentsOfMember,
  updateMembership,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { aRole, mayManage, refuse, requireMembership } from "./permissions.ts";

/** Who belongs to an organisation: all of them to its staff, the staff and themselves to its athletes. */
export async function listMembers(ctx: ServiceContext, input: { orgId: string }): Promise<Member[]> {
  await requireMembership(ctx, input.orgId);
  return listRows(ctx.db, input.orgId);
}

/**
 * Ends a membership: one's own, or somebody's whom one's role manages. What that person gave or was given to
 * see there ends in the same transaction; the athlete's training stays the athlete's.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT when the last owner would leave
 */
export async function endMembership(
  ctx: ServiceContext,
  input: { orgId: string; userId: string },
): Promise<void> {
  const other = await requireManaged(ctx, input, { selfToo: true });
  if (other.role === "owner") await requireAnotherOwner(ctx, input);
  await endConsentsOf(ctx, input, "both");
  if (!(await updateMembership(ctx.db, input, { endedAt: ctx.now }))) notAMember();
  await audit(ctx, "membership-ended", input);
}

/**
 * Gives a member another role. Who becomes an athlete no longer sees what was shown to them as staff.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT when no owner would be left
 */
export async function changeRole(
  ctx: ServiceContext,
  input: { orgId: string; userId: string; role: Role },
): Promise<void> {
  const mine = await requireMembership(ctx, input.orgId);
  const other = await requireManaged(ctx, input, { selfToo: mine.role === "owner" });
  if (!mayManage(mine.role, input.role))
    refuse(`As ${aRole(mine.role)} you may not make somebody ${aRole(input.role)}.`);
  if (other.role === input.role) return;
  if (other.role === "owner") await requireAnotherOwner(ctx, input);
  if (input.role === "athlete") await endConsentsOf(ctx, input, "given-to");
  if (!(await updateMembership(ctx.db, input, { role: input.role }))) notAMember();
  await audit(ctx, "role-changed", input, { from: other.role, to: input.role });
}

type OfMember = { orgId: string; userId: string };

async function requireManaged(
  ctx: ServiceContext,
  of: OfMember,
  options: { selfToo: boolean },
): Promise<MembershipRow> {
  const mine = await requireMembership(ctx, of.orgId);
  if (of.userId === ctx.actor.userId && options.selfToo) return mine;
  const other = await getMembership(ctx.db, of.orgId, of.userId);
  if (other?.status !== "active") return notAMember();
  if (!mayManage(mine.role, other.role))
    refuse(`As ${aRole(mine.role)} you may not change the membership of ${aRole(other.role)}.`);
  return other;
}

async function requireAnotherOwner(ctx: ServiceContext, of: OfMember): Promise<void> {
  const members = await listRows(ctx.db, of.orgId);
  if (!members.some((member) => member.role === "owner" && member.userId !== of.userId)) {
    throw new AppError("CONFLICT", "An organisation needs an owner. Make somebody else owner first.");
  }
}

async function endConsentsOf(ctx: ServiceContext, of: OfMember, which: "given-to" | "both"): Promise<void> {
  const ended = await revokeConsentsOfMember(ctx.db, of, { at: ctx.now, which });
  const event = { orgId: of.orgId, action: "ended", actorId: ctx.actor.userId, at: ctx.now } as const;
  await insertConsentEvents(
    ctx.db,
    ended.map((consent) => ({ ...event, ...consent })),
  );
}

function audit(ctx: ServiceContext, kind: string, of: OfMember, detail: Record<string, unknown> = {}) {
  return insertAuditEvent(ctx.db, {
    kind,
    actorId: ctx.actor.userId,
    orgId: of.orgId,
    detail: { ...detail, userId: of.userId },
  });
}

function notAMember(): never {
  throw new AppError("NOT_FOUND", "There is no such member.");
}
