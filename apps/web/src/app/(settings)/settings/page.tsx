import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { coachesOneself } from "#features/settings/coaches-oneself.ts";
import { SettingsList } from "#features/settings/settings-list.tsx";
import { TrainOneself } from "#features/settings/train-oneself.tsx";
import { planningOf } from "#features/shell/hats.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireActor();
  const caller = await getCaller();
  const account = await caller.account.me();
  // Whoever is trained by others and coaches too may be their own coach as well.
  const mayBegin = account.isAthlete
    ? planningOf(account).length > 0 && !(await coachesOneself(caller))
    : true;
  return (
    <div className="max-w-2xl">
      <PageTitle title={account.name} lead={account.email} rule={false} />
      <SettingsList account={account} />
      {mayBegin ? <TrainOneself /> : null}
      <div className="mt-8">
        <SignOutButton />
      </div>
    </div>
  );
}
