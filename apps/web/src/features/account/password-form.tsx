"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

/** A new password ends every other sign-in of the account. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const setPassword = useMutation(useTRPC().account.setPassword.mutationOptions());
  const faults = faultsOf(setPassword.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const current = hasPassword ? String(fields.get("current")) : null;
    const onSuccess = () => {
      form.reset();
      showToast("Password changed", { detail: "Other devices have to sign in again." });
    };
    setPassword.mutate({ current, next: String(fields.get("next")) }, { onSuccess });
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <FormError>{faults.message}</FormError>
      {hasPassword ? (
        <TextField
          label="Password now"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={faults.field("currentPassword")}
        />
      ) : null}
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        minLength={12}
        required
        hint="12 characters or more. Every other device has to sign in again."
        error={faults.field("password")}
      />
      <div>
        <Button type="submit" variant="solid" isPending={setPassword.isPending}>
          Change password
        </Button>
      </div>
    </form>
  );
}
