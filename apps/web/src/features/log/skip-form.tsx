"use client";

import { Button } from "@repo/ui/button";
import { RadioGroup } from "@repo/ui/radio-group";
import { TextArea } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { withdraw } from "#features/offline/unsent.ts";
import { useSave } from "#features/offline/use-unsent.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { skipWords } from "#words/training.ts";

const REASONS = Object.entries(skipWords).map(([value, label]) => ({ value, label }));

/** Why it was not done. Illness, injury, travel, work, family and weather excuse; the coach sees the reason. */
export function SkipForm({ plannedWorkoutId, onSaved }: { plannedWorkoutId: string; onSaved: () => void }) {
  const trpc = useTRPC();
  const deliver = useSave("log.skip");
  const { refresh } = useFreshPage();
  const [mutationId] = useState(newClientId);
  const undo = useMutation(trpc.log.unskip.mutationOptions({ onSuccess: refresh }));
  const skip = useMutation({
    networkMode: "always",
    mutationFn: (input: RouterInputs["log"]["skip"]) => deliver(input, "A workout that was not done"),
    onSuccess: (saved) => {
      onSaved();
      if (!saved) {
        showToast("Saved on this device; it waits to be sent", { undo: () => void withdraw(mutationId) });
        return;
      }
      refresh();
      showToast(
        saved.status === "excused" ? "Excused, and your coach knows why" : "Saved, and your coach knows why",
        { undo: () => undo.mutate({ mutationId: newClientId(), plannedWorkoutId }) },
      );
    },
  });

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const reason = String(fields.get("reason")) as keyof typeof skipWords;
    const note = String(fields.get("note") ?? "").trim() || null;
    skip.mutate({ mutationId, plannedWorkoutId, reason, note });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      <FormError>{skip.error?.message}</FormError>
      <RadioGroup legend="What came between?" name="reason" options={REASONS} defaultValue="ill" />
      <TextArea label="Note" name="note" rows={2} maxLength={2000} />
      <Button type="submit" variant="solid" size="lg" isPending={skip.isPending}>
        Save
      </Button>
    </form>
  );
}
