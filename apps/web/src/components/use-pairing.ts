"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

export type PairingChange = {
  activityId: string;
  /** The workout it is paired with as it is seen; null: none. */
  was: string | null;
  plannedWorkoutId: string | null;
};

/** Says which planned workout a session of an athlete was; one step takes it back. */
export function usePairing(athleteId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: trpc.coachCalendar.weeks.pathKey() });
    void client.invalidateQueries({ queryKey: trpc.athlete.overview.queryKey({ athleteId }) });
  };
  const onError = (error: { message: string }) => showToast(error.message, { tone: "error" });
  const back = useMutation(
    trpc.coachCalendar.pair.mutationOptions({
      onSuccess: () => showToast("Paired as it was before"),
      onError,
      onSettled: refresh,
    }),
  );
  const undo = back.mutate;
  const pairing = useMutation(
    trpc.coachCalendar.pair.mutationOptions({
      onSuccess: ({ activityId, was, wasLocked, plannedWorkoutId }) =>
        showToast(plannedWorkoutId ? "Paired. It stays so, whatever fits better" : "Paired with no workout", {
          undo: () =>
            undo({
              athleteId,
              mutationId: newClientId(),
              activityId,
              was: plannedWorkoutId,
              plannedWorkoutId: was,
              isLocked: wasLocked,
            }),
        }),
      onError,
      onSettled: refresh,
    }),
  );
  const { mutate, isPending } = pairing;
  const pair = useCallback(
    (change: PairingChange) => mutate({ athleteId, mutationId: newClientId(), ...change }),
    [mutate, athleteId],
  );
  return { pair, isPending };
}
