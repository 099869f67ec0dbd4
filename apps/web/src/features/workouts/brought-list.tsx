"use client";

import { NO_PACING } from "@repo/core/paces";
import { formatDuration } from "@repo/core/units";
import { WORKOUT_KINDS, type WorkoutKind } from "@repo/core/workouts";
import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { InlineChart } from "@repo/ui/inline-chart";
import { PageTitle } from "@repo/ui/page-title";
import { Section } from "@repo/ui/section";
import { Switch } from "@repo/ui/switch";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { profileOfText } from "#components/workout-figures.ts";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { words } from "#words.ts";
import { useKept } from "./use-kept.ts";

type Brought = RouterOutputs["workouts"]["read"];
type Props = { orgId: string; brought: Brought; eyebrow: ReactNode; onAgain: () => void };

const KINDS = WORKOUT_KINDS.map((kind) => ({ value: kind, label: words("kind", kind) }));

/** What was read of other programs' workouts, each to be confirmed or left out, and what was not understood. */
export function BroughtList({ orgId, brought, eyebrow, onAgain }: Props) {
  const trpc = useTRPC();
  const router = useRouter();
  const { refresh } = useKept();
  const [rows, setRows] = useState(() =>
    brought.workouts.map((each) => ({ ...each, id: newClientId(), isKept: true })),
  );
  const [folder, setFolder] = useState("");
  const [isShared, setShared] = useState(true);
  const [mutationId] = useState(newClientId);
  const chosen = rows.filter(({ isKept }) => isKept);
  const keeping = useMutation(
    trpc.workouts.keep.mutationOptions({
      onSuccess: ({ ids }) => {
        showToast(`${ids.length} ${ids.length === 1 ? "workout is" : "workouts are"} in the library`);
        void refresh();
        router.push(folder ? `/workouts?folder=${encodeURIComponent(folder)}` : "/workouts");
      },
    }),
  );
  const put = (id: string, change: Partial<(typeof rows)[number]>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...change } : row)));
  return (
    <>
      <PageTitle
        eyebrow={eyebrow}
        title={titleOf(brought)}
        lead={
          brought.workouts.length > 0 ? "Look at each; the kind is a guess from its hardest steps." : null
        }
        actions={<Button onPress={onAgain}>Choose others</Button>}
      />
      {brought.refused.length > 0 ? (
        <Section title="Could not be read">
          <ul aria-label="Could not be read" className="divide-y divide-line border-y border-line text-sm">
            {brought.refused.map(({ from, reason }) => (
              <li key={from} className="py-2">
                <b className="font-semibold">{from}</b>
                <span className="block text-ink-soft">{reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {rows.length > 0 ? (
        <>
          <ul aria-label="Workouts that were read" className="divide-y divide-line border-b border-line">
            {rows.map((row) => (
              <li
                key={row.id}
                className="grid items-start gap-x-6 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_11rem_14rem]"
              >
                <div className="min-w-0">
                  <Checkbox
                    label={row.title}
                    checked={row.isKept}
                    onChange={(event) => put(row.id, { isKept: event.target.checked })}
                  />
                  <p className="type-narrow mt-1 text-sm text-ink-soft">{row.text.replaceAll("\n", " · ")}</p>
                  <p className="text-xs text-ink-soft">
                    {[row.from, row.durationS === null ? null : formatDuration(row.durationS)]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                  {row.notUnderstood.length > 0 ? (
                    <ul className="mt-1.5 border-l-2 border-attention-fill pl-3 text-sm">
                      {row.notUnderstood.map((remark) => (
                        <li key={remark}>{`Not taken over: ${remark}.`}</li>
                      ))}
                    </ul>
                  ) : null}
                </div>
                <div className="flex flex-col gap-2">
                  <NativeSelect
                    label="Kind"
                    value={row.kind}
                    options={KINDS}
                    onChange={(event) => put(row.id, { kind: event.target.value as WorkoutKind })}
                  />
                  <Checkbox
                    label="A hard day"
                    checked={row.hard}
                    onChange={(event) => put(row.id, { hard: event.target.checked })}
                  />
                </div>
                <Profile text={row.text} />
              </li>
            ))}
          </ul>
          <FormError>{keeping.error?.message ?? null}</FormError>
          <div className="mt-5 flex flex-wrap items-end gap-4">
            <TextField
              label="Into the folder"
              value={folder}
              maxLength={80}
              onChange={(event) => setFolder(event.target.value)}
            />
            <Switch
              label="The other coaches see them"
              checked={isShared}
              onChange={(event) => setShared(event.target.checked)}
            />
            <Button
              variant="solid"
              isDisabled={chosen.length === 0}
              isPending={keeping.isPending}
              onPress={() =>
                keeping.mutate({
                  orgId,
                  mutationId,
                  workouts: chosen.map(({ id, title, kind, hard, text }) => ({
                    ...{ id, title, kind, hard, text },
                    folder: folder.trim(),
                    isShared,
                  })),
                })
              }
            >
              {`Keep ${chosen.length}`}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}

function Profile({ text }: { text: string }) {
  const svg = profileOfText(text, NO_PACING, { width: 220, height: 40, evenIfPlain: true });
  return svg ? <InlineChart svg={svg} className="max-w-56" /> : null;
}

function titleOf({ workouts, refused }: Brought): string {
  if (workouts.length === 0) return refused.length === 1 ? "It could not be read" : "None could be read";
  const read = `${workouts.length} ${workouts.length === 1 ? "workout was" : "workouts were"} read`;
  return refused.length === 0 ? read : `${read}, ${refused.length} could not be`;
}
