"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useTRPC } from "#trpc/client.tsx";
import { ThreadWords } from "./thread-words.tsx";

type Props = { athleteId: string; athleteName: string; plannedWorkoutId: string };

/** What was said on a workout, beside it: read once it has been shown, answered where it stands. */
export function WorkoutThread(of: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { athleteId, plannedWorkoutId } = of;
  const { data: words } = useQuery(trpc.inbox.thread.queryOptions({ athleteId, plannedWorkoutId }));
  const refresh = useCallback(() => {
    for (const queryKey of [trpc.inbox.pathKey(), trpc.coachCalendar.weeks.pathKey(), trpc.season.pathKey()])
      void client.invalidateQueries({ queryKey });
  }, [client, trpc]);
  const { mutate: mark } = useMutation(trpc.inbox.mark.mutationOptions({ onSuccess: refresh }));
  const theirs = words?.findLast(({ isMine }) => !isMine)?.createdAt;
  useEffect(() => {
    if (theirs) mark({ athleteId, plannedWorkoutId, readAt: theirs });
  }, [theirs, athleteId, plannedWorkoutId, mark]);
  return (
    <section aria-label="Comments">
      <h3 className="type-lead">Comments</h3>
      <ThreadWords {...of} onSaid={refresh} isAside />
    </section>
  );
}
