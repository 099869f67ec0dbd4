"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";

/** Has the digest mailed to the reader, as it stands now. */
export function SendNow({ orgId }: { orgId: string }) {
  const send = useMutation(
    useTRPC().reports.sendNow.mutationOptions({
      onSuccess: () => showToast("It is on its way: it comes within a minute or two"),
      onError: ({ message }) => showToast(message, { tone: "error" }),
    }),
  );
  return (
    <Button variant="solid" isDisabled={send.isPending} onPress={() => send.mutate({ orgId })}>
      Mail it to me now
    </Button>
  );
}
