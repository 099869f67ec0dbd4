"use client";

import { AlertDialog } from "@repo/ui/alert-dialog";
import { Badge } from "@repo/ui/badge";
import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { signOut } from "#auth/client.ts";
import { Day } from "#components/day.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { describeDevice } from "./describe-device.ts";

/** Every browser that is signed in, each of which can be signed out from here. */
export function SessionsView() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: sessions } = useSuspenseQuery(trpc.account.listSessions.queryOptions());
  const revoke = useMutation(
    trpc.account.revokeSession.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.listSessions.queryFilter()),
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3.5">
            <div className="min-w-0">
              <p className="type-lead flex flex-wrap items-center gap-2">
                {describeDevice(session.userAgent)}
                {session.isCurrent ? <Badge tone="good">This device</Badge> : null}
              </p>
              <p className="text-sm text-ink-soft">
                Last used <Day iso={session.lastSeenAt} withTime />, signed in{" "}
                <Day iso={session.createdAt} withTime />
                {session.ipPrefix ? `, from ${session.ipPrefix}` : ""}
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button
                size="sm"
                onPress={() => revoke.mutate({ sessionId: session.id })}
                isPending={revoke.isPending && revoke.variables.sessionId === session.id}
              >
                Sign out<span className="sr-only"> {describeDevice(session.userAgent)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SignOutEverywhere />
    </>
  );
}

function SignOutEverywhere() {
  const [isOpen, setOpen] = useState(false);
  const everywhere = useMutation(
    useTRPC().account.signOutEverywhere.mutationOptions({
      onSuccess: () => signOut(),
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <div className="mt-7">
      <Button onPress={() => setOpen(true)} isPending={everywhere.isPending}>
        Sign out everywhere
      </Button>
      <AlertDialog
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        onConfirm={() => everywhere.mutate()}
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        Every device, this one too, has to sign in again. What you saved stays.
      </AlertDialog>
    </div>
  );
}
