"use client";

import { AlertDialog } from "@repo/ui/alert-dialog";
import { Button } from "@repo/ui/button";
import { useState } from "react";
import { signOut } from "#auth/client.ts";
import { unsentState } from "#features/offline/unsent.ts";
import { useDeliver } from "#features/offline/use-unsent.ts";

/** Sends what waits, says what could not be sent, and then leaves nothing on this device. */
export function SignOutButton() {
  const deliver = useDeliver();
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState<readonly string[]>([]);
  const leave = () => {
    setBusy(true);
    void signOut();
  };
  const ask = async () => {
    setBusy(true);
    await deliver().catch(() => 0);
    const left = unsentState().entries.map(({ label }) => label);
    if (left.length === 0) return leave();
    setBusy(false);
    setUnsent(left);
  };
  return (
    <>
      <Button size="lg" onPress={() => void ask()} isPending={busy}>
        Sign out
      </Button>
      <AlertDialog
        title={`${unsent.length} not sent yet`}
        confirmLabel="Sign out and lose it"
        cancelLabel="Stay signed in"
        danger
        isOpen={unsent.length > 0}
        onOpenChange={(isOpen) => (isOpen ? undefined : setUnsent([]))}
        onConfirm={leave}
      >
        {unsent.join(", ")}: kept on this device only. Signing out erases it here before your coach or you can
        see it anywhere else.
      </AlertDialog>
    </>
  );
}
