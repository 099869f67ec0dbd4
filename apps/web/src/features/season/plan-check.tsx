"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { Disclosure } from "@repo/ui/disclosure";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { TextArea } from "@repo/ui/text-field";
import { useState } from "react";
import { sourceWords } from "#words/sources.ts";
import { words } from "#words.ts";
import { fixWords } from "./fix-words.ts";
import { openFindings, shortDay, withDays } from "./season-verdict.ts";
import type { PlanEdits, SeasonData } from "./use-plan-edits.ts";

type Finding = SeasonData["findings"][number];
type Props = { season: SeasonData; edits: PlanEdits };

/** The margin: what the rules say of the plan, with numbers, limits, sources, and a fix where there is one. */
export function PlanCheck({ season, edits }: Props) {
  const open = openFindings(season);
  const waived = season.findings.filter((finding) => finding.waived);
  const notes = season.findings.filter((finding) => finding.severity === "info" && !finding.waived);
  const [waiving, setWaiving] = useState<Finding | null>(null);
  const item = (finding: Finding) => (
    <Item
      key={keyOf(finding)}
      finding={finding}
      season={season}
      edits={edits}
      onWaive={() => setWaiving(finding)}
    />
  );
  const passing = season.rulesChecked - new Set(open.map(({ rule }) => rule)).size;
  return (
    <aside
      aria-label="Plan check"
      className="min-w-0 xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)] xl:self-start xl:overflow-y-auto"
    >
      <h2 className="type-title">Plan check</h2>
      <p aria-live="polite" className="mb-3 text-sm text-ink-soft">
        {`${season.rulesChecked} rules, ${open.length === 0 ? "nothing to look at" : `${open.length} to look at`}`}
      </p>
      <FindingList label="Findings">
        {open.map(item)}
        <FindingItem severity="pass" title={`${passing} of ${season.rulesChecked} rules pass`} />
      </FindingList>
      {season.notHonoured.length > 0 ? (
        <Disclosure
          summary={`What was asked and could not be given (${season.notHonoured.length})`}
          className="mt-3"
        >
          <ul className="list-disc space-y-1 pl-5 text-sm text-ink-soft">
            {season.notHonoured.map((wish) => (
              <li key={`${wish.code} ${wish.dates.join()}`}>{withDays(wish.title)}</li>
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

function keyOf({ rule, title, dates }: Finding): string {
  return `${rule} ${title} ${dates.join()}`;
}

type ItemProps = Props & { finding: Finding; onWaive: () => void };

function Item({ finding, season, edits, onWaive }: ItemProps) {
  const { fix, waivedReason, waiverId } = { ...finding, waivedReason: reasonOf(finding) };
  const [first] = finding.dates;
  return (
    <FindingItem
      severity={SEVERITY[finding.severity]}
      title={withDays(finding.title)}
      waived={waivedReason ? `Let stand: ${waivedReason}` : null}
      evidence={finding.evidence.map(({ label, value, unit, limit }) => ({
        label,
        value,
        ...(unit ? { unit } : {}),
        ...(limit == null ? {} : { limit }),
      }))}
      evidenceWord="Numbers, limit and source"
      source={`Source: ${sourceWords(finding.source)}`}
      actions={
        waiverId ? (
          <Button size="sm" onPress={() => edits.unwaive(waiverId)}>
            Count it again
          </Button>
        ) : (
          <>
            {fix && fix.kind !== "advice" ? (
              <Button size="sm" isDisabled={edits.isBusy} onPress={() => edits.applyFix(fix)}>
                {fixWords(fix, season.workouts)}
              </Button>
            ) : null}
            {first ? (
              <Button size="sm" variant="quiet" onPress={() => showDay(first)}>
                {shortDay(first)}
              </Button>
            ) : null}
            {finding.severity === "info" ? null : (
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

function reasonOf({ waived }: Finding): string | null {
  const reason = (waived as { reason?: unknown } | undefined)?.reason;
  return typeof reason === "string" ? reason : null;
}

/** Brings a finding's first day into view and puts the keyboard there. */
function showDay(date: string): void {
  const cell = document.querySelector<HTMLElement>(`[data-date="${date}"]`);
  const week = cell?.parentElement;
  (cell?.offsetParent === null ? week : cell)?.scrollIntoView({ block: "center", behavior: "smooth" });
  cell?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
}

type WaiveProps = { finding: Finding; edits: PlanEdits; onClose: () => void };

function WaiveDialog({ finding, edits, onClose }: WaiveProps) {
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
              edits.waive({ rule: finding.rule, date: finding.dates[0] ?? null, reason: reason.trim() });
              onClose();
            }}
          >
            Let it stand
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-ink-soft">{withDays(finding.title)}</p>
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
