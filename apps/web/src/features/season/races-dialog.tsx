"use client";

import { addDays } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { Dialog } from "@repo/ui/dialog";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { WhatBreaks } from "./move-race-dialog.tsx";
import type { SeasonData } from "./use-plan-edits.ts";

type Race = NonNullable<SeasonData["request"]>["races"][number];

const DISTANCES = [
  [1_500, "1500 m"],
  [3_000, "3 km"],
  [5_000, "5 km"],
  [10_000, "10 km"],
  [21_097.5, "Half marathon"],
  [42_195, "Marathon"],
] as const;
const RANKS = [
  { value: "A", label: "A: a goal, with a peak" },
  { value: "B", label: "B: with a light week" },
  { value: "C", label: "C: from training" },
];

/** Races added, moved, ranked and dropped; what that breaks is said before anything is saved. */
export function RacesDialog({ season, onClose }: { season: SeasonData; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const before = season.request?.races ?? [];
  const [races, setRaces] = useState<Race[]>(before);
  const [mutationId] = useState(newClientId);
  const { athleteId, id: seasonId, version, today } = season;
  const asked = useDeferredValue(races);
  const isChanged = JSON.stringify(asked) !== JSON.stringify(before);
  const preview = useQuery(
    trpc.season.previewRaces.queryOptions(isChanged ? { athleteId, seasonId, races: asked } : skipToken, {
      retry: false,
      placeholderData: keepPreviousData,
    }),
  );
  const changing = useMutation(
    trpc.season.changeRaces.mutationOptions({
      onSuccess: () => {
        showToast("Races changed", { detail: "The weeks from now on were laid out anew." });
        void client.invalidateQueries({ queryKey: trpc.season.pathKey() });
        onClose();
      },
    }),
  );
  const put = (at: number, change: Partial<Race>) =>
    setRaces(races.map((race, index) => (index === at ? { ...race, ...change } : race)));
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="lg"
      title="Races"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="solid"
            isDisabled={!isChanged || !preview.data || preview.isPlaceholderData || preview.isError}
            isPending={changing.isPending}
            onPress={() => changing.mutate({ athleteId, seasonId, version, mutationId, races })}
          >
            Save the races
          </Button>
        </>
      }
    >
      <FormError>{changing.error?.message ?? preview.error?.message ?? null}</FormError>
      <div className="flex flex-col gap-4">
        {races.map((race, at) => (
          <RaceFields
            key={at}
            race={race}
            at={at}
            today={today}
            put={(change) => put(at, change)}
            drop={() => setRaces(races.filter((_, index) => index !== at))}
          />
        ))}
        <Button
          size="sm"
          className="self-start"
          onPress={() =>
            setRaces([
              ...races,
              { date: addDays(season.endsOn, -14), distanceM: 10_000, priority: "B", name: null },
            ])
          }
        >
          Add a race
        </Button>
      </div>
      {isChanged && preview.data ? <WhatBreaks preview={preview.data} /> : null}
    </Dialog>
  );
}

type FieldsProps = {
  race: Race;
  at: number;
  today: string;
  put: (change: Partial<Race>) => void;
  drop: () => void;
};

function RaceFields({ race, at, today, put, drop }: FieldsProps) {
  const isPast = race.date < today;
  const known = DISTANCES.map(([value, label]) => ({ value: String(value), label }));
  const options = known.some(({ value }) => Number(value) === race.distanceM)
    ? known
    : [...known, { value: String(race.distanceM), label: `${race.distanceM / 1_000} km` }];
  return (
    <fieldset
      disabled={isPast}
      className="grid grid-cols-2 items-end gap-3 border-b border-line pb-4 md:grid-cols-[1.2fr_1.2fr_1fr_1.2fr_auto]"
    >
      <legend className="sr-only">{`Race ${at + 1}`}</legend>
      <TextField
        label="Name"
        value={race.name ?? ""}
        maxLength={200}
        onChange={(event) => put({ name: event.target.value || null })}
      />
      <DatePicker
        label="Day"
        value={race.date}
        min={isPast ? undefined : today}
        isDisabled={isPast}
        onChange={(day) => day && put({ date: day })}
      />
      <NativeSelect
        label="Distance"
        value={String(race.distanceM)}
        options={options}
        onChange={(event) => put({ distanceM: Number(event.target.value) })}
      />
      <NativeSelect
        label="Rank"
        value={race.priority}
        options={RANKS}
        onChange={(event) => put({ priority: event.target.value as Race["priority"] })}
      />
      <Button
        size="sm"
        variant="quiet"
        isDisabled={isPast}
        aria-label={`Drop ${race.name ?? `race ${at + 1}`}`}
        onPress={drop}
      >
        Drop
      </Button>
    </fieldset>
  );
}
