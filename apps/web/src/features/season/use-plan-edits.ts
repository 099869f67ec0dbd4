"use client";

import { showToast } from "@repo/ui/toast";
import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { dayName } from "#components/day-words.ts";
import type { PlanFinding } from "#components/plan-check.tsx";
import type { UnsentPath } from "#features/offline/unsent.ts";
import { keptMutation, useSaveAndWait } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { applyEdited } from "./apply-edited.ts";

export type SeasonData = RouterOutputs["season"]["get"];
export type WorkoutData = SeasonData["workouts"][number];
type Edited = RouterOutputs["season"]["undo"];
type Ref = { athleteId: string; seasonId: string };

type EditPath = Extract<UnsentPath, `season.${string}`>;

/** One kind of edit, kept on this device until it arrives; one after another, so that an undo never overtakes. */
function useKeptEdit<P extends EditPath>(
  path: P,
  handlers: UseMutationOptions<Edited | null, { message: string }, Kept<P>>,
) {
  const send = useSaveAndWait(path);
  return useMutation({ ...handlers, mutationFn: ({ input, said }: Kept<P>) => send(input, said) });
}

type Kept<P extends EditPath> = { input: Parameters<ReturnType<typeof useSaveAndWait<P>>>[0]; said: string };

/** The edits of one season: each is sent once, written into what is on screen, and can be undone. */
export function usePlanEdits(ref: Ref) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const queryKey = useMemo(() => trpc.season.get.queryKey(ref), [trpc, ref]);

  const taken = useCallback(
    (edited: Edited) => {
      client.setQueryData(
        queryKey,
        (season) => (season ? applyEdited(season as SeasonData, edited) : season) as never,
      );
      void client.invalidateQueries({ queryKey, refetchType: "none" });
    },
    [client, queryKey],
  );
  const handlers = {
    ...keptMutation,
    // Null: another page sent it.
    onSuccess: (edited: Edited | null) =>
      edited ? taken(edited) : void client.invalidateQueries({ queryKey }),
    onError: (error: { message: string; data?: { code?: string } | null }) => {
      showToast(error.message.split("\n")[0] ?? "That did not work.", { tone: "error" });
      void client.invalidateQueries({ queryKey });
    },
  };
  const undoing = useKeptEdit("season.undo", handlers);
  const moving = useKeptEdit("season.moveWorkout", handlers);
  const fixing = useKeptEdit("season.applyFix", handlers);
  const removing = useKeptEdit("season.deleteWorkout", handlers);
  const waiving = useKeptEdit("season.waive", handlers);
  const unwaiving = useKeptEdit("season.unwaive", handlers);

  const named = useCallback(() => ({ ...ref, mutationId: newClientId() }), [ref]);
  const [undoMutate, moveMutate, removeMutate] = [undoing.mutate, moving.mutate, removing.mutate];
  const undo = useCallback(() => {
    const onSuccess = () => {
      showToast("Undone");
      // Phases and races may be back too, which the answer does not hold.
      void client.invalidateQueries({ queryKey });
    };
    undoMutate({ input: named(), said: "Undo of the last change" }, { onSuccess });
  }, [undoMutate, named, client, queryKey]);
  const done = useCallback((said: string) => ({ onSuccess: () => showToast(said, { undo }) }), [undo]);
  // The same while the page is open: the weeks are not drawn anew because a change is on its way.
  const onDays = useMemo(
    () => ({
      /** Shows the workout on its new day at once; the server's answer follows. */
      move(workout: WorkoutData, to: string) {
        if (to === workout.date) return;
        client.setQueryData(
          queryKey,
          (season) => moved(season as SeasonData | undefined, workout.id, to) as never,
        );
        const { id, version } = workout;
        const said = `${workout.title} moved to ${dayName(to)}`;
        moveMutate({ input: { ...named(), id, version, to }, said }, done(said));
      },
      remove(workout: WorkoutData) {
        const { id, version } = workout;
        const said = `${workout.title} taken off the plan`;
        removeMutate({ input: { ...named(), id, version }, said }, done(said));
      },
    }),
    [client, queryKey, named, done, moveMutate, removeMutate],
  );

  return {
    isUndoing: undoing.isPending,
    undo,
    ...onDays,
    onDays,
    applyFix(fix: unknown) {
      const said = "Fix applied";
      fixing.mutate({ input: { ...named(), fix: fix as never }, said }, done(said));
    },
    waive({ rule, dates }: PlanFinding, reason: string) {
      const said = "Finding waived";
      waiving.mutate({ input: { ...named(), rule, date: dates[0] ?? null, reason }, said }, done(said));
    },
    unwaive(waiverId: string) {
      const said = "The finding counts again";
      unwaiving.mutate({ input: { ...named(), waiverId }, said }, done(said));
    },
    onEdited: taken,
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
