"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

/** Takes a whole roll-out of a cycle back. */
export function useUndoRollOut({ orgId, cycleId }: { orgId: string; cycleId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const undoing = useMutation(
    trpc.cycles.undoRollOut.mutationOptions({ onSuccess: () => void client.invalidateQueries() }),
  );
  const undo = (rollOutId: string, then: Parameters<typeof undoing.mutate>[1] = {}) =>
    undoing.mutate({ orgId, cycleId, rollOutId, mutationId: newClientId() }, then);
  return { undo, undoing };
}
