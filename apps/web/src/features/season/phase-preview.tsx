"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTold } from "#components/told.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { PhasesDraft } from "./season-planner.tsx";
import type { SeasonData } from "./use-plan-edits.ts";

type Props = { season: SeasonData; draft: PhasesDraft; onClose: () => void };

/** What other phases would break and mend, before they are saved. */
export function PhasePreview({ season, draft, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [mutationId] = useState(newClientId);
  const { athleteId, id: seasonId, version } = season;
  const asked = useDeferredValue(draft);
  const preview = useQuery(
    trpc.season.previewPhases.queryOptions(
      { athleteId, seasonId, ...asked },
      { retry: false, placeholderData: keepPreviousData },
    ),
  );
  const changing = useMutation(
    trpc.season.changePhases.mutationOptions({
      onSuccess: () => {
        showToast("Phases changed");
        void client.invalidateQueries({ queryKey: trpc.season.pathKey() }).then(onClose);
      },
    }),
  );
  const { newFindings = [], goneFindings = [] } = preview.data ?? {};
  return (
    <div className="mt-3 border-l-2 border-ink pl-4" aria-live="polite">
      <h2 className="type-lead">Other phases, not saved yet</h2>
      <FormError>{changing.error?.message ?? preview.error?.message ?? null}</FormError>
      {preview.data ? (
        <p className="mt-1 text-sm">
          {newFindings.length === 0 && goneFindings.length === 0
            ? "The rules say the same as before."
            : `${newFindings.length} new ${newFindings.length === 1 ? "finding" : "findings"}, ${goneFindings.length} fewer.`}
        </p>
      ) : null}
      <Titles word="It breaks" findings={newFindings} />
      <Titles word="It mends" findings={goneFindings} />
      <div className="mt-3 flex gap-2">
        <Button size="sm" onPress={onClose}>
          Put back
        </Button>
        <Button
          size="sm"
          variant="solid"
          isDisabled={!preview.data || preview.isPlaceholderData}
          isPending={changing.isPending}
          onPress={() => changing.mutate({ athleteId, seasonId, version, mutationId, ...draft })}
        >
          Save the phases
        </Button>
      </div>
    </div>
  );
}

function Titles({ word, findings }: { word: string; findings: readonly { rule: string; title: string }[] }) {
  const told = useTold();
  if (findings.length === 0) return null;
  return (
    <>
      <h3 className="type-label mt-2 text-ink-soft">{word}</h3>
      <ul className="list-disc pl-5 text-sm">
        {findings.slice(0, 8).map(({ rule, title }) => (
          <li key={rule + title}>{told(title)}</li>
        ))}
      </ul>
    </>
  );
}
