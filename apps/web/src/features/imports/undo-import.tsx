"use client";

import { AlertDialog } from "@repo/ui/alert-dialog";
import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";

/** Takes a whole import back. */
export function UndoImport({ batchId }: { batchId: string }) {
  const { refresh } = useFreshPage();
  const [isOpen, setOpen] = useState(false);
  const undo = useMutation(
    useTRPC().imports.undo.mutationOptions({
      onSuccess: ({ removed, checkIns }) => {
        refresh();
        const sessions = `${removed} ${removed === 1 ? "session" : "sessions"}`;
        const days = checkIns > 0 ? ` and ${checkIns} ${checkIns === 1 ? "check-in" : "check-ins"}` : "";
        showToast(`${sessions}${days} taken back`);
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <>
      <Button size="sm" isPending={undo.isPending} onPress={() => setOpen(true)}>
        Undo
      </Button>
      <AlertDialog
        title="Take this import back?"
        confirmLabel="Take it back"
        danger
        isOpen={isOpen}
        onOpenChange={setOpen}
        onConfirm={() => undo.mutate({ batchId })}
      >
        Every session and check-in it added goes, with its file, and every figure is computed again. What you
        logged yourself stays.
      </AlertDialog>
    </>
  );
}
