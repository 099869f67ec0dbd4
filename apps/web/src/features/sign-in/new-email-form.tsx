"use client";

import { Button } from "@repo/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

export function NewEmailForm({ token }: { token: string }) {
  const router = useRouter();
  const take = useMutation(
    useTRPC().account.takeNewEmail.mutationOptions({ onSuccess: () => router.replace("/settings/account") }),
  );

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    take.mutate({ token });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{faultsOf(take.error).message}</FormError>
      <Button type="submit" variant="solid" size="lg" isPending={take.isPending}>
        Use this address
      </Button>
    </form>
  );
}
