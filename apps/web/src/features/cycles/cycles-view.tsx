"use client";

import { EmptyState } from "@repo/ui/empty-state";
import { LinkButton } from "@repo/ui/link-button";
import { PageTitle } from "@repo/ui/page-title";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "#components/link.tsx";
import { OrgChoice } from "#components/org-choice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { sourceWords } from "#words/sources.ts";
import { CycleRow } from "./cycle-row.tsx";
import { useChosen } from "./use-chosen.ts";

type Props = {
  orgId: string;
  organisations: readonly { orgId: string; name: string }[];
  mayPlan: boolean;
};

/** What can be given to athletes again and again: the organisation's own cycles, and those that come with the product. */
export function CyclesView({ orgId, organisations, mayPlan }: Props) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.cycles.list.queryOptions({ orgId }));
  const { own, classic } = data;
  const chosen = useChosen();
  return (
    <>
      <PageTitle
        title={
          chosen.count > 0
            ? `Which cycle for ${chosen.count} ${chosen.count === 1 ? "athlete" : "athletes"}?`
            : `${own.length + classic.length} cycles to give away`
        }
        lead="A cycle has weeks but no dates, intents but no paces: each athlete gets it from their own day, in their own paces."
        actions={
          <>
            <OrgChoice {...{ orgId, organisations }} />
            {mayPlan ? (
              <LinkButton as={Link} href={`/cycles/bring-in${chosen.query}`}>
                Bring in a plan
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Group title={own.length === 0 ? "Your own" : `Your own (${own.length})`}>
        {own.length === 0 ? (
          <EmptyState
            title="Weeks that have served once"
            action={
              <LinkButton as={Link} href="/seasons">
                Choose a season
              </LinkButton>
            }
          >
            Open a season and choose “Save as a cycle”: all of it, or the weeks that are worth repeating. Or
            take one of the plans below and change it.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {own.map((cycle) => (
              <CycleRow
                key={cycle.id}
                href={`/cycles/${cycle.id}${chosen.query}`}
                name={cycle.name}
                cycle={cycle}
                detail={`Version ${cycle.version}${cycle.seasons > 0 ? `, ${cycle.seasons} ${cycle.seasons === 1 ? "season" : "seasons"} made from it` : ", not given to anybody yet"}`}
              />
            ))}
          </ul>
        )}
      </Group>
      <Group title={`Classic plans (${classic.length})`}>
        <ul className="divide-y divide-line">
          {classic.map((cycle) => (
            <CycleRow
              key={cycle.id}
              href={`/cycles/${cycle.id}${chosen.query}`}
              name={cycle.name}
              cycle={cycle}
              detail={sourceWords(cycle.source.slice(0, 1))}
            />
          ))}
        </ul>
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-7">
      <h2 className="type-title border-b border-line pb-2">{title}</h2>
      {children}
    </section>
  );
}
