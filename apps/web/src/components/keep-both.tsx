"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { useFreshPage } from "./use-fresh-page.ts";

type Props = { activityId: string; name: string; onSettled?: () => void };

/** A file joined a typed session: for the athlete to say that they are two. */
export function KeepBoth({ activityId, name, onSettled }: Props) {
  const { refresh } = useFreshPage();
  const part = useMutation(
    useTRPC().log.separate.mutationOptions({
      onSuccess: () => {
        refresh();
        showToast("Both are kept, and both count");
        onSettled?.();
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <Button
      size="sm"
      isPending={part.isPending}
      onPress={() => part.mutate({ mutationId: newClientId(), id: activityId })}
    >
      Keep both<span className="sr-only">, {name}</span>
    </Button>
  );
}
