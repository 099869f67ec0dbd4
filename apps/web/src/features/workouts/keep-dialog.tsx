"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterInputs } from "#trpc/root.ts";
import { FacetFields, type Facets, NO_FACETS } from "./facet-fields.tsx";
import { useKept } from "./use-kept.ts";

type Said = Pick<RouterInputs["workouts"]["revise"], "title" | "kind" | "hard" | "text">;
type Props = {
  workout: Said;
  /** The kept workout it was made from, if it was. */
  libraryId: string | null;
  onClose: () => void;
};

/** Keeps a workout: a new one, or the next version of the one it was made from. */
export function KeepDialog({ workout, libraryId, onClose }: Props) {
  const trpc = useTRPC();
  const { kept, folders, orgId, mayChange, refresh } = useKept();
  const from = kept.find((each) => each.id === libraryId && mayChange(each)) ?? null;
  const [into, setInto] = useState<"new" | "version">("new");
  const [facets, setFacets] = useState<Facets>(NO_FACETS);
  const [ids] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const done = {
    onSuccess: () => {
      showToast(`${workout.title} is in the library`);
      void refresh();
      onClose();
    },
  };
  const keeping = useMutation(trpc.workouts.keep.mutationOptions(done));
  const revising = useMutation(trpc.workouts.revise.mutationOptions(done));
  const asVersion = from !== null && into === "version";
  const keep = () => {
    const { title, kind, hard, text } = workout;
    const said = { title, kind, hard, text };
    if (asVersion)
      revising.mutate({
        ...said,
        mutationId: ids.mutationId,
        orgId: from.orgId,
        id: from.id,
        version: from.version,
      });
    else if (orgId)
      keeping.mutate({ orgId, mutationId: ids.mutationId, workouts: [{ id: ids.id, ...said, ...facets }] });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Keep “${workout.title}”`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isPending={keeping.isPending || revising.isPending}
            isDisabled={orgId === null || workout.text.trim() === ""}
            onPress={keep}
          >
            Keep it
          </Button>
        </>
      }
    >
      <FormError>{(keeping.error ?? revising.error)?.message ?? null}</FormError>
      <div className="flex flex-col gap-4">
        {from ? (
          <NativeSelect
            label="As"
            value={into}
            options={[
              { value: "new", label: "A new workout" },
              { value: "version", label: `Version ${from.version + 1} of ${from.title}` },
            ]}
            onChange={(event) => setInto(event.target.value as typeof into)}
          />
        ) : null}
        {asVersion ? (
          <p className="text-sm text-ink-soft">What was planned from an earlier version stays as it is.</p>
        ) : (
          <FacetFields
            facets={facets}
            folders={folders}
            set={(change) => setFacets((old) => ({ ...old, ...change }))}
          />
        )}
      </div>
    </Dialog>
  );
}
