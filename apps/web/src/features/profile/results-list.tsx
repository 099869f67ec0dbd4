"use client";

import { IconButton } from "@repo/ui/icon-button";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { Day } from "#components/day.tsx";
import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { Pace } from "#components/pace.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";

type Result = RouterOutputs["profile"]["results"][number];

/** Results, latest first: what the paces rest on. */
export function ResultsList({ athleteId }: { athleteId: string }) {
  const { data: results } = useSuspenseQuery(useTRPC().profile.results.queryOptions({ athleteId }));
  if (results.length === 0) {
    return (
      <p className="border-y border-line py-4 text-sm text-ink-soft">
        No results yet. One race or all-out test of the last two months is enough for paces of your own.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line border-y border-line">
      {results.toReversed().map((result) => (
        <ResultRow key={result.id} result={result} athleteId={athleteId} />
      ))}
    </ul>
  );
}

function ResultRow({ result, athleteId }: { result: Result; athleteId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.profile.results.queryFilter({ athleteId }));
  const remove = useMutation(
    trpc.profile.deleteResult.mutationOptions({
      onSuccess: () => {
        showToast("Result removed");
        return refresh();
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <li className="flex items-center justify-between gap-3 py-2.5">
      <div className="min-w-0">
        <p>
          <Distance metres={result.distanceM} /> in <Duration seconds={result.timeS} />
          <span className="text-ink-soft">
            , <Pace sPerKm={(result.timeS / result.distanceM) * 1000} />
          </span>
        </p>
        <p className="truncate text-sm text-ink-soft">
          {result.name ? `${result.name}, ` : ""}
          {result.kind === "time-trial" ? "time trial" : "race"}, <Day iso={result.localDate} />
        </p>
      </div>
      <IconButton
        label="Remove this result"
        size="sm"
        onPress={() => remove.mutate({ athleteId, id: result.id, version: result.version })}
      >
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
}
