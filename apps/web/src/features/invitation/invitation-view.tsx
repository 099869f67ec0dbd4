"use client";

import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { TextField } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { signInWithPassword, signOut } from "#auth/client.ts";
import { FormError } from "#components/form-error.tsx";
import { NewPasswordField } from "#components/new-password-field.tsx";
import { ownTimeZone } from "#components/own-time-zone.ts";
import { Title } from "#components/title.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import { ScopeSwitches } from "./scope-switches.tsx";

type Invitation = RouterOutputs["invitation"]["show"];
type Scope = RouterInputs["invitation"]["accept"]["scopes"][number];
type Props = {
  token: string;
  invitation: Invitation;
  /** The address of whoever is signed in here, or null. */
  signedInAs: string | null;
};

/** An invitation from its link to membership: first who will see what, then the account, then in. */
export function InvitationView({ token, invitation, signedInAs }: Props) {
  const [scopes, setScopes] = useState<readonly Scope[]>([]);
  const asked = invitation.willSee[0]?.scopes ?? [];
  const isAthlete = invitation.role === "athlete";
  return (
    <>
      <Title lead={isAthlete ? undefined : words("roleMeaning", invitation.role)}>
        {invitation.inviterName} invites you to {invitation.orgName}
        {isAthlete ? "" : ` as ${words("role", invitation.role).toLowerCase()}`}
      </Title>
      {invitation.note ? (
        <blockquote className="mb-7 border-l-2 border-line-strong pl-4 break-words whitespace-pre-line text-ink-soft">
          {invitation.note}
        </blockquote>
      ) : null}
      {isAthlete && asked.length > 0 ? (
        <ScopeSwitches coach={invitation.inviterName} asked={asked} chosen={scopes} onChange={setScopes} />
      ) : null}
      <Joining token={token} invitation={invitation} signedInAs={signedInAs} scopes={scopes} />
    </>
  );
}

function Joining({ token, invitation, signedInAs, scopes }: Props & { scopes: readonly Scope[] }) {
  if (signedInAs === invitation.email)
    return <AcceptButton token={token} scopes={scopes} role={invitation.role} />;
  if (signedInAs) {
    return (
      <div className="mt-8 flex flex-col gap-3">
        <p className="text-sm text-ink-soft">
          You are signed in as {signedInAs}; this invitation is for {invitation.email}. Sign out first, then
          open the link again.
        </p>
        <Button size="lg" onPress={() => void signOut()}>
          Sign out
        </Button>
      </div>
    );
  }
  if (invitation.hasAccount) {
    const next = encodeURIComponent(`/invitation/${token}`);
    return (
      <div className="mt-8 flex flex-col gap-3">
        <p className="text-sm text-ink-soft">
          {invitation.email} has an account here. Sign in with it to accept.
        </p>
        <LinkButton variant="solid" size="lg" href={`/sign-in?next=${next}`}>
          Sign in to accept
        </LinkButton>
      </div>
    );
  }
  return <NewAccount token={token} invitation={invitation} scopes={scopes} />;
}

function useAccept(token: string, scopes: readonly Scope[]) {
  const router = useRouter();
  const accept = useMutation(useTRPC().invitation.accept.mutationOptions());
  const join = async () => {
    const { role } = await accept.mutateAsync({ token, scopes: [...scopes], timeZone: ownTimeZone() });
    router.replace(role === "athlete" ? "/welcome" : "/");
    router.refresh();
  };
  return { accept, join };
}

type AcceptProps = { token: string; scopes: readonly Scope[]; role: string };

function AcceptButton({ token, scopes, role }: AcceptProps) {
  const { accept, join } = useAccept(token, scopes);
  return (
    <div className="mt-8 flex flex-col gap-3">
      <FormError>{accept.error?.message}</FormError>
      <Button
        variant="solid"
        size="lg"
        isPending={accept.isPending || accept.isSuccess}
        onPress={() => void join().catch(() => {})}
      >
        {role === "athlete" && scopes.length === 0 ? "Join without sharing anything" : "Join"}
      </Button>
    </div>
  );
}

function NewAccount({ token, invitation, scopes }: Omit<Props, "signedInAs"> & { scopes: readonly Scope[] }) {
  const { accept, join } = useAccept(token, scopes);
  const signUp = useMutation(useTRPC().invitation.signUp.mutationOptions());
  const faults = faultsOf(signUp.error ?? accept.error);

  async function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, password] = [String(fields.get("name")), String(fields.get("password"))];
    if (!signUp.isSuccess) await signUp.mutateAsync({ token, name, password, timeZone: ownTimeZone() });
    const answer = await signInWithPassword(invitation.email, password, "/");
    if (answer.ok) await join();
  }

  return (
    <form
      method="post"
      onSubmit={(event) => void submit(event).catch(() => {})}
      className="mt-8 flex flex-col gap-5"
    >
      <h2 className="type-title">Your account</h2>
      <FormError>{faults.message}</FormError>
      <TextField label="E-mail" type="email" autoComplete="username" value={invitation.email} readOnly />
      <TextField label="Your name" name="name" autoComplete="name" required error={faults.field("name")} />
      <NewPasswordField label="Choose a password" error={faults.field("password")} />
      <Button
        type="submit"
        variant="solid"
        size="lg"
        isPending={signUp.isPending || accept.isPending || accept.isSuccess}
      >
        {invitation.role === "athlete" && scopes.length === 0 ? "Join without sharing anything" : "Join"}
      </Button>
    </form>
  );
}
