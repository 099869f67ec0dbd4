"use client";

import { useQuery } from "@tanstack/react-query";
import { CycleRow } from "#features/cycles/cycle-row.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { sourceWords } from "#words/sources.ts";

type Props = { athleteId: string; name: string; orgId: string };

/** A season from a saved cycle: each leads to its preview for this athlete, where the day is chosen. */
export function CycleStart({ athleteId, name, orgId }: Props) {
  const { data } = useQuery(useTRPC().cycles.list.queryOptions({ orgId }));
  const hrefOf = (id: string) => `/cycles/${id}/assign?athletes=${athleteId}&org=${orgId}`;
  return (
    <div className="pt-6">
      <p className="max-w-prose text-sm text-ink-soft">
        {`Choose one; then say from which day, or back from which race, and see it in ${name}’s paces before anything is saved.`}
      </p>
      <ul
        aria-label="Cycles"
        aria-busy={data === undefined}
        className="mt-3 min-h-96 divide-y divide-line border-t border-line"
      >
        {(data?.own ?? []).map((cycle) => (
          <CycleRow
            key={cycle.id}
            href={hrefOf(cycle.id)}
            name={cycle.name}
            cycle={cycle}
            detail={`Version ${cycle.version}, your club’s own`}
          />
        ))}
        {(data?.classic ?? []).map((cycle) => (
          <CycleRow
            key={cycle.id}
            href={hrefOf(cycle.id)}
            name={cycle.name}
            cycle={cycle}
            detail={sourceWords(cycle.source.slice(0, 1))}
          />
        ))}
      </ul>
    </div>
  );
}
