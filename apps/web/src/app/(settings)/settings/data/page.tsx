import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "#auth/index.ts";
import { CalendarFeeds } from "#features/files-out/calendar-feeds.tsx";
import { EraseForm } from "#features/files-out/erase-form.tsx";
import { SettingsCrumb } from "#features/settings/settings-crumb.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Your data" };

export default async function DataPage() {
  await requireActor();
  const caller = await getCaller();
  if (!(await caller.account.me()).isAthlete) notFound();
  const [feeds, sign] = [await caller.filesOut.listFeeds(), await caller.account.signInMethods()];
  return (
    <div className="max-w-2xl">
      <PageTitle
        eyebrow={<SettingsCrumb />}
        title="Your data is yours to take along"
        lead="As one archive, in your calendar, or gone for good."
        rule={false}
      />
      <Section title="Everything as one archive">
        <p className="text-ink-soft">
          Your history, the files you uploaded as they were, tables for a spreadsheet, and every row that is
          kept about you. Add the archive on the Import page of any Mesocycle and all of it is there again.
        </p>
        <p className="mt-4">
          <LinkButton href="/api/export" download>
            Download everything
          </LinkButton>
        </p>
      </Section>
      <Section title="In your calendar" className="border-t border-line py-6">
        <CalendarFeeds feeds={feeds} />
      </Section>
      <Section title="Erase everything" className="border-t border-line py-6">
        <p className="mb-4 text-ink-soft">
          Your account, every session, check-in and file, and what others wrote about you. It cannot be taken
          back; download everything first. Coaches see nothing of you from that moment on.
        </p>
        <EraseForm hasPassword={sign.hasPassword} />
      </Section>
    </div>
  );
}
