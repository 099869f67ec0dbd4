"use client";

import { addDays, weekStartOf } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { DatePicker } from "@repo/ui/date-picker";
import { PageTitle } from "@repo/ui/page-title";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { TextArea, TextField } from "@repo/ui/text-field";
import {
  keepPreviousData,
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useMemo, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { Link } from "#components/link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { newClientId } from "#trpc/new-client-id.ts";
import { AssignResults } from "./assign-results.tsx";
import { AthletePicker } from "./athlete-picker.tsx";
import { refOf } from "./cycle-data.ts";
import { PreviewList } from "./preview-list.tsx";

type Props = { orgId: string; cycleRef: string; today: string };
const KINDS = [
  { value: "start", label: "From a Monday" },
  { value: "race", label: "Back from a race" },
];
const VOLUMES = [
  { value: "own", label: "As each runs now" },
  { value: "written", label: "As written" },
];

/** Gives a cycle to athletes: from when, to whom, what it would be for each, and then what came of it. */
export function AssignView({ orgId, cycleRef, today }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const cycle = useMemo(() => refOf(cycleRef), [cycleRef]);
  const { data } = useSuspenseQuery(trpc.cycles.get.queryOptions({ orgId, cycle }));
  const [view, setView] = useQueryStates({
    kind: parseAsStringLiteral(["start", "race"]).withDefault("start"),
    date: parseAsString,
    athletes: parseAsArrayOf(parseAsString).withDefault([]),
    volume: parseAsStringLiteral(["own", "written"]).withDefault("own"),
  });
  const [own, setOwn] = useState<ReadonlyMap<string, string>>(new Map());
  const [name, setName] = useState(data.name.slice(0, 120));
  const [message, setMessage] = useState("");
  const [mutationId, setMutationId] = useState(newClientId);
  const usual = view.kind === "start" ? addDays(weekStartOf(today), 7) : raceDay(data, today);
  const anchor = { kind: view.kind, date: view.date ?? usual };
  const fault = faultOf(anchor);
  const athletes = view.athletes.map((athleteId) => {
    const date = own.get(athleteId);
    return date ? { athleteId, anchor: { kind: view.kind, date } } : { athleteId };
  });
  const isScaled = view.volume === "own";
  const isAsked = athletes.length > 0 && fault === null;
  const preview = useQuery({
    ...trpc.cycles.preview.queryOptions(isAsked ? { orgId, cycle, anchor, athletes, isScaled } : skipToken, {
      retry: false,
    }),
    placeholderData: keepPreviousData,
  });
  const assigning = useMutation(
    trpc.cycles.assign.mutationOptions({ onSuccess: () => void client.invalidateQueries() }),
  );
  if (assigning.data) {
    return (
      <AssignResults
        results={assigning.data}
        names={new Map((preview.data?.athletes ?? []).map((each) => [each.athleteId, each.name]))}
        cycleName={data.name}
        onMore={() => {
          setMutationId(newClientId());
          assigning.reset();
          void setView({ athletes: [] });
        }}
      />
    );
  }
  return (
    <>
      <PageTitle
        eyebrow={
          <Link href={`/cycles/${cycleRef}`} className="underline underline-offset-2 hover:text-ink">
            {data.name}
          </Link>
        }
        title={
          athletes.length === 0
            ? "Who gets it?"
            : `For ${athletes.length} ${athletes.length === 1 ? "athlete" : "athletes"}`
        }
        lead="Each gets a season of their own: their paces, their days. Nothing happens before you press the button."
      />
      <div className="grid gap-x-10 gap-y-8 pt-5 lg:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-5">
          <SegmentedChoice
            legend="When"
            name="anchor"
            size="sm"
            options={KINDS}
            value={view.kind}
            onChange={(kind) => void setView({ kind: kind as "start" | "race", date: null })}
          />
          <DatePicker
            label={view.kind === "start" ? "First Monday" : "Day of the race"}
            value={anchor.date}
            onChange={(date) => void setView({ date })}
            error={fault}
          />
          <SegmentedChoice
            legend="Kilometres"
            name="volume"
            size="sm"
            options={VOLUMES}
            value={view.volume}
            onChange={(volume) => void setView({ volume: volume as "own" | "written" })}
          />
          <AthletePicker
            chosen={view.athletes}
            setChosen={(next) => void setView({ athletes: next.length > 0 ? next : null })}
            own={own}
            setOwn={setOwn}
            usual={anchor.date}
          />
          <TextField
            label="What their seasons are called"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
          <TextArea
            label="A word to go with it"
            rows={2}
            maxLength={2000}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
          <FormError>{assigning.error?.message ?? preview.error?.message ?? null}</FormError>
          <Button
            variant="solid"
            isDisabled={!isAsked || name.trim() === "" || preview.isFetching}
            isPending={assigning.isPending}
            onPress={() =>
              assigning.mutate({ orgId, mutationId, cycle, name, anchor, athletes, isScaled, message })
            }
          >
            {athletes.length > 1 ? `Give it to ${athletes.length} athletes` : "Give it to them"}
          </Button>
        </div>
        <PreviewList preview={isAsked ? (preview.data ?? null) : null} isAsked={isAsked} />
      </div>
    </>
  );
}

function faultOf({ kind, date }: { kind: "start" | "race"; date: string }): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return "Choose a day.";
  return kind === "start" && weekStartOf(date) !== date ? "Choose a Monday." : null;
}

/** A Sunday that leaves time for the whole cycle. */
function raceDay({ weeks }: { weeks: readonly unknown[] }, today: string): string {
  return addDays(weekStartOf(today), 7 * weeks.length + 6);
}
