"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { withdraw } from "#features/offline/unsent.ts";
import { useSave } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { Answer } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";

type Entry = Omit<RouterInputs["log"]["log"], "mutationId">;
type Sent = { entry: Entry; mutationId: string; label: string };

/** Saves a session once, however often Save is pressed, with or without a network, and offers the way back. */
export function useLog(onSaved: () => void) {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const deliver = useSave("log.log");
  const [sent, setSent] = useState<{ text: string; mutationId: string } | null>(null);
  const undo = useMutation(trpc.log.remove.mutationOptions({ onSuccess: refresh }));
  const log = useMutation({
    networkMode: "always",
    mutationFn: ({ entry, mutationId, label }: Sent) => deliver({ ...entry, mutationId }, label),
    onSuccess: (saved, { mutationId }) => {
      onSaved();
      if (!saved) {
        showToast("Saved on this device; it waits to be sent", { undo: () => void withdraw(mutationId) });
        return;
      }
      refresh();
      showToast("Saved", { undo: () => undo.mutate({ mutationId: newClientId(), id: saved.id }) });
    },
  });
  function save(entry: Entry, label: string) {
    // The same entry again is a retry, and keeps its id; a corrected one is new.
    const text = JSON.stringify(entry);
    const mutationId = sent?.text === text ? sent.mutationId : newClientId();
    setSent({ text, mutationId });
    log.mutate({ entry, mutationId, label });
  }
  return { save, error: log.error as Answer | null, isPending: log.isPending };
}
