"use client";

import { Badge } from "@repo/ui/badge";
import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { LinkButton } from "@repo/ui/link-button";
import { TextArea } from "@repo/ui/text-field";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Ref, useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { subjectOf, type Thread } from "./thread-list.tsx";

type Props = { thread: Thread; onDone: () => void; replyRef: Ref<HTMLDivElement> };

/** One conversation: what was said, and the answer. */
export function ThreadView({ thread, onDone, replyRef }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { athleteId, athleteName, plannedWorkoutId, workoutOn } = thread;
  const [body, setBody] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [ids, setIds] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const { data: words = [] } = useQuery(trpc.inbox.thread.queryOptions({ athleteId, plannedWorkoutId }));
  const marking = useMutation(trpc.inbox.mark.mutationOptions());
  const saying = useMutation(trpc.athlete.addComment.mutationOptions());
  const last = words.at(-1);
  const refresh = () => Promise.all([client.invalidateQueries(trpc.inbox.pathFilter()), null]);
  const mark = async () => {
    if (last) await marking.mutateAsync({ athleteId, plannedWorkoutId, readAt: last.createdAt });
    await refresh();
    onDone();
  };
  const answer = async () => {
    if (body.trim() === "" || saying.isPending) return;
    await saying.mutateAsync({ ...ids, athleteId, plannedWorkoutId, body, isPrivate });
    setBody("");
    setIds({ id: newClientId(), mutationId: newClientId() });
    await mark();
  };
  const first = athleteName.split(" ")[0];
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
      <ol aria-label="What was said" aria-live="polite" className="divide-y divide-line">
        {words.map((word) => (
          <li key={word.id} className="py-3 text-sm">
            <p className="type-narrow flex items-center gap-2 text-xs text-ink-soft">
              {word.isMine ? "You" : (word.authorName ?? "Somebody who left")}, <Day iso={word.createdAt} />
              {word.isPrivate ? <Badge>Coaches only</Badge> : null}
            </p>
            <p className="mt-0.5 max-w-prose whitespace-pre-line">{word.body}</p>
          </li>
        ))}
      </ol>
      <form
        method="post"
        className="mt-2 flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void answer();
        }}
      >
        <FormError>{(saying.error ?? marking.error)?.message ?? null}</FormError>
        <div ref={replyRef}>
          <TextArea
            label={isPrivate ? "A note among coaches" : `Answer ${first}`}
            rows={3}
            maxLength={5000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void answer();
            }}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Checkbox
            label="Among coaches only"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
          <Button type="submit" variant="solid" isPending={saying.isPending} isDisabled={!body.trim()}>
            Answer
          </Button>
        </div>
      </form>
    </section>
  );
}
