import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { InboxView } from "#features/inbox/inbox-view.tsx";
import { getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Inbox" };

export default async function InboxPage() {
  await requireActor("/inbox");
  await getQueryClient().prefetchQuery(trpc.inbox.list.queryOptions());
  return (
    <Hydrate>
      <InboxView />
    </Hydrate>
  );
}
