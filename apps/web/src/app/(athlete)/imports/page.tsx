import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { ImportDrop } from "#features/imports/import-drop.tsx";
import { ImportsView } from "#features/imports/imports-view.tsx";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  await requireActor("/imports");
  const batches = await (await getCaller()).imports.list();
  return (
    <>
      <PageTitle
        title="Import files"
        lead="From your watch, or years of a log. Nothing is merged in silence, and everything can be taken back."
        rule={false}
      />
      <ImportDrop />
      <Section title="Imports so far">
        <ImportsView batches={batches} />
      </Section>
    </>
  );
}
