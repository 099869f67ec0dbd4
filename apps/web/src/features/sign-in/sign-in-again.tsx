"use client";

import { useIsMutating } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { useLeaveGuard } from "#components/use-leave-guard.ts";
import { callsWaiting, hostSignIn, onCallsWaiting } from "#trpc/signed-out.ts";

/** Fetched when it is needed: no page is heavier for it. */
const SignInDialog = lazy(async () => ({ default: (await import("./sign-in-dialog.tsx")).SignInDialog }));

type Props = { userId: string; email: string };

/** Asks for a sign-in that has ended without leaving the page: what was typed stays, what was being saved is sent after it. */
export function SignInAgain({ userId, email }: Props) {
  const calls = useSyncExternalStore(onCallsWaiting, callsWaiting, () => 0);
  const saving = useIsMutating();
  useEffect(() => hostSignIn(userId), [userId]);
  useLeaveGuard(calls > 0 && saving > 0);
  if (calls === 0) return null;
  return (
    <Suspense>
      <SignInDialog email={email} saving={saving} />
    </Suspense>
  );
}
