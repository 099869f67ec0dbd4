"use client";

import { evidenceWords } from "@repo/core/report";
import { FindingItem, FindingList } from "@repo/ui/finding-item";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { openFindings, type PlanFinding } from "#components/plan-check.tsx";
import { useTold } from "#components/told.tsx";
import { useUnits } from "#components/units.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterInputs } from "#trpc/root.ts";
import { sourceWords } from "#words/sources.ts";

export type TriedOp = RouterInputs["coachCalendar"]["tryOut"]["ops"][number];
type Props = {
  athleteId: string;
  /** What saving would do; null while there is nothing to save, or it cannot be read. */
  op: TriedOp | null;
  /** What the rules say of the workout as it is. */
  now: readonly PlanFinding[];
};

/** Typing settles before the rules are asked. */
const SETTLE_MS = 400;

/** What the rules say of the workout as it stands, and what saving it would add and mend. */
export function TriedFindings({ athleteId, op, now }: Props) {
  const told = useTold();
  const trpc = useTRPC();
  const settled = useSettled(op);
  const tried = useQuery(
    trpc.coachCalendar.tryOut.queryOptions(
      settled ? { athleteId, kind: settled.op === "add" ? "add" : "edit", ops: [settled] } : skipToken,
      { placeholderData: keepPreviousData, retry: false },
    ),
  );
  const appearing = openFindings((tried.data?.appearing ?? []) as PlanFinding[]);
  const changing = openFindings((tried.data?.changing ?? []) as PlanFinding[]);
  const vanishing = openFindings((tried.data?.vanishing ?? []) as PlanFinding[]);
  const standing = openFindings(now).filter(
    (finding) => ![...vanishing, ...changing].some((each) => isAbout(each, finding)),
  );
  return (
    <section aria-label="What the rules say" className="border-t border-line pt-4">
      <h3 className="type-lead" aria-live="polite">
        {titleOf({
          isAsked: op !== null,
          isKnown: tried.data !== undefined && settled === op,
          appearing,
          changing,
          vanishing,
          standing,
        })}
      </h3>
      {tried.error ? <p className="text-sm text-track-text">{tried.error.message.split("\n")[0]}</p> : null}
      {op && appearing.length + changing.length + vanishing.length > 0 ? (
        <div className="mt-2">
          <FindingList label="What saving changes for the rules">
            {appearing.map((finding) => (
              <Item key={`new ${finding.title}`} finding={finding} />
            ))}
            {changing.map((finding) => (
              <Item key={`other ${finding.title}`} finding={finding} />
            ))}
            {vanishing.map(({ title }) => (
              <FindingItem key={`gone ${title}`} severity="pass" title={`Mended: ${told(title)}`} />
            ))}
          </FindingList>
        </div>
      ) : null}
      {standing.length > 0 ? (
        <div className="mt-2">
          <FindingList label="What the rules say already">
            {standing.map((finding) => (
              <Item key={finding.title} finding={finding} />
            ))}
          </FindingList>
        </div>
      ) : null}
    </section>
  );
}

function Item({ finding }: { finding: PlanFinding }) {
  const told = useTold();
  const units = useUnits();
  return (
    <FindingItem
      severity={finding.severity === "error" ? "error" : "warning"}
      title={told(finding.title)}
      evidence={evidenceWords(finding.evidence, units)}
      evidenceWord="Numbers, limit and source"
      source={`Source: ${sourceWords(finding.source)}`}
    />
  );
}

type Told = {
  isAsked: boolean;
  isKnown: boolean;
  appearing: readonly PlanFinding[];
  changing: readonly PlanFinding[];
  vanishing: readonly PlanFinding[];
  standing: readonly PlanFinding[];
};

function titleOf({ isAsked, isKnown, appearing, changing, vanishing, standing }: Told): string {
  const open =
    standing.length === 0
      ? "The rules have nothing against it"
      : `The rules say ${count(standing.length)} about it`;
  if (!isAsked) return open;
  if (!isKnown) return "Asking the rules …";
  if (appearing.length > 0) return `Saving brings ${count(appearing.length)} to look at`;
  if (changing.length > 0 && vanishing.length === 0)
    return `Saving changes the numbers of ${count(changing.length)}`;
  return vanishing.length > 0
    ? `Saving mends ${count(vanishing.length)}`
    : "Saving changes nothing for the rules";
}

function isAbout(a: PlanFinding, b: PlanFinding): boolean {
  return a.rule === b.rule && a.dates[0] === b.dates[0];
}

function count(number: number): string {
  return number === 1 ? "one thing" : `${number} things`;
}

/** A value once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
