import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import type { Metadata } from "next";
import { requireActor } from "#auth/index.ts";
import { ImportDrop } from "#features/imports/import-drop.tsx";
import { ImportsView } from "#features/imports/imports-view.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { getCaller } from "#trpc/server.tsx";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  await requireActor("/imports");
  const batches = await (await getCaller()).imports.list();
  return (
    <>
      <PageTitle
        title={importsTitle(batches)}
        lead="From your watch, or years of a log. Nothing is merged in silence, and everything can be taken back."
        rule={false}
      />
      <div className="mt-5">
        <ImportDrop />
      </div>
      <Section title="Imports so far">
        <ImportsView batches={batches} />
      </Section>
    </>
  );
}

/** What the latest import came to, first. */
function importsTitle(batches: RouterOutputs["imports"]["list"]): string {
  const [latest] = batches;
  if (!latest || latest.state === "undone") return "Bring your training here";
  if (latest.state === "running") return "Your files are being read";
  if (latest.state === "pending") return "Not all of it was sent";
  const wants = latest.failed + latest.twins;
  if (wants > 0) return `${wants} ${wants === 1 ? "file needs" : "files need"} a look`;
  if (latest.files.some(({ isPartial }) => isPartial)) return "What could be read came in";
  return latest.added + latest.updated > 0 ? "Everything came in" : "All of it was here already";
}
