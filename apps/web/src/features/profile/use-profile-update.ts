"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";

export type Profile = RouterOutputs["profile"]["get"];
export type ProfileChanges = RouterInputs["profile"]["update"]["changes"];

/** Saves changes on the version that is shown, and shows the new one. */
export function useProfileUpdate({ athleteId, version }: Profile, onSaved: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.profile.update.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.profile.pathKey() }),
      onSuccess: onSaved,
    }),
  );
  const save = (changes: ProfileChanges) => update.mutate({ athleteId, version, changes });
  return { update, save };
}
