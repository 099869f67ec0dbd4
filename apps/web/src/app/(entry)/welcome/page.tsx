import { localDay } from "@repo/core/calendar";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { requireActor } from "#auth/index.ts";
import { WelcomeSteps } from "#features/profile/welcome-steps.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  const { userId: athleteId } = await requireActor();
  const account = await (await getCaller()).account.me();
  if (!account.isAthlete) redirect("/");
  const client = getQueryClient();
  const profile = await client.fetchQuery(trpc.profile.get.queryOptions({ athleteId }));
  await client.prefetchQuery(trpc.profile.results.queryOptions({ athleteId }));
  return (
    <NuqsAdapter>
      <Hydrate>
        <WelcomeSteps athleteId={athleteId} today={localDay(new Date(), profile.timeZone)} />
      </Hydrate>
    </NuqsAdapter>
  );
}
