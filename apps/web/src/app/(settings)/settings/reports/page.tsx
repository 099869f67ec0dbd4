import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { DigestSettings } from "#features/reports/digest-settings.tsx";
import { WeekSettings } from "#features/reports/week-settings.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { coachingOf } from "#features/shell/hats.ts";
import { getCaller, getQueryClient, Hydrate, trpc } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportSettingsPage() {
  await requireActor();
  const account = await (await getCaller()).account.me();
  const organisations = coachingOf(account);
  if (organisations.length === 0 && !account.isAthlete) notFound();
  if (account.isAthlete) await getQueryClient().prefetchQuery(trpc.reports.setting.queryOptions());
  for (const { orgId } of organisations) {
    await getQueryClient().prefetchQuery(trpc.organisation.digest.queryOptions({ orgId }));
  }
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Reports"
        lead="What comes to you by mail, and when. Everything stands on the site too."
        rule={false}
      />
      <Hydrate>
        {account.isAthlete ? (
          <Section title="Your training" className="border-t border-line py-6">
            <WeekSettings timeZone={account.timeZone} />
          </Section>
        ) : null}
        {organisations.map(({ orgId, name }) => (
          <Section key={orgId} title={name} className="border-t border-line py-6">
            <DigestSettings orgId={orgId} timeZone={account.timeZone} />
          </Section>
        ))}
      </Hydrate>
      <Section title="Who gets what" className="border-t border-line py-6">
        <ul className="flex max-w-prose flex-col gap-2 text-sm">
          <li>
            The morning report: coaches, head coaches and owners, about athletes who show them training.
          </li>
          <li>An athlete’s week: the athlete alone. Coaches read it on the athlete’s page.</li>
          <li>
            Pain and illness: at once, to coaches who are shown health. That ends with the athlete’s consent
            and cannot be switched off.
          </li>
        </ul>
      </Section>
    </div>
  );
}
