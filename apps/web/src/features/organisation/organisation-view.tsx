"use client";

import { AlertDialog } from "@repo/ui/alert-dialog";
import { Button } from "@repo/ui/button";
import { EmptyState } from "@repo/ui/empty-state";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { OrgChoice } from "#components/org-choice.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import { InviteForm } from "./invite-form.tsx";
import { RenameOrganisation } from "./rename-organisation.tsx";
import { RoleOf } from "./role-of.tsx";

type Organisation = { orgId: string; name: string };
type Props = Organisation & { role: string; organisations: readonly Organisation[] };
type Member = RouterOutputs["organisation"]["members"][number];

/** Who belongs to the organisation, who is invited, and the form that invites. */
export function OrganisationView({ orgId, name, role, organisations }: Props) {
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.organisation.members.queryOptions({ orgId }));
  const athletes = members.filter((member) => member.role === "athlete");
  const staff = members.filter((member) => member.role !== "athlete");
  const mayInvite = role !== "assistant";
  const count = `${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`;
  return (
    <>
      <PageTitle
        title={name}
        lead={`${count}, ${staff.length} ${staff.length === 1 ? "coach" : "coaches"}`}
        actions={
          <>
            <OrgChoice {...{ orgId, organisations }} />
            {role === "owner" ? <RenameOrganisation orgId={orgId} name={name} /> : null}
          </>
        }
      />
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          <Section title="Athletes">
            {athletes.length === 0 ? (
              <EmptyState title="No athletes yet">
                Invited athletes appear here when they accept. Each decides what you see.
              </EmptyState>
            ) : (
              <MemberList members={athletes} orgId={orgId} role={role} />
            )}
          </Section>
          <Section title="Coaches">
            <MemberList members={staff} orgId={orgId} role={role} />
          </Section>
        </div>
        {mayInvite ? (
          <aside>
            <InviteForm orgId={orgId} role={role} />
            <OpenInvitations orgId={orgId} />
          </aside>
        ) : null}
      </div>
    </>
  );
}

function MemberList({ members, orgId, role }: { members: readonly Member[]; orgId: string; role: string }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {members.map((member) => (
        <li key={member.userId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
          <div className="min-w-0">
            <p className="type-lead">
              {member.name}
              {member.isSelf ? <span className="font-normal text-ink-soft"> (you)</span> : null}
            </p>
            <p className="truncate text-sm text-ink-soft">{member.email}</p>
          </div>
          <div className="flex items-center gap-3 text-sm text-ink-soft">
            <span>
              {words("role", member.role)} since <Day iso={member.joinedAt} />
            </span>
            {member.role !== "athlete" && mayEnd(role, member) ? (
              <RoleOf member={member} orgId={orgId} role={role} />
            ) : null}
            {mayEnd(role, member) || mayLeave(member, members) ? (
              <EndMembership member={member} orgId={orgId} />
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function mayEnd(role: string, member: Member): boolean {
  if (member.isSelf || (role !== "owner" && role !== "head-coach")) return false;
  return member.role !== "owner" || role === "owner";
}

/** An organisation needs an owner: the last one stays. */
function mayLeave({ isSelf, role, userId }: Member, members: readonly Member[]): boolean {
  if (!isSelf) return false;
  return role !== "owner" || members.some((other) => other.role === "owner" && other.userId !== userId);
}

function EndMembership({ member, orgId }: { member: Member; orgId: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { isSelf, name } = member;
  const end = useMutation(
    trpc.organisation.endMembership.mutationOptions({
      onSuccess: () => {
        if (isSelf) return router.replace("/");
        showToast(`${name} is no longer a member`);
        return queryClient.invalidateQueries(trpc.organisation.members.queryFilter({ orgId }));
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <>
      <Button size="sm" onPress={() => setOpen(true)} isPending={end.isPending}>
        {isSelf ? "Leave" : "End"}
        <span className="sr-only">{isSelf ? " the organisation" : ` the membership of ${name}`}</span>
      </Button>
      <AlertDialog
        title={isSelf ? "Leave the organisation?" : `End the membership of ${name}?`}
        confirmLabel={isSelf ? "Leave" : "End membership"}
        danger
        onConfirm={() => end.mutate({ orgId, userId: member.userId })}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        {endWords(member)}
      </AlertDialog>
    </>
  );
}

function endWords({ isSelf, role }: Member): string {
  if (isSelf)
    return "You see none of the athletes here any more, at once. To come back you need an invitation.";
  return role === "athlete"
    ? "Nobody here sees their training any more, at once. The training stays theirs. To undo it, invite them again."
    : "They see none of the athletes any more, at once. To undo it, invite them again.";
}

function OpenInvitations({ orgId }: { orgId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: invitations } = useSuspenseQuery(trpc.organisation.invitations.queryOptions({ orgId }));
  const revoke = useMutation(
    trpc.organisation.revokeInvitation.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.organisation.invitations.queryFilter({ orgId })),
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  if (invitations.length === 0) return null;
  return (
    <Section title="Waiting for an answer">
      <ul className="divide-y divide-line border-y border-line">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="flex items-center justify-between gap-3 py-3 text-sm">
            <div className="min-w-0">
              <p className="truncate font-medium">{invitation.email}</p>
              <p className="text-ink-soft">
                {words("role", invitation.role)}, until <Day iso={invitation.expiresAt} />
              </p>
            </div>
            <Button size="sm" onPress={() => revoke.mutate({ orgId, invitationId: invitation.id })}>
              Take back<span className="sr-only"> the invitation of {invitation.email}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
