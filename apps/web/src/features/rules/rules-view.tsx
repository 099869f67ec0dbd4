"use client";

import { Button } from "@repo/ui/button";
import { PageTitle } from "@repo/ui/page-title";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { type ReactNode, useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { OrgChoice } from "#components/org-choice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { limitWords } from "#words/limits.ts";
import { sourceWords } from "#words/sources.ts";
import { LimitDialog } from "./limit-dialog.tsx";

export type RuleShown = RouterOutputs["rules"]["list"][number];
export type LimitShown = RuleShown["limits"][number];
/** Whose limits are shown: a club's, or one athlete's. */
export type Owner =
  | { kind: "org"; orgId: string; name: string }
  | { kind: "athlete"; athleteId: string; name: string };

type Props = {
  orgId: string;
  orgName: string;
  organisations: readonly { orgId: string; name: string }[];
  athletes: readonly { athleteId: string; name: string }[];
};

/** Every rule that plans are checked by: what it checks, by which numbers, where they come from. */
export function RulesView({ orgId, orgName, organisations, athletes }: Props) {
  const trpc = useTRPC();
  const [athleteId, setAthlete] = useQueryState("athlete", parseAsString);
  const [changing, setChanging] = useState<{ rule: RuleShown; limit: LimitShown } | null>(null);
  const athlete = athletes.find((each) => each.athleteId === athleteId);
  const owner: Owner = athlete ? { kind: "athlete", ...athlete } : { kind: "org", orgId, name: orgName };
  const { data: ofClub } = useSuspenseQuery(trpc.rules.list.queryOptions({ orgId }));
  const ofAthlete = useQuery({
    ...trpc.rules.ofAthlete.queryOptions({ athleteId: athlete?.athleteId ?? "" }),
    enabled: athlete !== undefined,
  });
  const rules = athlete ? (ofAthlete.data ?? ofClub) : ofClub;
  const changed = rules.flatMap(({ limits }) => limits).filter(({ set }) => set !== null).length;
  const reset = useReset(owner);
  return (
    <>
      <PageTitle
        title={`${rules.length} rules check every plan`}
        lead={`${changed === 0 ? "All limits are the rules' own" : `${changed} ${changed === 1 ? "limit is" : "limits are"} your own`} for ${owner.name}. An athlete's own limit comes before the club's.`}
        actions={
          <>
            <OrgChoice {...{ orgId, organisations }} />
            <div className="w-56">
              <NativeSelect
                label="Limits of"
                value={athlete?.athleteId ?? ""}
                options={[
                  { value: "", label: orgName },
                  ...athletes.map((each) => ({ value: each.athleteId, label: each.name })),
                ]}
                onChange={(event) => void setAthlete(event.target.value || null)}
              />
            </div>
          </>
        }
      />
      {GROUPS.map(({ severity, title, lead }) => (
        <RuleGroup key={severity} title={title} lead={lead}>
          {rules
            .filter((rule) => rule.severity === severity)
            .map((rule) => (
              <li key={rule.id} className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-2">
                <div>
                  <h3 className="type-lead">{rule.checks}</h3>
                  <p className="mt-0.5 text-xs text-ink-soft">{`Source: ${sourceWords(rule.source)}`}</p>
                </div>
                <Limits rule={rule} onChange={(limit) => setChanging({ rule, limit })} onReset={reset} />
              </li>
            ))}
        </RuleGroup>
      ))}
      {changing ? <LimitDialog {...changing} owner={owner} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

const GROUPS = [
  { severity: "error", title: "What no plan should break", lead: "Found, it comes first and in red." },
  {
    severity: "warn",
    title: "What is worth a second look",
    lead: "Found, it may be mended or left to stand.",
  },
  { severity: "info", title: "Notes", lead: "Said on the side; they never count as findings." },
] as const;

function RuleGroup({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-7 mb-10">
      <h2 className="type-title">{title}</h2>
      <p className="mb-1 text-sm text-ink-soft">{lead}</p>
      <ul className="divide-y divide-line border-t border-line">{children}</ul>
    </section>
  );
}

/** "1 day", "7 days": the unit as it is said with the number. */
function valueWords(value: number, unit: string): string {
  return `${value} ${value === 1 ? unit.replace(/^(day|week|run|time|session|variable)s\b/, "$1") : unit}`;
}

type LimitsProps = {
  rule: RuleShown;
  onChange: (limit: LimitShown) => void;
  onReset: (limit: { rule: string; name: string }) => void;
};

function Limits({ rule, onChange, onReset }: LimitsProps) {
  if (rule.limits.length === 0) return <p className="text-sm text-ink-soft">It has no number to set.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rule.limits.map((limit) => (
        <li key={limit.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="min-w-0 flex-1">
            <span className="text-ink-soft">{`${limitWords(rule.id, limit.name)} `}</span>
            <span className="type-figure font-semibold">
              {valueWords(limit.set?.value ?? limit.value, limit.unit)}
            </span>
            <span className="block text-xs text-ink-soft">
              {limit.set
                ? `The rule's own is ${limit.value}. ${limit.set.by ?? "Somebody"}: ${limit.set.reason}`
                : sourceWords([limit.source])}
            </span>
          </span>
          <Button
            size="sm"
            aria-label={`Change “${limitWords(rule.id, limit.name)}” of “${rule.checks}”`}
            onPress={() => onChange(limit)}
          >
            Change
          </Button>
          {limit.set ? (
            <Button size="sm" variant="quiet" onPress={() => onReset({ rule: rule.id, name: limit.name })}>
              Give it back
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function useReset(owner: Owner) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const done = {
    onSuccess: () => {
      showToast("The rule has its own limit again");
      void client.invalidateQueries({ queryKey: trpc.rules.pathKey() });
    },
    onError: (error: { message: string }) => showToast(error.message, { tone: "error" as const }),
  };
  const ofClub = useMutation(trpc.rules.reset.mutationOptions(done));
  const ofAthlete = useMutation(trpc.rules.resetOfAthlete.mutationOptions(done));
  return (limit: { rule: string; name: string }) => {
    if (owner.kind === "org") ofClub.mutate({ orgId: owner.orgId, ...limit });
    else ofAthlete.mutate({ athleteId: owner.athleteId, ...limit });
  };
}
