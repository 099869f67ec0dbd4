"use client";

import { Button } from "@repo/ui/button";
import { IconButton } from "@repo/ui/icon-button";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { Distance } from "#components/distance.tsx";
import { Duration } from "#components/duration.tsx";
import { Pace } from "#components/pace.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { useWhose } from "./whose.ts";

/** As many as speak for today. */
const FIRST = 6;

type Result = RouterOutputs["profile"]["results"][number];

/** Results, latest first: what the paces rest on. */
export function ResultsList({ athleteId, mayChange }: { athleteId: string; mayChange: boolean }) {
  const whose = useWhose();
  const [isWhole, setWhole] = useState(false);
  const { data: results } = useSuspenseQuery(useTRPC().profile.results.queryOptions({ athleteId }));
  if (results.length === 0) {
    return (
      <p className="border-y border-line py-4 text-sm text-ink-soft">
        No results yet. One race or all-out test of the last two months is enough for paces of{" "}
        {whose("your", "their")} own.
      </p>
    );
  }
  const shown = isWhole ? results.toReversed() : results.slice(-FIRST).toReversed();
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {shown.map((result) => (
          <ResultRow key={result.id} {...{ result, athleteId, mayChange }} />
        ))}
      </ul>
      {shown.length < results.length ? (
        <Button size="sm" variant="quiet" className="mt-2" onPress={() => setWhole(true)}>
          {`Show all ${results.length}`}
        </Button>
      ) : null}
    </>
  );
}

type RowProps = { result: Result; athleteId: string; mayChange: boolean };

function ResultRow({ result, athleteId, mayChange }: RowProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.profile.pathKey() });
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
      {mayChange ? (
        <IconButton
          label="Remove this result"
          size="sm"
          onPress={() => remove.mutate({ athleteId, id: result.id, version: result.version })}
        >
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  );
}
