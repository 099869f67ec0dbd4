"use client";

import { addDays } from "@repo/core/calendar";
import { evidenceWords } from "@repo/core/report";
import type { Fix } from "@repo/core/season";
import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { EvidenceList } from "@repo/ui/evidence-list";
import { LinkButton } from "@repo/ui/link-button";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { unbroken } from "@repo/ui/unbroken";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Day } from "#components/day.tsx";
import { Link } from "#components/link.tsx";
import { useMayPlan } from "#components/may-plan.tsx";
import { Told } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { WarningBadge } from "#components/warning-badge.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import { fixLabel } from "./fix-label.ts";

type Evidence = Parameters<typeof evidenceWords>[0];
type Warning = RouterOutputs["roster"]["list"]["needs"][number]["warnings"][number];
type Remedy = { text?: string; fix?: Fix | null };
type Props = { athlete: { id: string; name: string }; warnings: readonly Warning[]; today: string };

const SNOOZE_DAYS = 7;

/** What to do about an athlete's warnings: the remedy of the gravest in one click, and the evidence of all. */
export function WarningActions({ athlete, warnings, today }: Props) {
  const [isOpen, setOpen] = useState(false);
  const acts = useWarningActs(athlete);
  const mayPlan = useMayPlan();
  const [first] = warnings;
  if (!first) return null;
  const remedy = first.remedy as Remedy | null;
  const fix = mayPlan ? fixLabel(remedy?.fix, today) : null;
  return (
    <div className="flex flex-wrap gap-2 md:flex-col md:flex-nowrap">
      {fix ? (
        <Button
          variant="solid"
          className="flex-1 md:flex-none"
          isPending={acts.isPending}
          onPress={() => acts.apply(first.id, { fix: remedy?.fix ?? null, words: fix })}
        >
          {unbroken(fix)}
          <span className="sr-only"> for {athlete.name}</span>
        </Button>
      ) : (
        // Nothing in the plan would help: what does is a word, or another goal, and stands on their page.
        <LinkButton as={Link} href={`/athletes/${athlete.id}#words`} className="flex-1 md:flex-none">
          {`Write to ${athlete.name.split(" ")[0]}`}
        </LinkButton>
      )}
      <Button className="flex-1 md:flex-none" onPress={() => setOpen(true)}>
        Open evidence<span className="sr-only"> for {athlete.name}</span>
      </Button>
      <Dialog title={athlete.name} isOpen={isOpen} onOpenChange={setOpen} size="md">
        {(close) => (
          <div className="divide-y divide-line">
            {warnings.map((warning) => (
              <WarningDetail key={warning.id} warning={warning} today={today} acts={acts} onDone={close} />
            ))}
          </div>
        )}
      </Dialog>
    </div>
  );
}

type Acts = ReturnType<typeof useWarningActs>;

function WarningDetail(props: { warning: Warning; today: string; acts: Acts; onDone: () => void }) {
  const { warning, today, acts, onDone } = props;
  const remedy = warning.remedy as Remedy | null;
  const units = useUnits();
  const mayPlan = useMayPlan();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  function snooze() {
    if (reason.trim() === "") return setMissing(true);
    acts.snooze(warning.id, { until: addDays(today, SNOOZE_DAYS), reason });
    onDone();
  }
  return (
    <section aria-label={warning.words.title} className="py-4 first:pt-1">
      <WarningBadge warning={{ ...warning, badge: warning.words.badge }} />
      <h3 className="mt-1.5 font-semibold">
        <Told text={warning.words.title} />
      </h3>
      <p className="mb-2 text-sm text-ink-soft">
        Open since <Day iso={warning.openedOn} />, last seen <Day iso={warning.lastSeenOn} />. Sources:{" "}
        {sourceWords(warning.source)}.
      </p>
      <EvidenceList rows={evidenceWords(warning.evidence as unknown as Evidence, units)} />
      {remedy?.text ? (
        <p className="mt-3 text-sm">
          What helps: <Told text={remedy.text} />
        </p>
      ) : null}
      <div className="mt-3 flex flex-wrap items-end gap-2" hidden={!mayPlan}>
        <TextField
          label={`Snooze for ${SNOOZE_DAYS} days, because`}
          value={reason}
          error={missing ? "Say why, so that the next reader knows." : null}
          onChange={(event) => setReason(event.target.value)}
          className="min-w-48 flex-1"
        />
        <Button onPress={snooze}>Snooze</Button>
        <Button
          onPress={() => {
            acts.callWrong(warning.id);
            onDone();
          }}
        >
          This is wrong
        </Button>
      </div>
    </section>
  );
}

/** Acts that take effect at once, each with its way back. */
function useWarningActs({ id: athleteId, name }: Props["athlete"]) {
  const trpc = useTRPC();
  const router = useRouter();
  const onError = (error: { message: string }) => showToast(error.message, { tone: "error" });
  const onSuccess = () => router.refresh();
  // A second press of a double click would find the plan changed, by ourselves.
  const applied = useRef(new Set<string>());
  const reopen = useMutation(trpc.roster.reopen.mutationOptions({ onSuccess, onError }));
  const snooze = useMutation(trpc.roster.snooze.mutationOptions({ onSuccess, onError }));
  const judge = useMutation(trpc.roster.judge.mutationOptions({ onSuccess, onError }));
  const apply = useMutation(trpc.roster.applyRemedy.mutationOptions({ onSuccess, onError }));
  const undo = useMutation(
    trpc.roster.undoRemedy.mutationOptions({
      // Here and not with the call: the athlete's row may be gone by now, and comes back with this.
      onSuccess: (_, { warningId }) => {
        applied.current.delete(warningId);
        showToast("The plan is as it was");
        onSuccess();
      },
      onError,
    }),
  );
  const which = (warningId: string) => ({ mutationId: newClientId(), athleteId, warningId });
  const undoable = (message: string, warningId: string) => ({
    onSuccess: () => showToast(message, { undo: () => reopen.mutate(which(warningId)) }),
  });
  return {
    isPending: apply.isPending,
    snooze: (warningId: string, until: { until: string; reason: string }) =>
      snooze.mutate({ ...which(warningId), ...until }, undoable("Snoozed for a week", warningId)),
    callWrong: (warningId: string) =>
      judge.mutate({ ...which(warningId), verdict: "wrong" }, undoable("Put aside as wrong", warningId)),
    apply: (warningId: string, { fix, words }: { fix: Fix | null; words: string }) => {
      if (applied.current.has(warningId)) return;
      applied.current.add(warningId);
      const again = () => {
        applied.current.delete(warningId);
        // Refused because something else stands there by now: that is what they should see.
        onSuccess();
      };
      const takeBack = () => undo.mutate(which(warningId));
      apply.mutate(
        { ...which(warningId), fix },
        {
          onError: again,
          onSuccess: ({ seasonId }) =>
            showToast(`Done for ${name}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`, {
              undo: seasonId === null ? () => reopen.mutate(which(warningId)) : takeBack,
              detail: <ChangedPlan athleteId={athleteId} seasonId={seasonId} />,
            }),
        },
      );
    },
  };
}

/** The way to what a click has changed. */
function ChangedPlan({ athleteId, seasonId }: { athleteId: string; seasonId: string | null }) {
  if (seasonId === null) return "Nothing in the plan had to change.";
  return (
    <Link href={`/seasons/${athleteId}/${seasonId}`} className="underline">
      See the changed plan
    </Link>
  );
}
