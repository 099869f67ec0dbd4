import type { RouterInputs } from "#trpc/root.ts";

type Role = RouterInputs["organisation"]["invite"]["role"];

/** Whom a role may invite, and make members of the staff, most often wanted first. */
export function invitable(role: string): Role[] {
  const staff: Role[] = role === "owner" || role === "head-coach" ? ["coach", "assistant", "head-coach"] : [];
  return role === "owner" ? ["athlete", ...staff, "owner"] : ["athlete", ...staff];
}
