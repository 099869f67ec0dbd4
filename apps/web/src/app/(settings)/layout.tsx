import type { ReactNode } from "react";
import { requireActor } from "#auth/index.ts";
import { homeOf } from "#features/shell/hats.ts";
import { Shell } from "#features/shell/shell.tsx";
import { getCaller } from "#trpc/server.tsx";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await requireActor();
  const account = await (await getCaller()).account.me();
  return (
    <Shell account={account} side={homeOf(account) === "/roster" ? "coach" : "athlete"}>
      {children}
    </Shell>
  );
}
