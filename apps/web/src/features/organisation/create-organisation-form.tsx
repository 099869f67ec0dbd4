"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";

/** For a server's owner without an organisation: their first one. */
export function CreateOrganisationForm() {
  const router = useRouter();
  const [id] = useState(newClientId);
  const create = useMutation(
    useTRPC().organisation.create.mutationOptions({ onSuccess: () => router.replace("/roster") }),
  );
  const faults = faultsOf(create.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    create.mutate({ id, name: String(new FormData(event.currentTarget).get("name")) });
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5 text-ink">
      <FormError>{faults.message}</FormError>
      <TextField label="Name" name="name" autoComplete="organization" required error={faults.field("name")} />
      <Button type="submit" variant="solid" size="lg" isPending={create.isPending}>
        Create it
      </Button>
    </form>
  );
}
