import { localDay } from "@repo/core/calendar";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { SeasonsView } from "#features/season/seasons-view.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Seasons" };

export default async function SeasonsPage() {
  await requireActor("/seasons");
  const { timeZone } = await (await getCaller()).account.me();
  await getQueryClient().prefetchQuery(trpc.season.list.queryOptions());
  return (
    <Hydrate>
      <SeasonsView today={localDay(new Date(), timeZone ?? "UTC")} />
    </Hydrate>
  );
}
