import { PageTitle } from "@repo/ui/page-title";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { PeopleView } from "#features/people/people-view.tsx";
import { WhoLooked } from "#features/people/who-looked.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Who sees what" };

export default async function PeoplePage() {
  await requireActor();
  if (!(await (await getCaller()).account.me()).isAthlete) notFound();
  await getQueryClient().prefetchQuery(trpc.people.list.queryOptions());
  const looks = await (await getCaller()).people.looks();
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Who sees what"
        lead="Your training is yours. Turn off what a coach should no longer see; it takes effect at once."
        rule={false}
      />
      <Hydrate>
        <PeopleView />
      </Hydrate>
      <WhoLooked looks={looks} />
    </div>
  );
}
