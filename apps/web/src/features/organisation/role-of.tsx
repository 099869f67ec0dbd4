"use client";

import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import { invitable } from "./invitable.ts";

type Member = RouterOutputs["organisation"]["members"][number];
type Props = { member: Member; orgId: string; role: string };

/** What a member of the staff is, to be changed by who may. */
export function RoleOf({ member, orgId, role }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.organisation.changeRole.mutationOptions({
      onSuccess: (_, to) => {
        showToast(`${member.name} is ${words("role", to.role).toLowerCase()} from now on`);
        return queryClient.invalidateQueries(trpc.organisation.members.queryFilter({ orgId }));
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  const roles = invitable(role).filter((each) => each !== "athlete");
  return (
    <select
      aria-label={`Role of ${member.name}`}
      value={member.role}
      disabled={change.isPending}
      onChange={(event) => {
        const next = roles.find((each) => each === event.target.value);
        if (next) change.mutate({ orgId, userId: member.userId, role: next });
      }}
      className="min-h-9 rounded-md border border-line-strong bg-surface px-2 text-sm text-ink"
    >
      {roles.map((each) => (
        <option key={each} value={each}>
          {words("role", each)}
        </option>
      ))}
    </select>
  );
}
