"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { Squad } from "./athlete-rows.ts";

type Props = {
  orgId: string;
  squads: readonly Squad[];
  athletes: readonly { athleteId: string; name: string }[];
  onClose: () => void;
};

/** Puts the chosen into a squad or takes them out, makes a new one of them, ends one. */
export function SquadsDialog({ orgId, squads, athletes, onClose }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState("");
  const done = { onSuccess: () => void client.invalidateQueries({ queryKey: trpc.squads.pathKey() }) };
  const saving = useMutation(
    trpc.squads.save.mutationOptions({
      onSuccess: ({ refused }) => {
        done.onSuccess();
        showToast(
          "Squad saved",
          refused.length > 0
            ? { detail: `${refused.length} share no training with you in this club and stay out.` }
            : {},
        );
        setName("");
      },
    }),
  );
  const removing = useMutation(trpc.squads.remove.mutationOptions(done));
  const ids = athletes.map(({ athleteId }) => athleteId);
  const save = (squad: Pick<Squad, "id" | "name" | "orgId">, athleteIds: string[]) =>
    saving.mutate({ orgId: squad.orgId, id: squad.id, name: squad.name, athleteIds });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`${ids.length} chosen`}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <FormError>{saving.error?.message ?? removing.error?.message ?? null}</FormError>
      {squads.length > 0 ? (
        <ul aria-label="Squads" className="mb-5 divide-y divide-line border-y border-line">
          {squads.map((squad) => {
            const inside = ids.filter((id) => squad.athleteIds.includes(id)).length;
            return (
              <li key={squad.id} className="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
                <span>
                  <span className="font-semibold">{squad.name}</span>
                  <span className="text-ink-soft">{`, ${squad.athleteIds.length}${inside > 0 ? `, ${inside} of them chosen` : ""}`}</span>
                </span>
                <span className="flex gap-1.5">
                  {inside < ids.length ? (
                    <Button
                      size="sm"
                      aria-label={`Put them into ${squad.name}`}
                      onPress={() => save(squad, [...new Set([...squad.athleteIds, ...ids])])}
                    >
                      Put in
                    </Button>
                  ) : null}
                  {inside > 0 ? (
                    <Button
                      size="sm"
                      aria-label={`Take them out of ${squad.name}`}
                      onPress={() =>
                        save(
                          squad,
                          squad.athleteIds.filter((id) => !ids.includes(id)),
                        )
                      }
                    >
                      Take out
                    </Button>
                  ) : null}
                  <Button
                    size="sm"
                    variant="quiet"
                    aria-label={`End ${squad.name}`}
                    onPress={() => removing.mutate({ orgId: squad.orgId, id: squad.id })}
                  >
                    End it
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      ) : null}
      <form
        method="post"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) save({ id: newClientId(), name: name.trim(), orgId }, ids);
        }}
      >
        <TextField
          label="A new squad of them"
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="solid" isDisabled={name.trim() === ""} isPending={saving.isPending}>
          Make it
        </Button>
      </form>
    </Dialog>
  );
}
