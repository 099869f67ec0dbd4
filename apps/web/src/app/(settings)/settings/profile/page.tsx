import { localDay } from "@repo/core/calendar";
import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { ProfileView } from "#features/profile/profile-view.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Training profile" };

export default async function ProfilePage() {
  const { userId: athleteId } = await requireActor();
  const account = await (await getCaller()).account.me();
  if (!account.isAthlete) notFound();
  const queryClient = getQueryClient();
  const profile = await queryClient.fetchQuery(trpc.profile.get.queryOptions({ athleteId }));
  await Promise.all([
    queryClient.prefetchQuery(trpc.profile.results.queryOptions({ athleteId })),
    queryClient.prefetchQuery(trpc.profile.suggestions.queryOptions({ athleteId })),
    queryClient.prefetchQuery(trpc.profile.races.queryOptions({ athleteId })),
    queryClient.prefetchQuery(trpc.profile.timeline.queryOptions({ athleteId })),
  ]);
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Training profile"
        lead="What your paces, your load and your plan rest on."
        rule={false}
      />
      <Hydrate>
        <ProfileView athleteId={athleteId} today={localDay(new Date(), profile.timeZone)} />
      </Hydrate>
    </div>
  );
}
