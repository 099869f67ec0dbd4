"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextArea } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { openFindings } from "#components/plan-check.tsx";
import { Told } from "#components/told.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { SeasonData } from "./use-plan-edits.ts";

/** Gives the season to its athlete, after showing what they will get. */
export function AssignDialog({ season, onClose }: { season: SeasonData; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [message, setMessage] = useState("");
  const [mutationId] = useState(newClientId);
  const assigning = useMutation(
    trpc.season.assign.mutationOptions({
      onSuccess: ({ replaced }) => {
        const detail = replaced.length > 0 ? `${replaced.join(", ")} was put away for it.` : undefined;
        showToast(`Assigned to ${season.athleteName}`, detail ? { detail } : {});
        void client.invalidateQueries({ queryKey: trpc.season.pathKey() });
        onClose();
      },
    }),
  );
  const { id: seasonId, athleteId, version } = season;
  const open = openFindings(season.findings).length;
  const next = season.workouts.filter(({ date, kind }) => date >= season.today && kind !== "rest");
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Assign to ${season.athleteName}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isPending={assigning.isPending}
            onPress={() => assigning.mutate({ mutationId, athleteId, seasonId, version, message })}
          >
            Assign
          </Button>
        </>
      }
    >
      <FormError>{assigning.error?.message ?? null}</FormError>
      <p className="text-sm">
        {`${season.athleteName} gets ${next.length} workouts, ${shortDay(season.startsOn)} to ${shortDay(season.endsOn)}, in their own paces, and a mail that says so.`}
      </p>
      {open > 0 ? (
        <p className="mt-2 text-sm text-attention-text">
          {`${open} ${open === 1 ? "finding is" : "findings are"} still open. You can assign all the same.`}
        </p>
      ) : null}
      <h3 className="type-label mt-4 text-ink-soft">What comes first</h3>
      <ol className="mb-4 divide-y divide-line border-y border-line text-sm">
        {next.slice(0, 4).map((workout) => (
          <li key={workout.id} className="flex justify-between gap-4 py-1.5">
            <span>
              <Told text={workout.title} />
            </span>
            <span className="type-narrow text-ink-soft">{shortDay(workout.date)}</span>
          </li>
        ))}
      </ol>
      <TextArea
        label="A word to go with it"
        rows={3}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
    </Dialog>
  );
}
