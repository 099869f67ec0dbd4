"use client";

import type { Pacing } from "@repo/core/paces";
import { parseExercises } from "@repo/core/strength";
import { inUnits } from "@repo/core/units";
import { parseWorkout } from "@repo/core/workouts";
import { Disclosure } from "@repo/ui/disclosure";
import { IconButton } from "@repo/ui/icon-button";
import { InlineChart } from "@repo/ui/inline-chart";
import { Menu } from "@repo/ui/menu";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useMemo, useState } from "react";
import { Steps } from "#components/steps.tsx";
import { useUnits } from "#components/units.tsx";
import { profileOfText, workoutDetail } from "#components/workout-figures.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { words } from "#words.ts";
import { FileDialog, ReviseDialog, VersionsDialog } from "./kept-dialogs.tsx";
import { type KeptWorkout, useKept } from "./use-kept.ts";

type Props = { workouts: readonly KeptWorkout[]; pacing: Pacing };
type Asked = { what: "revise" | "file" | "versions"; workout: KeptWorkout };

/** The coaches' own workouts, folder by folder. */
export function KeptList({ workouts, pacing }: Props) {
  const { userId, mayChange } = useKept();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const folders = [...new Set(workouts.map(({ folder }) => folder))];
  return (
    <>
      {folders.map((folder) => (
        <section key={folder} aria-label={folder || "In no folder"} className="pt-4">
          {folders.length > 1 || folder ? (
            <h3 className="type-label pb-1 text-ink-soft">{folder || "In no folder"}</h3>
          ) : null}
          <ul className="divide-y divide-line border-y border-line">
            {workouts
              .filter((workout) => workout.folder === folder)
              .map((workout) => (
                <KeptRow
                  key={workout.id}
                  workout={workout}
                  pacing={pacing}
                  isOwn={workout.authorId === userId}
                  ask={mayChange(workout) ? (what) => setAsked({ what, workout }) : null}
                />
              ))}
          </ul>
        </section>
      ))}
      {asked?.what === "revise" ? <ReviseDialog workout={asked.workout} onClose={close} /> : null}
      {asked?.what === "file" ? <FileDialog workout={asked.workout} onClose={close} /> : null}
      {asked?.what === "versions" ? <VersionsDialog workout={asked.workout} onClose={close} /> : null}
    </>
  );
}

type RowProps = {
  workout: KeptWorkout;
  pacing: Pacing;
  isOwn: boolean;
  ask: ((what: Asked["what"]) => void) | null;
};

function KeptRow({ workout, pacing, isOwn, ask }: RowProps) {
  const units = useUnits();
  const { title, text, purpose } = workout;
  const parsed = useMemo(() => parseWorkout(text), [text]);
  const exercises = useMemo(() => (parsed.ok ? null : parseExercises(text)), [parsed, text]);
  const profile = useMemo(
    () => profileOfText(text, pacing, { width: 220, height: 40, evenIfPlain: true }),
    [text, pacing],
  );
  const range = workoutDetail({ text, distanceM: null, durationS: null }, pacing, units);
  return (
    <li className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_14rem]">
      <div className="min-w-0">
        <div className="flex items-start justify-between gap-3">
          <h4 className="type-lead">{inUnits(title, units)}</h4>
          {ask ? <Actions workout={workout} ask={ask} /> : null}
        </div>
        <p className="type-narrow text-xs text-ink-soft">{detailOf(workout, isOwn)}</p>
        {purpose ? <p className="mt-1.5 max-w-prose text-sm">{purpose}</p> : null}
        <Disclosure summary={parsed.ok ? "Steps" : "What it holds"} className="mt-1.5">
          {parsed.ok ? (
            <Steps blocks={parsed.blocks} pacing={pacing} />
          ) : (
            <ul className="space-y-1 text-sm">
              {(exercises?.ok ? text.split("\n") : [text]).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Disclosure>
      </div>
      <div className="min-w-0 md:text-right">
        {profile ? <InlineChart svg={profile} className="max-w-56 md:ml-auto" /> : null}
        <p className="type-figure mt-1.5 text-sm">{range}</p>
      </div>
    </li>
  );
}

function Actions({ workout, ask }: { workout: KeptWorkout; ask: (what: Asked["what"]) => void }) {
  const trpc = useTRPC();
  const { refresh } = useKept();
  const { id, orgId, version, title } = workout;
  const archiving = useMutation(
    trpc.workouts.archive.mutationOptions({
      onSuccess: () => {
        showToast(`${title} put away`);
        void refresh();
      },
      onError: (error) => showToast(error.message, { tone: "error" }),
    }),
  );
  return (
    <Menu
      label={`What to do with ${title}`}
      trigger={
        <IconButton size="sm" label={`What to do with ${title}`} className="-my-1">
          <Ellipsis aria-hidden="true" className="size-4" />
        </IconButton>
      }
      items={[
        { id: "revise", label: "Change it…", onAction: () => ask("revise") },
        { id: "file", label: "Folder, purpose, who sees it…", onAction: () => ask("file") },
        { id: "versions", label: `Versions (${version})…`, onAction: () => ask("versions") },
        { id: "line", separator: true },
        {
          id: "archive",
          label: "Put it away",
          danger: true,
          isDisabled: archiving.isPending,
          onAction: () => archiving.mutate({ orgId, id, version, mutationId: newClientId() }),
        },
      ]}
    />
  );
}

function detailOf(
  { kind, hard, level, phases, events, version, isShared, authorName }: KeptWorkout,
  isOwn: boolean,
) {
  const author = isOwn ? "yours" : `from ${authorName ?? "somebody who has left"}`;
  return [
    words("kind", kind),
    hard ? "hard day" : "easy day",
    level ? `from ${words("level", level).toLowerCase()}` : null,
    phases.map((phase) => words("phase", phase).toLowerCase()).join(", "),
    events.map((event) => words("event", event)).join(", "),
    `version ${version}`,
    isShared ? `${author}, shared` : "yours alone",
  ]
    .filter(Boolean)
    .join(" · ");
}
