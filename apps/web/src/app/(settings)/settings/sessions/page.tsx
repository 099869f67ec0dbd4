import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { SessionsView } from "#features/account/sessions-view.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Signed-in devices" };

export default async function SessionsPage() {
  await requireActor();
  await getQueryClient().prefetchQuery(trpc.account.listSessions.queryOptions());
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Signed-in devices"
        lead="Do you not know one? Sign it out, then change your password."
        rule={false}
      />
      <Hydrate>
        <SessionsView />
      </Hydrate>
    </div>
  );
}
