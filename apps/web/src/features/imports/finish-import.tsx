"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useFreshPage } from "#components/use-fresh-page.ts";
import { useTRPC } from "#trpc/client.tsx";

/** Reads an import whose page was left before everything was sent: what arrived counts. */
export function FinishImport({ batchId }: { batchId: string }) {
  const { refresh } = useFreshPage();
  const finish = useMutation(
    useTRPC().imports.finish.mutationOptions({
      onSuccess: refresh,
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <Button size="sm" isPending={finish.isPending} onPress={() => finish.mutate({ batchId })}>
      Read what arrived
    </Button>
  );
}
