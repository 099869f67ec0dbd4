"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";

type Entry = Omit<RouterInputs["log"]["log"], "mutationId">;

/** Saves a session once, however often Save is pressed, and offers the way back. */
export function useLog(onSaved: () => void) {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const [sent, setSent] = useState<{ entry: string; mutationId: string } | null>(null);
  const undo = useMutation(trpc.log.remove.mutationOptions({ onSuccess: refresh }));
  const log = useMutation(
    trpc.log.log.mutationOptions({
      onSuccess: ({ id }) => {
        onSaved();
        refresh();
        showToast("Saved", { undo: () => undo.mutate({ mutationId: newClientId(), id }) });
      },
    }),
  );
  function save(entry: Entry) {
    // The same entry again is a retry, and keeps its id; a corrected one is new.
    const text = JSON.stringify(entry);
    const mutationId = sent?.entry === text ? sent.mutationId : newClientId();
    setSent({ entry: text, mutationId });
    log.mutate({ ...entry, mutationId });
  }
  return { save, error: log.error, isPending: log.isPending };
}
