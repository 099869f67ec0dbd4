"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { dayName } from "#components/day-words.ts";
import type { PlanFinding } from "#components/plan-check.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { applyEdited } from "./apply-edited.ts";

export type SeasonData = RouterOutputs["season"]["get"];
export type WorkoutData = SeasonData["workouts"][number];
type Ref = { athleteId: string; seasonId: string };

/** The edits of one season: each is sent once, written into what is on screen, and can be undone. */
export function usePlanEdits(ref: Ref) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { queryKey } = trpc.season.get.queryOptions(ref);

  const handlers = {
    // One after another: an undo that overtook the edit before it would take back the wrong one.
    scope: { id: `season ${ref.seasonId}` },
    onSuccess: (edited: RouterOutputs["season"]["undo"]) => {
      client.setQueryData(
        queryKey,
        (season) => (season ? applyEdited(season as SeasonData, edited) : season) as never,
      );
      void client.invalidateQueries({ queryKey, refetchType: "none" });
    },
    onError: (error: { message: string; data?: { code?: string } | null }) => {
      showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" });
      void client.invalidateQueries({ queryKey });
    },
  };
  const undoing = useMutation(trpc.season.undo.mutationOptions(handlers));
  const moving = useMutation(trpc.season.moveWorkout.mutationOptions(handlers));
  const fixing = useMutation(trpc.season.applyFix.mutationOptions(handlers));
  const removing = useMutation(trpc.season.deleteWorkout.mutationOptions(handlers));
  const waiving = useMutation(trpc.season.waive.mutationOptions(handlers));
  const unwaiving = useMutation(trpc.season.unwaive.mutationOptions(handlers));

  const named = () => ({ ...ref, mutationId: newClientId() });
  const undo = useCallback(() => {
    const onSuccess = () => {
      showToast("Undone");
      // Phases and races may be back too, which the answer does not hold.
      void client.invalidateQueries({ queryKey });
    };
    undoing.mutate({ ...ref, mutationId: newClientId() }, { onSuccess });
  }, [undoing, ref, client, queryKey]);
  const done = (text: string) => ({ onSuccess: () => showToast(text, { undo }) });

  return {
    isUndoing: undoing.isPending,
    undo,
    /** Shows the workout on its new day at once; the server's answer follows. */
    move(workout: WorkoutData, to: string) {
      if (to === workout.date) return;
      client.setQueryData(
        queryKey,
        (season) => moved(season as SeasonData | undefined, workout.id, to) as never,
      );
      const { id, version } = workout;
      moving.mutate({ ...named(), id, version, to }, done(`${workout.title} moved to ${dayName(to)}`));
    },
    remove(workout: WorkoutData) {
      const { id, version } = workout;
      removing.mutate({ ...named(), id, version }, done(`${workout.title} taken off the plan`));
    },
    applyFix(fix: unknown) {
      fixing.mutate({ ...named(), fix: fix as never }, done("Fix applied"));
    },
    waive({ rule, dates }: PlanFinding, reason: string) {
      waiving.mutate({ ...named(), rule, date: dates[0] ?? null, reason }, done("Finding waived"));
    },
    unwaive(waiverId: string) {
      unwaiving.mutate({ ...named(), waiverId }, done("The finding counts again"));
    },
    onEdited: handlers.onSuccess,
    refetch: () => void client.invalidateQueries({ queryKey }),
    isBusy: moving.isPending || fixing.isPending || removing.isPending || waiving.isPending,
  };
}

export type PlanEdits = ReturnType<typeof usePlanEdits>;

function moved(season: SeasonData | undefined, id: string, to: string) {
  if (!season) return season;
  const workouts = season.workouts.map((each) =>
    each.id === id ? { ...each, date: to, position: 99 } : each,
  );
  return { ...season, workouts };
}
