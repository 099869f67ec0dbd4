"use client";

import { Button } from "@repo/ui/button";
import { LinkButton } from "@repo/ui/link-button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Ref } from "react";
import { FormError } from "#components/form-error.tsx";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { subjectOf, type Thread } from "./thread-list.tsx";
import { ThreadWords } from "./thread-words.tsx";

type Props = { thread: Thread; onDone: () => void; replyRef: Ref<HTMLDivElement> };

/** One conversation: what was said, and the answer. */
export function ThreadView({ thread, onDone, replyRef }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { athleteId, athleteName, plannedWorkoutId, workoutOn } = thread;
  const { data: words = [] } = useQuery(trpc.inbox.thread.queryOptions({ athleteId, plannedWorkoutId }));
  const marking = useMutation(trpc.inbox.mark.mutationOptions());
  const last = words.at(-1);
  const refresh = () => Promise.all([client.invalidateQueries(trpc.inbox.pathFilter()), null]);
  const mark = async () => {
    if (last) await marking.mutateAsync({ athleteId, plannedWorkoutId, readAt: last.createdAt });
    await refresh();
    onDone();
  };
  const workout = plannedWorkoutId
    ? `/athletes/${athleteId}/calendar?workout=${plannedWorkoutId}&week=${workoutOn}`
    : `/athletes/${athleteId}`;
  return (
    <section aria-label={`${athleteName}, ${subjectOf(thread)}`} className="min-w-0">
      <div className="flex flex-wrap items-start justify-between gap-3 border-b border-line pb-3">
        <div className="min-w-0">
          <h2 className="type-title">{athleteName}</h2>
          <p className="text-sm text-ink-soft">{subjectOf(thread)}</p>
        </div>
        <div className="flex gap-2">
          <LinkButton as={Link} size="sm" href={workout}>
            {plannedWorkoutId ? "Open the workout" : "Open the athlete"}
          </LinkButton>
          <Button size="sm" data-done isDisabled={marking.isPending} onPress={() => void mark()}>
            {thread.unread > 0 ? "Mark as read" : "Close"}
          </Button>
        </div>
      </div>
      <FormError>{marking.error?.message ?? null}</FormError>
      <ThreadWords {...{ athleteId, athleteName, plannedWorkoutId, replyRef }} onSaid={mark} />
    </section>
  );
}
