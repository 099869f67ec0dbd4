"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { Dialog } from "@repo/ui/dialog";
import { TextArea } from "@repo/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";

type Props = {
  orgId: string;
  athletes: readonly { athleteId: string; name: string }[];
  onClose: () => void;
};

/** One word to many athletes, each as a word of their own; says whom it reached. */
export function WriteDialog({ orgId, athletes, onClose }: Props) {
  const trpc = useTRPC();
  const [body, setBody] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [mutationId] = useState(newClientId);
  const writing = useMutation(trpc.squads.write.mutationOptions());
  const names = new Map(athletes.map(({ athleteId, name }) => [athleteId, name]));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`To ${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`}
      actions={
        writing.data ? (
          <Button variant="solid" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>Cancel</Button>
            <Button
              variant="solid"
              isDisabled={body.trim() === ""}
              isPending={writing.isPending}
              onPress={() =>
                writing.mutate({
                  orgId,
                  mutationId,
                  athleteIds: athletes.map(({ athleteId }) => athleteId),
                  body,
                  isPrivate,
                })
              }
            >
              Write
            </Button>
          </>
        )
      }
    >
      <FormError>{writing.error?.message ?? null}</FormError>
      {writing.data ? (
        <ul aria-label="What came of it" className="divide-y divide-line">
          {writing.data.map(({ athleteId, done }) => (
            <li key={athleteId} className="flex justify-between gap-4 py-2 text-sm">
              <span className="font-semibold">{names.get(athleteId)}</span>
              <span className={done ? "text-good-text" : "text-track-text"}>
                {done ? "written" : "shares no training with you: not written"}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <TextArea
            label="What you want to say"
            rows={4}
            maxLength={5000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
          <Checkbox
            label="For coaches alone"
            hint="A note that the athletes do not see"
            checked={isPrivate}
            onChange={(event) => setPrivate(event.target.checked)}
          />
        </>
      )}
    </Dialog>
  );
}
