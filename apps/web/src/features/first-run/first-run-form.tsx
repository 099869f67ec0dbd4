"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { signInWithPassword } from "#auth/client.ts";
import { FormError } from "#components/form-error.tsx";
import { NewPasswordField } from "#components/new-password-field.tsx";
import { ownTimeZone } from "#components/own-time-zone.ts";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

export function FirstRunForm({ token }: { token: string }) {
  const router = useRouter();
  const createOwner = useMutation(useTRPC().firstRun.createOwner.mutationOptions());
  const faults = faultsOf(createOwner.error);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const { name = "", email = "", password = "", organisationName = "" } = fields;
    const input = { token, name, email, password, organisationName, timeZone: ownTimeZone() };
    await createOwner.mutateAsync(input).then(
      () => signInWithPassword(email, password, "/roster").then(() => router.replace("/roster")),
      () => {},
    );
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <TextField label="Your name" name="name" autoComplete="name" required error={faults.field("name")} />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={faults.field("email")}
      />
      <NewPasswordField label="Password" error={faults.field("password")} />
      <TextField
        label="Name of your club or practice"
        name="organisationName"
        autoComplete="organization"
        required
        hint="Athletes see it in invitations. You can change it later."
        error={faults.field("organisationName")}
      />
      <Button type="submit" variant="solid" size="lg" isPending={createOwner.isPending}>
        Set up Mesocycle
      </Button>
    </form>
  );
}
