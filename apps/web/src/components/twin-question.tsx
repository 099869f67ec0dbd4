"use client";

import { Button } from "@repo/ui/button";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { useFreshPage } from "./use-fresh-page.ts";

export type Twin = {
  originalId: string;
  localDate: string | null;
  /** The session that it looks like; null where there are several. */
  activityId: string | null;
  count: number;
};
type Props = {
  twin: Twin;
  name: string;
  /** Where in an import it stands; null for a file that was just dropped. */
  place: { batchId: string; position: number; entry: number } | null;
  onSettled?: () => void;
};

/** What looks like a session that is here was left out; whether it is the same run is for the athlete to say. */
export function TwinQuestion({ twin, name, place, onSettled }: Props) {
  const trpc = useTRPC();
  const { refresh } = useFreshPage();
  const onError = (error: { message: string }) => showToast(error.message, { tone: "error" });
  const done = (message: string) => () => {
    refresh();
    showToast(message);
    onSettled?.();
  };
  const keep = useMutation(
    trpc.imports.keepBoth.mutationOptions({ onSuccess: done("Both are kept, and both count"), onError }),
  );
  const same = useMutation(
    trpc.imports.sameRun.mutationOptions({ onSuccess: done("Left out: it is the same run"), onError }),
  );
  const { originalId, localDate, activityId, count } = twin;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2">
      <span className="text-ink">
        {count > 1 ? `Are these ${count} the same runs as those that are here?` : "Is it the same run as "}
        {count > 1 ? null : activityId ? (
          <Link href={`/activities/${activityId}`} className="underline">
            the one that is here
          </Link>
        ) : (
          "the one that is here"
        )}
        {count > 1 ? null : "?"}
      </span>
      <Button
        size="sm"
        isPending={same.isPending}
        onPress={() => (place ? same.mutate(place) : onSettled?.())}
      >
        Same run<span className="sr-only">, {name}</span>
      </Button>
      <Button
        size="sm"
        isPending={keep.isPending}
        onPress={() => keep.mutate({ originalId, localDate, place })}
      >
        Keep both<span className="sr-only">, {name}</span>
      </Button>
    </div>
  );
}
