"use client";

import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { Dialog } from "@repo/ui/dialog";
import { showToast } from "@repo/ui/toast";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTold } from "#components/told.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import type { SeasonData } from "./use-plan-edits.ts";

/** Moves a race; shows what breaks before anything is saved. */
export function MoveRaceDialog({ season, onClose }: { season: SeasonData; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const races = (season.request?.races ?? []).filter(({ date }) => date >= season.today);
  const [from, setFrom] = useState(races[0]?.date ?? "");
  const [to, setTo] = useState<string | null>(from);
  const [mutationId] = useState(newClientId);
  const { id: seasonId, athleteId, version } = season;
  const asked = to && to !== from ? { athleteId, seasonId, from, to } : null;
  const preview = useQuery(trpc.season.previewRaceMove.queryOptions(asked ?? skipToken, { retry: false }));
  const moving = useMutation(
    trpc.season.moveRace.mutationOptions({
      onSuccess: () => {
        showToast("Race moved", { detail: "The weeks from now on were laid out anew." });
        void client.invalidateQueries({ queryKey: trpc.season.pathKey() });
        onClose();
      },
    }),
  );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Move a race"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={!asked || !preview.data}
            isPending={moving.isPending}
            onPress={() => asked && moving.mutate({ ...asked, mutationId, version })}
          >
            Move the race
          </Button>
        </>
      }
    >
      <FormError>{moving.error?.message ?? preview.error?.message ?? null}</FormError>
      <div className="grid gap-4 sm:grid-cols-2">
        <NativeSelect
          label="Race"
          value={from}
          options={races.map(({ date, name, distanceM }) => ({
            value: date,
            label: `${name ?? `${distanceM / 1000} km`}, ${shortDay(date)}`,
          }))}
          onChange={(event) => {
            setFrom(event.target.value);
            setTo(event.target.value);
          }}
        />
        <DatePicker label="New day" value={to} onChange={setTo} min={season.today} />
      </div>
      {asked && preview.data ? <WhatBreaks preview={preview.data} /> : null}
    </Dialog>
  );
}

type Preview = {
  changedWeeks: string[];
  keptWorkouts: number;
  broken: { title: string }[];
  newFindings: { title: string; rule: string }[];
};

/** What a change of races does to the season. */
export function WhatBreaks({ preview }: { preview: Preview }) {
  const told = useTold();
  const broken = [...preview.broken, ...preview.newFindings].map(({ title }) => told(title));
  return (
    <div className="mt-4 border-t border-line pt-3 text-sm">
      <p>
        {`${preview.changedWeeks.length} ${preview.changedWeeks.length === 1 ? "week changes" : "weeks change"}. `}
        {preview.keptWorkouts > 0
          ? `${preview.keptWorkouts} edited or done workouts stay where they are.`
          : "No edited workout is touched."}
      </p>
      {broken.length === 0 ? (
        <p className="mt-2 text-ink-soft">No new finding.</p>
      ) : (
        <>
          <h3 className="type-label mt-3 text-ink-soft">What it breaks</h3>
          <ul className="list-disc pl-5">
            {broken.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
