"use client";

import { Button } from "@repo/ui/button";
import { Chart } from "@repo/ui/chart";
import { ribbonPicture } from "@repo/ui/charts";
import { Disclosure } from "@repo/ui/disclosure";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { Link } from "#components/link.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { type Content, type CycleData, outlineWords, refOf, ribbonOf } from "./cycle-data.ts";
import { CycleWeeks } from "./cycle-weeks.tsx";
import { CycleWorkoutDialog, type Place } from "./cycle-workout-dialog.tsx";
import { LastRollOut } from "./last-roll-out.tsx";
import { RollOutDialog } from "./roll-out-dialog.tsx";
import { SaveVersionDialog } from "./save-version-dialog.tsx";
import { useChosen } from "./use-chosen.ts";

type Props = { orgId: string; cycleRef: string; mayPlan: boolean };

/** One cycle, week by week: to read, to change into a new version, to give away. */
export function CycleView({ orgId, cycleRef, mayPlan }: Props) {
  const units = useUnits();
  const trpc = useTRPC();
  const { data: cycle } = useSuspenseQuery(trpc.cycles.get.queryOptions({ orgId, cycle: refOf(cycleRef) }));
  const [draft, setDraft] = useState<Content | null>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [dialog, setDialog] = useState<"save" | "roll-out" | null>(null);
  const content = draft ?? (cycle.content as Content);
  const isOwn = cycle.cycleId !== null;
  const mayChange = isOwn && mayPlan;
  return (
    <>
      <PageTitle
        rule={false}
        eyebrow={
          <Link href="/cycles" className="underline underline-offset-2 hover:text-ink">
            Cycles
          </Link>
        }
        title={cycle.name}
        lead={[outlineWords(cycle, units), isOwn ? `version ${cycle.version}` : "comes with Mesocycle"].join(
          ", ",
        )}
        actions={
          mayPlan ? <Actions {...{ cycle, orgId, cycleRef }} onRollOut={() => setDialog("roll-out")} /> : null
        }
      />
      <Chart
        label={`Weeks of ${cycle.name}`}
        picture={ribbonPicture(ribbonOf(cycle, units), { width: 1150, height: 120 })}
        narrow={ribbonPicture(ribbonOf(cycle, units), { width: 358, height: 100 })}
      />
      {cycle.about ? <p className="mt-3 max-w-prose text-sm">{cycle.about}</p> : null}
      {cycle.versions.length > 1 ? <Versions versions={cycle.versions} /> : null}
      {cycle.rollOut && cycle.cycleId && mayPlan ? (
        <LastRollOut {...{ orgId }} cycleId={cycle.cycleId} rollOut={cycle.rollOut} />
      ) : null}
      <CycleWeeks content={content} onOpen={mayChange ? setPlace : null} />
      {draft ? (
        <section
          aria-label="Not saved"
          className="sticky bottom-16 z-20 mt-4 flex flex-wrap items-center justify-between gap-3 border-t-2 border-ink bg-paper py-3 md:bottom-0"
        >
          <p className="text-sm font-semibold">{`Changed, not saved: version ${cycle.version} stays as it is.`}</p>
          <div className="flex gap-2">
            <Button onPress={() => setDraft(null)}>Discard</Button>
            <Button variant="solid" onPress={() => setDialog("save")}>
              {`Save as version ${cycle.version + 1}`}
            </Button>
          </div>
        </section>
      ) : null}
      {place ? (
        <CycleWorkoutDialog
          content={content}
          place={place}
          onChange={setDraft}
          onClose={() => setPlace(null)}
        />
      ) : null}
      {dialog === "save" && draft ? (
        <SaveVersionDialog
          {...{ orgId, cycle, draft }}
          onSaved={() => {
            setDraft(null);
            setDialog("roll-out");
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === "roll-out" && cycle.cycleId ? (
        <RollOutDialog {...{ orgId }} cycleId={cycle.cycleId} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

type ActionsProps = Pick<Props, "orgId" | "cycleRef"> & { cycle: CycleData; onRollOut: () => void };

function Actions({ cycle, orgId, cycleRef, onRollOut }: ActionsProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const router = useRouter();
  const chosen = useChosen();
  const [id] = useState(newClientId);
  const copying = useMutation(
    trpc.cycles.save.mutationOptions({
      onSuccess: ({ cycleId }) => {
        showToast("Copied to your own cycles", { detail: "Change what you like; it is saved as a version." });
        void client.invalidateQueries({ queryKey: trpc.cycles.pathKey() });
        router.push(`/cycles/${cycleId}`);
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  const copy = () =>
    copying.mutate({
      orgId,
      mutationId: id,
      id,
      name: cycle.name,
      about: cycle.about,
      content: cycle.content as Content,
    });
  return (
    <>
      {cycle.cycleId === null ? (
        <Button isPending={copying.isPending} onPress={copy}>
          Copy to change it
        </Button>
      ) : cycle.version > 1 ? (
        <Button onPress={onRollOut}>{`Roll out version ${cycle.version}`}</Button>
      ) : null}
      <LinkButton as={Link} variant="solid" href={`/cycles/${cycleRef}/assign${chosen.query}`}>
        Give it to athletes
      </LinkButton>
    </>
  );
}

function Versions({ versions }: Pick<CycleData, "versions">) {
  return (
    <Disclosure summary={`Versions (${versions.length})`} className="mt-3">
      <ol className="text-sm">
        {versions.map(({ version, note, authorName, createdAt }) => (
          <li key={version}>
            <span className="font-semibold">{`Version ${version}`}</span>
            <span className="text-ink-soft">
              , <Day iso={String(createdAt)} />
              {`${authorName ? `, ${authorName}` : ""}${note ? `: ${note}` : ""}`}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
