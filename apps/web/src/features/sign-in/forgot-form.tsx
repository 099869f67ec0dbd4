"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

export function ForgotForm() {
  const router = useRouter();
  const request = useMutation(
    useTRPC().account.requestPasswordLink.mutationOptions({
      onSuccess: () => router.push("/sign-in/check-mail"),
    }),
  );
  const faults = faultsOf(request.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    request.mutate({ email: String(new FormData(event.currentTarget).get("email")) });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={faults.field("email")}
      />
      <Button type="submit" variant="solid" size="lg" isPending={request.isPending}>
        Mail me a link
      </Button>
    </form>
  );
}
