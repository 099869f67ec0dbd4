"use client";

import { evidenceWords } from "@repo/core/report";
import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { Disclosure } from "@repo/ui/disclosure";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { TextArea } from "@repo/ui/text-field";
import { useState } from "react";
import type { RouterOutputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";
import { shortDay } from "./day-words.ts";
import { fixWords } from "./fix-words.ts";
import { useMayPlan } from "./may-plan.tsx";
import { useTold } from "./told.tsx";
import { useUnits } from "./units.tsx";

/** A finding of the rules, with the waiver that lets it stand. */
export type PlanFinding = RouterOutputs["season"]["get"]["findings"][number];

export type CheckedPlan = {
  findings: readonly PlanFinding[];
  workouts: readonly { id: string; title: string }[];
  rulesChecked: number;
  notHonoured: readonly { code: string; title: string; dates: readonly string[] }[];
};

/** What may be done about findings. */
export type FindingEdits = {
  isBusy: boolean;
  applyFix: (fix: NonNullable<PlanFinding["fix"]>, finding: PlanFinding) => void;
  waive: (finding: PlanFinding, reason: string) => void;
  unwaive: (waiverId: string, finding: PlanFinding) => void;
};

type Props = {
  plan: CheckedPlan;
  edits: FindingEdits;
  /** Brings a day into view. */
  onShowDay: (date: string) => void;
  /** Shows on the calendar what a fix would do, before it is done. */
  onPreview?: (fix: PlanFinding["fix"]) => void;
  className?: string;
};

/** Findings that nobody let stand and that are more than a note. */
export function openFindings(findings: readonly PlanFinding[]): PlanFinding[] {
  return findings.filter(({ severity, waived }) => severity !== "info" && !waived);
}

/** The margin: what the rules say of the plan, with numbers, limits, sources, and a fix where there is one. */
export function PlanCheck({ plan, edits, onShowDay, onPreview, className }: Props) {
  const told = useTold();
  const open = openFindings(plan.findings);
  const waived = plan.findings.filter((finding) => finding.waived);
  const notes = plan.findings.filter((finding) => finding.severity === "info" && !finding.waived);
  const [waiving, setWaiving] = useState<PlanFinding | null>(null);
  const item = (finding: PlanFinding) => (
    <Item
      key={keyOf(finding)}
      finding={finding}
      plan={plan}
      edits={edits}
      onShowDay={onShowDay}
      onPreview={onPreview}
      onWaive={() => setWaiving(finding)}
    />
  );
  const passing = plan.rulesChecked - new Set(open.map(({ rule }) => rule)).size;
  return (
    <aside
      aria-label="Plan check"
      className={
        className ??
        "min-w-0 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto"
      }
    >
      <h2 className="type-title">Plan check</h2>
      <p aria-live="polite" className="mb-3 text-sm text-ink-soft">
        {`${plan.rulesChecked} rules, ${open.length === 0 ? "nothing to look at" : `${open.length} to look at`}`}
      </p>
      <FindingList label="Findings">
        {open.map(item)}
        <FindingItem severity="pass" title={`${passing} of ${plan.rulesChecked} rules pass`} />
      </FindingList>
      {plan.notHonoured.length > 0 ? (
        <Disclosure
          summary={`What was asked and could not be given (${plan.notHonoured.length})`}
          className="mt-3"
        >
          <ul className="list-disc space-y-1 pl-5 text-sm text-ink-soft">
            {plan.notHonoured.map((wish) => (
              <li key={`${wish.code} ${wish.dates.join()}`}>{told(wish.title)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {notes.length > 0 ? (
        <Disclosure summary={`Notes (${notes.length})`} className="mt-2">
          <FindingList label="Notes">{notes.map(item)}</FindingList>
        </Disclosure>
      ) : null}
      {waived.length > 0 ? (
        <Disclosure summary={`Let stand (${waived.length})`} className="mt-2">
          <FindingList label="Findings that you let stand">{waived.map(item)}</FindingList>
        </Disclosure>
      ) : null}
      {waiving ? <WaiveDialog finding={waiving} edits={edits} onClose={() => setWaiving(null)} /> : null}
    </aside>
  );
}

const SEVERITY = { error: "error", warn: "warning", info: "note" } as const;

function keyOf({ rule, title, dates }: PlanFinding): string {
  return `${rule} ${title} ${dates.join()}`;
}

type ItemProps = Props & { finding: PlanFinding; onWaive: () => void };

function Item({ finding, plan, edits, onShowDay, onPreview, onWaive }: ItemProps) {
  const told = useTold();
  const units = useUnits();
  const { fix, waivedReason, waiverId } = { ...finding, waivedReason: reasonOf(finding) };
  const mayPlan = useMayPlan();
  const [first] = finding.dates;
  return (
    <FindingItem
      severity={SEVERITY[finding.severity]}
      title={told(finding.title)}
      waived={waivedReason ? `Let stand: ${waivedReason}` : null}
      evidence={evidenceWords(finding.evidence, units)}
      evidenceWord="Numbers, limit and source"
      source={`Source: ${sourceWords(finding.source)}`}
      actions={
        waiverId && mayPlan ? (
          <Button size="sm" onPress={() => edits.unwaive(waiverId, finding)}>
            Count it again
          </Button>
        ) : (
          <>
            {fix && fix.kind !== "advice" && mayPlan ? (
              <Button
                size="sm"
                isDisabled={edits.isBusy}
                onHoverChange={(over) => onPreview?.(over ? fix : null)}
                onFocusChange={(focused) => onPreview?.(focused ? fix : null)}
                onPress={() => edits.applyFix(fix, finding)}
              >
                {told(fixWords(fix, plan.workouts))}
              </Button>
            ) : null}
            {first ? (
              <Button size="sm" variant="quiet" onPress={() => onShowDay(first)}>
                {shortDay(first)}
              </Button>
            ) : null}
            {finding.severity === "info" || !mayPlan ? null : (
              <Button size="sm" variant="quiet" onPress={onWaive}>
                Let it stand
              </Button>
            )}
          </>
        )
      }
    >
      {fix?.kind === "advice" ? words("advice", fix.code) : null}
    </FindingItem>
  );
}

function reasonOf({ waived }: PlanFinding): string | null {
  const reason = (waived as { reason?: unknown } | undefined)?.reason;
  return typeof reason === "string" ? reason : null;
}

type WaiveProps = { finding: PlanFinding; edits: FindingEdits; onClose: () => void };

function WaiveDialog({ finding, edits, onClose }: WaiveProps) {
  const told = useTold();
  const [reason, setReason] = useState("");
  const isShort = reason.trim().length < 3;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title="Let this finding stand?"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={isShort}
            onPress={() => {
              edits.waive(finding, reason.trim());
              onClose();
            }}
          >
            Let it stand
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-soft">{told(finding.title)}</p>
      <TextArea
        label="Why"
        hint="Kept with the season and shown beside the finding."
        value={reason}
        rows={3}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
