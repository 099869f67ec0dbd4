"use client";

import { Button } from "@repo/ui/button";
import { useState } from "react";
import { signOut } from "#auth/client.ts";

export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    void signOut();
  };
  return (
    <Button size="lg" onPress={leave} isPending={busy}>
      Sign out
    </Button>
  );
}
