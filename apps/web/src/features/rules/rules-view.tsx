"use client";

import { Button } from "@repo/ui/button";
import { PageTitle } from "@repo/ui/page-title";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { LimitDialog } from "./limit-dialog.tsx";

export type RuleShown = RouterOutputs["rules"]["list"][number];
export type LimitShown = RuleShown["limits"][number];
/** Whose limits are shown: a club's, or one athlete's. */
export type Owner =
  | { kind: "org"; orgId: string; name: string }
  | { kind: "athlete"; athleteId: string; name: string };

type Props = { orgId: string; orgName: string; athletes: readonly { athleteId: string; name: string }[] };

/** Every rule that plans are checked by: what it checks, by which numbers, where they come from. */
export function RulesView({ orgId, orgName, athletes }: Props) {
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
        }
      />
      <ul aria-label="Rules" className="divide-y divide-line">
        {rules.map((rule) => (
          <li key={rule.id} className="grid gap-x-8 gap-y-2 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
            <div>
              <h2 className="type-lead">{rule.checks}</h2>
              <p className="mt-0.5 text-xs text-ink-soft">
                {`${SEVERITY[rule.severity]}. ${rule.waivable ? "" : "Protects health: nobody can let it stand. "}Source: ${rule.source.join(", ")}`}
              </p>
            </div>
            <Limits rule={rule} onChange={(limit) => setChanging({ rule, limit })} onReset={reset} />
          </li>
        ))}
      </ul>
      {changing ? <LimitDialog {...changing} owner={owner} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

const SEVERITY = { error: "Breaks a rule", warn: "Something to look at", info: "A note" } as const;

type LimitsProps = {
  rule: RuleShown;
  onChange: (limit: LimitShown) => void;
  onReset: (limit: { rule: string; name: string }) => void;
};

function Limits({ rule, onChange, onReset }: LimitsProps) {
  if (rule.limits.length === 0) return <p className="text-sm text-ink-soft">No number to set.</p>;
  return (
    <ul className="flex flex-col gap-2">
      {rule.limits.map((limit) => (
        <li key={limit.name} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <span className="min-w-0 flex-1">
            <span className="text-ink-soft">{`${nameOf(limit.name)}: `}</span>
            <span className="type-figure font-semibold">{`${limit.set?.value ?? limit.value} ${limit.unit}`}</span>
            <span className="block text-xs text-ink-soft">
              {limit.set
                ? `The rule's own is ${limit.value}. ${limit.set.by ?? "Somebody"}: ${limit.set.reason}`
                : `Source: ${limit.source}`}
            </span>
          </span>
          <Button
            size="sm"
            aria-label={`Change ${nameOf(limit.name)} of “${rule.checks}”`}
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

/** "risePct" as words: "rise %". */
export function nameOf(name: string): string {
  return name
    .replace(/Pct$/, " %")
    .replace(/(Km|M|S)$/, "")
    .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
    .toLowerCase();
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
