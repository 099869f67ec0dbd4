"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Content, CycleData } from "./cycle-data.ts";

type Props = { orgId: string; cycle: CycleData; draft: Content; onSaved: () => void; onClose: () => void };

/** Keeps what was changed as the cycle's next version. */
export function SaveVersionDialog({ orgId, cycle, draft, onSaved, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [mutationId] = useState(newClientId);
  const saving = useMutation(
    trpc.cycles.saveVersion.mutationOptions({
      onSuccess: async ({ version }) => {
        showToast(`Saved as version ${version}`);
        await client.invalidateQueries({ queryKey: trpc.cycles.pathKey() });
        onSaved();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={`Save as version ${cycle.version + 1}`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isPending={saving.isPending}
            onPress={() =>
              saving.mutate({
                orgId,
                mutationId,
                cycleId: cycle.cycleId ?? "",
                version: cycle.version,
                note,
                content: draft,
              })
            }
          >
            Save
          </Button>
        </>
      }
    >
      <FormError>{saving.error?.message ?? null}</FormError>
      <TextField
        label="What is different"
        hint="For whoever gives it away next. May stay empty."
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <p className="mt-3 text-sm text-ink-soft">
        Seasons that were made from earlier versions stay as they are until you roll this one out.
      </p>
    </Dialog>
  );
}
