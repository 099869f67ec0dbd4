import { AppError } from "@repo/core/errors";
import type { Tx } from "@repo/db";
import { getAccount, hasAthleteProfile, hasRole, listConsentedRoles } from "@repo/db/queries";
import { z } from "zod";
import type { Authz } from "./authz.ts";
import { NOT_THERE } from "./error-map.ts";

type Claim = { authz: Authz; ids: { athleteId?: string; orgId?: string } };

const COACHING_ROLES: ReadonlySet<string> = new Set(["owner", "head-coach", "coach", "assistant"]);
/** Assistants read and comment; they do not change plans. */
const PLANNING_ROLES: ReadonlySet<string> = new Set(["owner", "head-coach", "coach"]);

/**
 * The application's own check, beside row-level security: it gives the friendly answer, the database is the
 * wall. What is not the caller's is not found, and an id that is missing matches nobody.
 */
export async function authorize(db: Tx, userId: string, claim: Claim): Promise<void> {
  if (!(await isAllowed(db, userId, claim))) throw new AppError("NOT_FOUND", NOT_THERE);
}

async function isAllowed(db: Tx, userId: string, { authz, ids }: Claim): Promise<boolean> {
  switch (authz.kind) {
    case "public":
    case "signed-in":
      return true;
    case "operator":
      return (await getAccount(db, userId))?.isOperator === true;
    case "athlete":
      return await hasAthleteProfile(db, userId);
    case "organisation":
      return isId(ids.orgId) && (await hasRole(db, { userId, orgId: ids.orgId }, authz.roles));
    case "coach-of":
      if (!isId(ids.athleteId)) return false;
      if (authz.orSelf && ids.athleteId === userId) return await hasAthleteProfile(db, userId);
      return await isCoachOf(db, ids.athleteId, { coachId: userId, authz });
  }
}

const Id = z.uuid();

/** An address may say anything where an id is meant; what is none names nobody. */
function isId(id: string | undefined): id is string {
  return Id.safeParse(id).success;
}

type CoachOf = Extract<Authz, { kind: "coach-of" }>;

async function isCoachOf(
  db: Tx,
  athleteId: string,
  by: { coachId: string; authz: CoachOf },
): Promise<boolean> {
  const { scope, write } = by.authz;
  const roles = await listConsentedRoles(db, athleteId, { coachId: by.coachId, scope });
  return roles.some((role) => (write ? PLANNING_ROLES : COACHING_ROLES).has(role));
}
