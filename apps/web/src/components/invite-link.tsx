"use client";

import { LinkButton } from "@repo/ui/link-button";
import { Link } from "./link.tsx";
import { useMayPlan } from "./may-plan.tsx";

/** The way to the form that invites, for those who may: assistants may not. */
export function InviteLink() {
  if (!useMayPlan()) return null;
  return (
    <LinkButton variant="solid" href="/organisation" as={Link}>
      <span>
        Invite <span className="max-sm:sr-only">an athlete</span>
      </span>
    </LinkButton>
  );
}
