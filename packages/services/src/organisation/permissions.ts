import { AppError } from "@repo/core/errors";
import { getMembership, type MembershipRow, type Role } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

const MANAGERS: readonly Role[] = ["owner", "head-coach"];
const INVITERS: readonly Role[] = ["owner", "head-coach", "coach"];

/**
 * The actor's own active membership.
 * @throws AppError NOT_FOUND to whoever does not belong: an organisation is nobody else's business
 */
export async function requireMembership(ctx: ServiceContext, orgId: string): Promise<MembershipRow> {
  const membership = await getMembership(ctx.db, orgId, ctx.actor.userId);
  if (membership?.status !== "active") throw new AppError("NOT_FOUND", "There is no such organisation.");
  return membership;
}

/** Whether a role may invite somebody, or change or end somebody's membership, in the other role. */
export function mayManage(mine: Role, other: Role): boolean {
  return other === "owner" ? mine === "owner" : MANAGERS.includes(mine);
}

export function mayInvite(mine: Role, other: Role): boolean {
  return mayManage(mine, other) || (other === "athlete" && INVITERS.includes(mine));
}

export function mayListInvitations(mine: Role): boolean {
  return INVITERS.includes(mine);
}

/** "an assistant", "a head coach". */
export function aRole(role: Role): string {
  const word = role.replace("-", " ");
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

export function refuse(message: string): never {
  throw new AppError("FORBIDDEN", message);
}
