"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { Skeleton } from "@repo/ui/skeleton";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { useUndoRollOut } from "./use-undo-roll-out.ts";

type Props = { orgId: string; cycleId: string; onClose: () => void };
type RolledSeason = RouterOutputs["cycles"]["rollOut"]["seasons"][number];

/** Brings the latest version into the seasons made from earlier ones; says before and after what it leaves alone. */
export function RollOutDialog({ orgId, cycleId, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [mutationId] = useState(newClientId);
  const preview = useQuery(trpc.cycles.previewRollOut.queryOptions({ orgId, cycleId }, { staleTime: 0 }));
  const rolling = useMutation(
    trpc.cycles.rollOut.mutationOptions({ onSuccess: () => void client.invalidateQueries() }),
  );
  const done = rolling.data;
  const { undo, undoing } = useUndoRollOut({ orgId, cycleId });
  const shown = undoing.data ?? done ?? preview.data;
  const weeks = shown?.seasons.reduce((sum, { replaced }) => sum + replaced.length, 0) ?? 0;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={
        undoing.data
          ? "Taken back"
          : done
            ? `Version ${done.version} is rolled out`
            : "Roll the new version out"
      }
      actions={
        done || shown?.seasons.length === 0 ? (
          <>
            {done?.rollOutId && !undoing.data ? (
              <Button isPending={undoing.isPending} onPress={() => undo(done.rollOutId ?? "")}>
                Undo all of it
              </Button>
            ) : null}
            <Button variant="solid" onPress={onClose}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>Not now</Button>
            <Button
              variant="solid"
              isDisabled={weeks === 0}
              isPending={rolling.isPending}
              onPress={() => rolling.mutate({ orgId, mutationId, cycleId })}
            >
              {`Change ${weeks} ${weeks === 1 ? "week" : "weeks"}`}
            </Button>
          </>
        )
      }
    >
      <FormError>
        {undoing.error?.message ?? rolling.error?.message ?? preview.error?.message ?? null}
      </FormError>
      {!shown ? (
        preview.error ? null : (
          <Skeleton className="h-40" />
        )
      ) : shown.seasons.length === 0 ? (
        <p className="text-sm">
          No season is behind: everybody who has this cycle has its latest version, or nobody has it.
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-soft">
            {undoing.data
              ? "These weeks are as they were before. What was begun, done or changed since stays."
              : "Only weeks wholly ahead in which nobody changed, did or said anything. Everything else stays."}
          </p>
          <ul aria-label="Seasons" className="mt-3 divide-y divide-line border-y border-line">
            {shown.seasons.map((season) => (
              <SeasonRow
                key={season.seasonId}
                season={season}
                done={undoing.data ? "taken back" : done ? "changed" : null}
              />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

const REASONS = {
  begun: "begun or past",
  edited: "changed by hand or talked about",
  done: "done or judged",
} as const;

type RowProps = { season: RolledSeason; done: "changed" | "taken back" | null };

function SeasonRow({ season, done }: RowProps) {
  const { name, replaced, skipped, fromVersion } = season;
  const byReason = Map.groupBy(skipped, ({ reason }) => reason);
  return (
    <li className="py-2.5 text-sm">
      <p className="flex justify-between gap-4">
        <span className="font-semibold">{name}</span>
        <span className={done ? "text-good-text" : ""}>
          {`${replaced.length} ${replaced.length === 1 ? "week" : "weeks"} ${done ?? "would change"}`}
        </span>
      </p>
      <p className="text-ink-soft">
        {`${done === "taken back" ? "Back to" : "From"} version ${fromVersion}. `}
        {[...byReason].map(([reason, weeks]) => (
          <span key={reason} className="block">
            {`Left alone, ${REASONS[reason]}: ${weeks.map(({ week }) => shortDay(week)).join(", ")}`}
          </span>
        ))}
      </p>
    </li>
  );
}
