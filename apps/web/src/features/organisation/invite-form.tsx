"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { Section } from "@repo/ui/section";
import { TextArea, TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useRef, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import { invitable } from "./invitable.ts";

type Invitation = RouterInputs["organisation"]["invite"];
type Role = Invitation["role"];
type Scope = NonNullable<Invitation["scopes"]>[number];

const SCOPES: readonly Scope[] = ["training", "wellness", "medical", "location"];

export function InviteForm({ orgId, role }: { orgId: string; role: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Role>("athlete");
  const invite = useMutation(
    trpc.organisation.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.organisation.invitations.queryFilter({ orgId })),
    }),
  );
  const faults = faultsOf(invite.error);
  // A second invitation ends the first: a double click would send two mails, one of them with a dead link.
  const isSending = useRef(false);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get("email"));
    const note = String(fields.get("note") ?? "").trim() || null;
    const scopes = SCOPES.filter((scope) => fields.has(scope));
    const onSuccess = () => {
      form.reset();
      setAsked("athlete");
      showToast(`Invitation sent to ${email}`, { detail: "The link works for 14 days." });
    };
    const onSettled = () => {
      isSending.current = false;
    };
    invite.mutate({ orgId, email, role: asked, scopes, note }, { onSuccess, onSettled });
  }

  return (
    <Section title="Invite somebody">
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{faults.message}</FormError>
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          required
          error={faults.field("email")}
        />
        <NativeSelect
          label="As"
          name="role"
          value={asked}
          onChange={(event) => setAsked(event.target.value as Role)}
          options={invitable(role).map((value) => ({ value, label: words("role", value) }))}
          hint={words("roleMeaning", asked)}
        />
        {asked === "athlete" ? <AskedScopes /> : null}
        <TextArea
          label="A word to them"
          name="note"
          rows={2}
          maxLength={1000}
          hint="Optional. It stands in the mail."
        />
        <div>
          <Button type="submit" variant="solid" isPending={invite.isPending}>
            Send invitation
          </Button>
        </div>
      </form>
    </Section>
  );
}

/** What the athlete is asked to share with the one who invites. They may give less. */
function AskedScopes() {
  return (
    <fieldset>
      <legend className="text-sm font-semibold">Ask to see</legend>
      {SCOPES.map((scope) => (
        <Checkbox
          key={scope}
          name={scope}
          label={words("scope", scope)}
          hint={words("scopeMeaning", scope)}
          defaultChecked={scope === "training" || scope === "wellness"}
        />
      ))}
    </fieldset>
  );
}
