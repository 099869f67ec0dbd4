"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { leaveNothing } from "#auth/client.ts";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

/** Erases the account for good; the address and the password are typed again. */
export function EraseForm({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const erase = useMutation(
    useTRPC().filesOut.erase.mutationOptions({
      onSuccess: async () => {
        await leaveNothing();
        window.location.replace("/sign-in");
      },
    }),
  );
  const faults = faultsOf(erase.error);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    erase.mutate({ email: String(fields.get("email")), password: String(fields.get("password") ?? "") });
  }
  if (!isOpen) return <Button onPress={() => setOpen(true)}>Erase everything…</Button>;
  return (
    <form method="post" onSubmit={submit} className="max-w-md space-y-4">
      <FormError>{faults.message}</FormError>
      <TextField
        label="Your e-mail address, to be sure"
        name="email"
        type="email"
        required
        autoComplete="off"
        error={faults.field("email")}
      />
      {hasPassword ? (
        <TextField
          label="Your password"
          name="password"
          type="password"
          required
          autoComplete="current-password"
          error={faults.field("password")}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger" isPending={erase.isPending}>
          Erase my account and everything in it
        </Button>
        <Button
          onPress={() => {
            erase.reset();
            setOpen(false);
          }}
        >
          Keep it
        </Button>
      </div>
    </form>
  );
}
