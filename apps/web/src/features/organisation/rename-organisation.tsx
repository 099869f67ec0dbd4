"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

/** Gives the organisation another name. */
export function RenameOrganisation({ orgId, name }: { orgId: string; name: string }) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(name);
  const rename = useMutation(
    useTRPC().organisation.rename.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        showToast(`Called ${draft.trim()} from now on`);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button onPress={() => setOpen(true)}>Rename…</Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        size="sm"
        title="Another name"
        actions={
          <>
            <Button onPress={() => setOpen(false)}>Cancel</Button>
            <Button
              variant="solid"
              isPending={rename.isPending}
              onPress={() => rename.mutate({ orgId, name: draft })}
            >
              Rename
            </Button>
          </>
        }
      >
        <TextField
          label="Name"
          hint="Athletes see it in invitations, coaches in their mails."
          value={draft}
          maxLength={120}
          error={faultsOf(rename.error).message}
          onChange={(event) => setDraft(event.target.value)}
        />
      </Dialog>
    </>
  );
}
