"use client";

import { Badge } from "@repo/ui/badge";
import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { TextArea } from "@repo/ui/text-field";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type Ref, useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

type Props = {
  athleteId: string;
  athleteName: string;
  plannedWorkoutId: string | null;
  /** Told once a word has been said. */
  onSaid: () => void | Promise<void>;
  replyRef?: Ref<HTMLDivElement>;
  /** Beside something else, whose own button is the main one. */
  isAside?: boolean;
};

/** What was said of an athlete or on one of their workouts, and one's own next word. */
export function ThreadWords(props: Props) {
  const { athleteId, athleteName, plannedWorkoutId, onSaid, replyRef, isAside = false } = props;
  const trpc = useTRPC();
  const [body, setBody] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [ids, setIds] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const { data: words = [] } = useQuery(trpc.inbox.thread.queryOptions({ athleteId, plannedWorkoutId }));
  const saying = useMutation(trpc.athlete.addComment.mutationOptions());
  const say = async () => {
    if (body.trim() === "" || saying.isPending) return;
    await saying.mutateAsync({ ...ids, athleteId, plannedWorkoutId, body, isPrivate });
    setBody("");
    setIds({ id: newClientId(), mutationId: newClientId() });
    await onSaid();
  };
  const first = athleteName.split(" ")[0];
  const word = words.length > 0 ? "Answer" : "Write to";
  return (
    <>
      <ol aria-label="What was said" aria-live="polite" className="divide-y divide-line">
        {words.map((each) => (
          <li key={each.id} className="py-3 text-sm">
            <p className="type-narrow flex items-center gap-2 text-xs text-ink-soft">
              {each.isMine ? "You" : (each.authorName ?? "Somebody who left")}, <Day iso={each.createdAt} />
              {each.isPrivate ? <Badge>Coaches only</Badge> : null}
            </p>
            <p className="mt-0.5 max-w-prose whitespace-pre-line">{each.body}</p>
          </li>
        ))}
      </ol>
      <form
        method="post"
        className="mt-2 flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void say().catch(() => undefined);
        }}
      >
        <FormError>{saying.error?.message ?? null}</FormError>
        <div ref={replyRef}>
          <TextArea
            label={isPrivate ? "A note among coaches" : `${word} ${first}`}
            rows={3}
            maxLength={5000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                void say().catch(() => undefined);
            }}
          />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Checkbox
            label="Among coaches only"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
          <Button
            type="submit"
            variant={isAside ? "outline" : "solid"}
            isPending={saying.isPending}
            isDisabled={!body.trim()}
          >
            {words.length > 0 ? "Answer" : "Say it"}
          </Button>
        </div>
      </form>
    </>
  );
}
