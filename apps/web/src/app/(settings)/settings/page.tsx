import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { SignOutButton } from "#features/account/sign-out-button.tsx";
import { SettingsList } from "#features/settings/settings-list.tsx";
import { TrainOneself } from "#features/settings/train-oneself.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  await requireActor();
  const account = await (await getCaller()).account.me();
  return (
    <div className="max-w-2xl">
      <PageTitle title={account.name} lead={account.email} rule={false} />
      <SettingsList account={account} />
      {account.isAthlete ? null : <TrainOneself />}
      <div className="mt-8">
        <SignOutButton />
      </div>
    </div>
  );
}
