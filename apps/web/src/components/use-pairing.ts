"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keptMutation, useSaveAndWait } from "#features/offline/use-unsent.ts";
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
  const send = useSaveAndWait("coachCalendar.pair");
  const named = () => ({ athleteId, mutationId: newClientId() });
  const back = useMutation({
    ...keptMutation,
    mutationFn: (change: PairingChange & { isLocked: boolean }) =>
      send({ ...named(), ...change }, "A pairing taken back"),
    onSuccess: () => showToast("Paired as it was before"),
    onError,
    onSettled: refresh,
  });
  const undo = back.mutate;
  const pairing = useMutation({
    ...keptMutation,
    mutationFn: (change: PairingChange) => send({ ...named(), ...change }, "A pairing"),
    onSuccess: (paired) => {
      if (!paired) return;
      const { activityId, was, wasLocked, plannedWorkoutId } = paired;
      const before = { activityId, was: plannedWorkoutId, plannedWorkoutId: was, isLocked: wasLocked };
      showToast(plannedWorkoutId ? "Paired. It stays so, whatever fits better" : "Paired with no workout", {
        undo: () => undo(before),
      });
    },
    onError,
    onSettled: refresh,
  });
  const { mutate: pair, isPending } = pairing;
  return { pair, isPending };
}
