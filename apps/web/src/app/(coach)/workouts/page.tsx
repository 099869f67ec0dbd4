import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { LibraryView } from "#features/workouts/library-view.tsx";
import { getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Workouts" };

export default async function WorkoutsPage({ searchParams }: PageProps<"/workouts">) {
  await requireActor("/workouts");
  const { athlete } = await searchParams;
  const client = getQueryClient();
  await Promise.all([
    client.prefetchQuery(trpc.season.list.queryOptions()),
    client.prefetchQuery(trpc.workouts.kept.queryOptions()),
    client.prefetchQuery(trpc.account.me.queryOptions()),
  ]);
  if (typeof athlete === "string" && athlete) {
    await client.prefetchQuery(trpc.workouts.pacing.queryOptions({ athleteId: athlete }));
  }
  return (
    <Hydrate>
      <LibraryView />
    </Hydrate>
  );
}
