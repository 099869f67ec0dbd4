"use client";

import { Button } from "@repo/ui/button";
import { Disclosure } from "@repo/ui/disclosure";
import { TextArea } from "@repo/ui/text-field";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

/** The talk on one workout between its athlete and their coaches; asked for when it is opened. */
export function Talk({ plannedWorkoutId }: { plannedWorkoutId: string }) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <Disclosure summary="Talk with your coach about it" className="mt-1" onToggle={() => setOpened(true)}>
      {wasOpened ? <Thread plannedWorkoutId={plannedWorkoutId} /> : null}
    </Disclosure>
  );
}

function Thread({ plannedWorkoutId }: { plannedWorkoutId: string }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data, error } = useQuery(trpc.talk.list.queryOptions({ plannedWorkoutId }));
  const [body, setBody] = useState("");
  const [ids, setIds] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const saying = useMutation(
    trpc.talk.say.mutationOptions({
      onSuccess: () => {
        setBody("");
        setIds({ id: newClientId(), mutationId: newClientId() });
        void client.invalidateQueries(trpc.talk.list.queryFilter({ plannedWorkoutId }));
      },
    }),
  );
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (body.trim()) saying.mutate({ ...ids, plannedWorkoutId, body });
  }
  return (
    <div className="pb-2">
      <FormError>{saying.error?.message ?? error?.message ?? null}</FormError>
      <ol aria-label="What was said" className="divide-y divide-line empty:hidden">
        {(data ?? []).map((word) => (
          <li key={word.id} className={`py-2 text-sm ${word.isMine ? "" : "border-l-2 border-track pl-3"}`}>
            <p className="type-narrow text-xs text-ink-soft">
              {word.isMine ? "You" : (word.authorName ?? "Somebody who left")}, <Day iso={word.createdAt} />
            </p>
            <p className="whitespace-pre-line">{word.body}</p>
          </li>
        ))}
      </ol>
      <form method="post" onSubmit={submit} className="mt-2 flex flex-col items-start gap-2">
        <TextArea
          label="A word on this workout"
          hint="Every coach who sees your training reads it."
          rows={2}
          maxLength={5000}
          value={body}
          onChange={({ target }) => setBody(target.value)}
          className="w-full"
        />
        <Button type="submit" size="sm" isPending={saying.isPending} isDisabled={!body.trim()}>
          Say it
        </Button>
      </form>
    </div>
  );
}
