"use client";

import { Badge } from "@repo/ui/badge";
import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { Section } from "@repo/ui/section";
import { TextArea } from "@repo/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Overview } from "./athlete-view.tsx";

/** What was said: with the athlete, or among their coaches. */
export function Comments({ athlete }: { athlete: Overview }) {
  const { athleteId, comments, name } = athlete;
  const trpc = useTRPC();
  const client = useQueryClient();
  const [body, setBody] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [ids, setIds] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const saying = useMutation(
    trpc.athlete.addComment.mutationOptions({
      onSuccess: () => {
        setBody("");
        setIds({ id: newClientId(), mutationId: newClientId() });
        void client.invalidateQueries(trpc.athlete.overview.queryFilter({ athleteId }));
      },
    }),
  );
  return (
    <Section title="Words">
      <form
        method="post"
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (body.trim()) saying.mutate({ ...ids, athleteId, body, isPrivate });
        }}
      >
        <FormError>{saying.error?.message ?? null}</FormError>
        <TextArea
          id="words"
          label={isPrivate ? "A note among coaches" : `A word to ${name.split(" ")[0]}`}
          rows={3}
          maxLength={5000}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Checkbox
            label="Among coaches only"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
          <Button type="submit" isPending={saying.isPending} isDisabled={!body.trim()}>
            Say it
          </Button>
        </div>
      </form>
      <ul className="mt-4 divide-y divide-line">
        {comments.map((comment) => (
          <li key={comment.id} className="py-2.5 text-sm">
            <p className="type-narrow flex items-center gap-2 text-xs text-ink-soft">
              {comment.authorName ?? "Somebody who left"}, <Day iso={comment.createdAt} />
              {comment.isPrivate ? <Badge>Coaches only</Badge> : null}
            </p>
            <p className="mt-0.5 whitespace-pre-line">{comment.body}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
