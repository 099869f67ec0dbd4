import type { ReactNode } from "react";
import { requireActor } from "#auth/index.ts";
import { homeOf } from "#features/shell/hats.ts";
import { Shell } from "#features/shell/shell.tsx";
import { getCaller } from "#trpc/server.tsx";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireActor();
  const caller = await getCaller();
  const account = await caller.account.me();
  const isCoach = homeOf(account) === "/roster";
  const needs = isCoach ? await caller.roster.count() : 0;
  const unread = isCoach ? await caller.inbox.count() : 0;
  return (
    <Shell account={account} side={isCoach ? "coach" : "athlete"} needs={needs} unread={unread}>
      {children}
    </Shell>
  );
}
