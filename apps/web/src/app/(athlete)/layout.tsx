import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { requireActor } from "#auth/index.ts";
import { Shell } from "#features/shell/shell.tsx";
import { getCaller } from "#trpc/server.tsx";

export default async function AthleteLayout({ children }: { children: ReactNode }) {
  await requireActor();
  const account = await (await getCaller()).account.me();
  if (!account.isAthlete) redirect("/");
  return (
    <Shell account={account} side="athlete">
      {children}
    </Shell>
  );
}
