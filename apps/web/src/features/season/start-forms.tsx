"use client";

import { addDays, weekStartOf } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { TextField } from "@repo/ui/text-field";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { PhasesFields, phasesFault } from "./phases-fields.tsx";
import type { PhasesDraft } from "./season-planner.tsx";

type Props = { athleteId: string; today: string };

/** A season of typed phases, nothing planned yet. */
export function EmptyStartForm({ athleteId, today }: Props) {
  const [name, setName] = useState("New season");
  const monday = addDays(weekStartOf(today), 7);
  const [draft, setDraft] = useState<PhasesDraft>(() => ({
    phases: [
      { kind: "base", start: monday },
      { kind: "build", start: addDays(monday, 56) },
      { kind: "speed", start: addDays(monday, 98) },
      { kind: "peak", start: addDays(monday, 126) },
    ],
    end: addDays(monday, 139),
  }));
  const { starting, ids } = useStarting(athleteId);
  const fault = phasesFault(draft);
  return (
    <form
      method="post"
      className="flex max-w-3xl flex-col gap-5 pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault) starting.empty.mutate({ ...ids, athleteId, name, ...draft });
      }}
    >
      <FormError>{starting.empty.error?.message ?? fault}</FormError>
      <TextField
        label="Name"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <PhasesFields draft={draft} setDraft={setDraft} />
      <SaveDraft isPending={starting.empty.isPending} />
    </form>
  );
}

/** An earlier season of the same athlete, from another Monday on. */
export function SeasonStartForm({ athleteId, today }: Props) {
  const trpc = useTRPC();
  const { data: athletes } = useSuspenseQuery(trpc.season.list.queryOptions());
  const seasons = athletes.find((each) => each.athleteId === athleteId)?.seasons ?? [];
  const [seasonId, setSeasonId] = useState(seasons[0]?.id ?? "");
  const [start, setStart] = useState<string | null>(addDays(weekStartOf(today), 7));
  const chosen = seasons.find(({ id }) => id === seasonId);
  const [name, setName] = useState(chosen ? `${chosen.name}, again` : "");
  const { starting, ids } = useStarting(athleteId);
  if (!chosen)
    return <p className="pt-6 text-ink-soft">This athlete has no earlier season. Begin from a request.</p>;
  return (
    <form
      method="post"
      className="flex max-w-xl flex-col gap-5 pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (start) starting.season.mutate({ ...ids, athleteId, name, seasonId, start: weekStartOf(start) });
      }}
    >
      <FormError>{starting.season.error?.message ?? null}</FormError>
      <NativeSelect
        label="Season"
        value={seasonId}
        options={seasons.map(({ id, name: label, startsOn, endsOn }) => ({
          value: id,
          label: `${label}, ${shortDay(startsOn)} ${startsOn.slice(0, 4)} to ${shortDay(endsOn)} ${endsOn.slice(0, 4)}`,
        }))}
        onChange={(event) => setSeasonId(event.target.value)}
      />
      <TextField
        label="Name"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <DatePicker label="Begins in the week of" value={start} onChange={setStart} />
      <p className="text-sm text-ink-soft">
        {`${chosen.weeks.length} weeks with their workouts and races, moved to the new start. Paces and loads are worked out anew from what is known today; change the races afterwards.`}
      </p>
      <SaveDraft isPending={starting.season.isPending} />
    </form>
  );
}

function SaveDraft({ isPending }: { isPending: boolean }) {
  return (
    <div className="border-t border-line pt-4">
      <Button type="submit" variant="solid" size="lg" isPending={isPending}>
        Save as a draft
      </Button>
      <p className="mt-3 text-sm text-ink-soft">The athlete sees nothing before you assign it.</p>
    </div>
  );
}

function useStarting(athleteId: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const [ids] = useState(() => ({ mutationId: newClientId(), id: newClientId() }));
  const done = {
    onSuccess: ({ seasonId }: { seasonId: string }) => router.push(`/seasons/${athleteId}/${seasonId}`),
  };
  const empty = useMutation(trpc.season.startEmpty.mutationOptions(done));
  const season = useMutation(trpc.season.startFromSeason.mutationOptions(done));
  return { starting: { empty, season }, ids };
}
