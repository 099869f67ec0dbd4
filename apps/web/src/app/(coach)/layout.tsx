import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { requireActor } from "#auth/index.ts";
import { MayPlan } from "#components/may-plan.tsx";
import { coachingOf, planningOf } from "#features/shell/hats.ts";
import { Shell } from "#features/shell/shell.tsx";
import { getCaller } from "#trpc/server.tsx";

export default async function CoachLayout({ children }: { children: ReactNode }) {
  await requireActor();
  const caller = await getCaller();
  const account = await caller.account.me();
  if (coachingOf(account).length === 0) redirect("/");
  return (
    <Shell
      account={account}
      side="coach"
      needs={await caller.roster.count()}
      unread={await caller.inbox.count()}
    >
      <MayPlan value={planningOf(account).length > 0}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </MayPlan>
    </Shell>
  );
}
