import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { ServerView } from "#features/operations/server-view.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "The server" };

export default async function ServerPage() {
  await requireActor();
  const account = await (await getCaller()).account.me();
  if (!account.isOperator) notFound();
  await getQueryClient().prefetchQuery(trpc.operations.get.queryOptions());
  return (
    <Hydrate>
      <ServerView />
    </Hydrate>
  );
}
