"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { signInWithPassword } from "#auth/client.ts";
import { FormError } from "#components/form-error.tsx";
import { lastRefusal, sendWaiting } from "#trpc/signed-out.ts";
import { words } from "#words.ts";

/** @param saving changes that wait for the sign-in */
export function SignInDialog({ email, saving }: { email: string; saving: number }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setBusy(true);
    const password = String(new FormData(event.currentTarget).get("password"));
    const answer = await signInWithPassword(email, password, "/");
    setBusy(false);
    setFault(answer.ok ? null : words("auth", answer.error));
    if (answer.ok) sendWaiting();
  }
  return (
    <Dialog
      isOpen
      title="You are signed out"
      isDismissable={false}
      actions={
        <>
          <Button onPress={() => window.location.assign("/sign-in")}>Leave this page</Button>
          <Button onPress={sendWaiting}>I signed in elsewhere</Button>
          <Button type="submit" form="sign-in-again" variant="solid" isPending={isBusy}>
            Sign in
          </Button>
        </>
      }
    >
      <p className="text-sm">
        {saving > 0
          ? `Nothing is lost: ${saving === 1 ? "one change waits" : `${saving} changes wait`} on this page and will be saved once you are signed in again.`
          : "What is on this page stays. Sign in again to go on."}
      </p>
      <form method="post" id="sign-in-again" onSubmit={submit} className="mt-4 flex flex-col gap-4">
        <FormError>{fault ?? lastRefusal()}</FormError>
        <TextField label="E-mail" name="email" autoComplete="username" value={email} readOnly />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
        />
      </form>
    </Dialog>
  );
}
