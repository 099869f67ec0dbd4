"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

/** Another address for the account: it changes when the link that goes there is opened. */
export function EmailForm({ hasPassword }: { hasPassword: boolean }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const request = useMutation(useTRPC().account.requestNewEmail.mutationOptions());
  const faults = faultsOf(request.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const [email, current] = [
      String(fields.get("email")),
      hasPassword ? String(fields.get("current")) : null,
    ];
    const onSuccess = () => {
      form.reset();
      setSentTo(email);
    };
    request.mutate({ email, current }, { onSuccess });
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-4">
      <FormError>{faults.message}</FormError>
      <TextField
        label="New address"
        name="email"
        type="email"
        autoComplete="email"
        maxLength={320}
        required
        hint="A link goes there. Until it is opened, nothing changes."
        error={faults.field("email")}
      />
      {hasPassword ? (
        <TextField
          label="Password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          error={faults.field("currentPassword")}
        />
      ) : null}
      <div>
        <Button type="submit" variant="solid" isPending={request.isPending}>
          Send the link
        </Button>
      </div>
      <p aria-live="polite" className="text-sm text-ink-soft empty:hidden">
        {sentTo ? `If ${sentTo} can be used, a link is on its way there. It works for 30 minutes.` : null}
      </p>
    </form>
  );
}
