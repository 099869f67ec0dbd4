"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#trpc/client.tsx";

/** Erases the account for good; the address and the password are typed again. */
export function EraseForm({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const erase = useMutation(
    useTRPC().filesOut.erase.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in"),
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    erase.mutate({ email: String(fields.get("email")), password: String(fields.get("password") ?? "") });
  }
  if (!isOpen) return <Button onPress={() => setOpen(true)}>Erase everything…</Button>;
  return (
    <form onSubmit={submit} className="max-w-md space-y-4">
      <label className="block text-sm font-semibold">
        Your e-mail address, to be sure
        <input
          name="email"
          type="email"
          required
          autoComplete="off"
          className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5"
        />
      </label>
      {hasPassword ? (
        <label className="block text-sm font-semibold">
          Your password
          <input
            name="password"
            type="password"
            required
            autoComplete="current-password"
            className="mt-1 min-h-11 w-full rounded-md border border-line-strong bg-surface px-2.5"
          />
        </label>
      ) : null}
      <div className="flex gap-3">
        <Button type="submit" variant="danger" isPending={erase.isPending}>
          Erase my account and everything in it
        </Button>
        <Button onPress={() => setOpen(false)}>Keep it</Button>
      </div>
    </form>
  );
}
