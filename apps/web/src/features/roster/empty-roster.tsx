import { EmptyState } from "@repo/ui/empty-state";
import { PageTitle } from "@repo/ui/page-title";
import { InviteLink } from "#components/invite-link.tsx";
import { coachingOf, planningOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";
import { AddDemoButton } from "./demo-buttons.tsx";

/** The roster of who is shown nobody: an empty club, or a club whose athletes share with other coaches. */
export async function EmptyRoster() {
  const caller = await getCaller();
  const account = await caller.account.me();
  const demo = account.isOperator ? <AddDemoButton /> : null;
  const clubs = coachingOf(account);
  const members = await Promise.all(clubs.map(({ orgId }) => caller.organisation.members({ orgId })));
  const count = members.flat().filter(({ role, isSelf }) => role === "athlete" && !isSelf).length;
  if (count === 0) {
    const mayInvite = planningOf(account).length > 0;
    return (
      <>
        <PageTitle title="No athletes yet" actions={<InviteLink />} />
        <EmptyState title="Your athletes stand here, those who need you first" action={demo}>
          {mayInvite ? "Invite one by e-mail." : "They are invited by a coach."} They choose what you see, and
          their training appears here, judged every night.
        </EmptyState>
      </>
    );
  }
  const [club] = clubs;
  const belong = count === 1 ? "One athlete belongs" : `${count} athletes belong`;
  return (
    <>
      <PageTitle title="Nobody shares training with you yet" actions={<InviteLink />} />
      <EmptyState title="Your athletes stand here, those who need you first" action={demo}>
        {`${belong} to ${clubs.length === 1 && club ? club.name : "your clubs"}. Each decides who sees their training, under “Who sees what” in their settings: ask them to switch it on for you.`}
      </EmptyState>
    </>
  );
}
