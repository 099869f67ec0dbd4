"use client";

import { Button } from "@repo/ui/button";
import { Dialog } from "@repo/ui/dialog";
import { showToast } from "@repo/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { WorkoutBuilder } from "#features/builder/workout-builder.tsx";
import { draftOf, NEW_DRAFT } from "#features/builder/workout-draft.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { FacetFields, type Facets, NO_FACETS } from "./facet-fields.tsx";
import { type KeptWorkout, useKept } from "./use-kept.ts";

type Props = { workout: KeptWorkout; onClose: () => void };

/** A kept workout in the builder: saving makes its next version. */
export function ReviseDialog({ workout, onClose }: Props) {
  const trpc = useTRPC();
  const { refresh } = useKept();
  const { id, orgId, version } = workout;
  const revising = useMutation(trpc.workouts.revise.mutationOptions());
  return (
    <WorkoutBuilder
      title={`${workout.title}, version ${version}`}
      first={draftOf({ ...workout, libraryId: id, coachNote: null })}
      athlete={null}
      place={null}
      isPending={revising.isPending}
      error={revising.error?.message ?? null}
      saveWord={`Save as version ${version + 1}`}
      onSave={({ title, kind, hard, text }) =>
        revising.mutate(
          { orgId, id, version, mutationId: newClientId(), title, kind, hard, text },
          {
            onSuccess: () => {
              showToast(`${title} saved as version ${version + 1}`);
              void refresh();
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

/** A new workout for the library, in the builder. */
export function NewKeptDialog({ orgId, onClose }: { orgId: string; onClose: () => void }) {
  const trpc = useTRPC();
  const { folders, refresh } = useKept();
  const [facets, setFacets] = useState<Facets>(NO_FACETS);
  const [ids] = useState(() => ({ id: newClientId(), mutationId: newClientId() }));
  const keeping = useMutation(trpc.workouts.keep.mutationOptions());
  return (
    <WorkoutBuilder
      title="A workout for the library"
      first={NEW_DRAFT}
      athlete={null}
      place={null}
      isNew
      isPending={keeping.isPending}
      error={keeping.error?.message ?? null}
      saveWord="Keep it"
      aside={
        <FacetFields
          facets={facets}
          folders={folders}
          set={(change) => setFacets((old) => ({ ...old, ...change }))}
        />
      }
      onSave={({ title, kind, hard, text }) =>
        keeping.mutate(
          {
            orgId,
            mutationId: ids.mutationId,
            workouts: [{ id: ids.id, title, kind, hard, text, ...facets }],
          },
          {
            onSuccess: () => {
              showToast(`${title} is in the library`);
              void refresh();
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

/** Folder, purpose and who sees a kept workout. */
export function FileDialog({ workout, onClose }: Props) {
  const trpc = useTRPC();
  const { folders, refresh } = useKept();
  const { id, orgId, version } = workout;
  const [facets, setFacets] = useState<Facets>(() => facetsOf(workout));
  const filing = useMutation(
    trpc.workouts.file.mutationOptions({
      onSuccess: () => {
        showToast(`${workout.title} filed`);
        void refresh();
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={workout.title}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isPending={filing.isPending}
            onPress={() => filing.mutate({ orgId, id, version, mutationId: newClientId(), facets })}
          >
            Save
          </Button>
        </>
      }
    >
      <FormError>{filing.error?.message ?? null}</FormError>
      <div className="flex flex-col gap-4">
        <FacetFields
          facets={facets}
          folders={folders}
          set={(change) => setFacets((old) => ({ ...old, ...change }))}
        />
      </div>
    </Dialog>
  );
}

function facetsOf({ folder, isShared, purpose, phases, events, level, freshness }: KeptWorkout): Facets {
  return { folder, isShared, purpose, phases, events, level, freshness } as Facets;
}

/** What a kept workout has been; an earlier version can be brought back as the next one. */
export function VersionsDialog({ workout, onClose }: Props) {
  const trpc = useTRPC();
  const { refresh } = useKept();
  const { id, orgId, version } = workout;
  const { data: versions = [] } = useQuery(trpc.workouts.versions.queryOptions({ orgId, id }));
  const revising = useMutation(
    trpc.workouts.revise.mutationOptions({
      onSuccess: () => {
        showToast("Brought back as the newest version");
        void refresh();
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Versions of ${workout.title}`}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <FormError>{revising.error?.message ?? null}</FormError>
      <ol className="divide-y divide-line border-y border-line">
        {versions.map((each) => (
          <li key={each.version} className="flex items-start justify-between gap-4 py-2.5 text-sm">
            <div className="min-w-0">
              <p className="font-semibold">{`Version ${each.version}, ${each.title}`}</p>
              <p className="type-narrow text-ink-soft">{each.text.replaceAll("\n", " · ")}</p>
              <p className="text-xs text-ink-soft">{each.authorName ?? "somebody who has left"}</p>
            </div>
            {each.version === version ? (
              <span className="text-ink-soft">now</span>
            ) : (
              <Button
                size="sm"
                isDisabled={revising.isPending}
                aria-label={`Bring back version ${each.version}`}
                onPress={() =>
                  revising.mutate({
                    ...{ orgId, id, version, mutationId: newClientId() },
                    title: each.title,
                    kind: each.kind as "easy",
                    hard: each.hard,
                    text: each.text,
                  })
                }
              >
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
