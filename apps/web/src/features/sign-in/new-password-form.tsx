"use client";

import { Button } from "@repo/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { NewPasswordField } from "#components/new-password-field.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

export function NewPasswordForm({ token }: { token: string }) {
  const router = useRouter();
  const reset = useMutation(
    useTRPC().account.resetPassword.mutationOptions({
      onSuccess: () => router.replace("/sign-in?new-password"),
    }),
  );
  const faults = faultsOf(reset.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    reset.mutate({ token, password: String(new FormData(event.currentTarget).get("password")) });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <NewPasswordField label="New password" error={faults.field("password")} />
      <Button type="submit" variant="solid" size="lg" isPending={reset.isPending}>
        Set new password
      </Button>
    </form>
  );
}
