import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import Link from "next/link";
import { requireActor } from "#auth/index.ts";
import { coachingOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Roster" };

export default async function RosterPage() {
  await requireActor("/roster");
  const caller = await getCaller();
  const [organisation] = coachingOf(await caller.account.me());
  const members = organisation ? await caller.organisation.members({ orgId: organisation.orgId }) : [];
  const athletes = members.filter(({ role }) => role === "athlete");
  const invite = (
    <LinkButton variant="solid" href="/organisation" as={Link}>
      Invite an athlete
    </LinkButton>
  );
  if (athletes.length === 0) {
    return (
      <>
        <PageTitle title="No athletes yet" />
        <EmptyState title="Your athletes stand here, those who need you first" action={invite}>
          Invite one by e-mail. They choose what you see, and their training appears here.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageTitle
        title={`${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`}
        actions={invite}
      />
      <ul className="divide-y divide-line">
        {athletes.map(({ userId, name }) => (
          <li key={userId} className="type-lead py-3">
            {name}
          </li>
        ))}
      </ul>
    </>
  );
}
