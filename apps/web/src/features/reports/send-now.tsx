"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";

/** Has the digest mailed to the reader, as it stands now; a second time within minutes only when that is meant. */
export function SendNow({ orgId }: { orgId: string }) {
  const send = useMutation(
    useTRPC().reports.sendNow.mutationOptions({
      onSuccess: ({ asked, sentAt }) =>
        showToast(asked ? "It is on its way: it comes within a minute or two" : notAgain(sentAt)),
      onError: ({ message }) => showToast(message, { tone: "error" }),
    }),
  );
  const again = send.data?.asked === false;
  return (
    <Button variant="solid" isDisabled={send.isPending} onPress={() => send.mutate({ orgId, again })}>
      {again ? "Mail it once more" : "Mail it to me now"}
    </Button>
  );
}

function notAgain(sentAt: string | null): string {
  if (sentAt === null) return "One is written already and waits for the mail server";
  const minutes = Math.max(0, Math.round((Date.now() - new Date(sentAt).getTime()) / 60_000));
  const when = minutes === 0 ? "just now" : minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  return `It was mailed to you ${when}`;
}
