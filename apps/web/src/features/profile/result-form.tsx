"use client";

import { HALF_MARATHON_M, MARATHON_M, METRES_PER_MILE, parseClock } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { TextField } from "@repo/ui/text-field";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { NativeSelect } from "#components/native-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { newClientId } from "#trpc/new-client-id.ts";

const DISTANCES = [
  { value: "5000", label: "5 km" },
  { value: "10000", label: "10 km" },
  { value: String(HALF_MARATHON_M), label: "Half marathon" },
  { value: String(MARATHON_M), label: "Marathon" },
  { value: "800", label: "800 m" },
  { value: "1500", label: "1500 m" },
  { value: String(METRES_PER_MILE), label: "1 mile" },
  { value: "3000", label: "3 km" },
  { value: "other", label: "Another distance" },
];
const KINDS = [
  { value: "race", label: "Race" },
  { value: "time-trial", label: "Time trial" },
];

type Props = { athleteId: string; today: string; onSaved: () => void; submitLabel?: string };

/** A race or an all-out test: what paces are made from. */
export function ResultForm({ athleteId, today, onSaved, submitLabel = "Add result" }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [distance, setDistance] = useState("5000");
  const [timeFault, setTimeFault] = useState<string | null>(null);
  const [id, setId] = useState<string>(() => newClientId());
  const add = useMutation(
    trpc.profile.addResult.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.profile.results.queryFilter({ athleteId })),
    }),
  );
  const faults = faultsOf(add.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    add.reset(); // what was refused before is not what is sent now
    const form = event.currentTarget;
    const fields = new FormData(form);
    const timeS = parseClock(String(fields.get("time")).trim());
    setTimeFault(timeS === null ? "Write the time as 19:58 or 1:42:30." : null);
    if (timeS === null) return;
    const distanceM = distance === "other" ? Number(fields.get("distanceM")) : Number(distance);
    const kind = fields.get("kind") === "time-trial" ? "time-trial" : "race";
    const name = String(fields.get("name") ?? "").trim() || null;
    const onSuccess = () => {
      form.reset();
      setDistance("5000");
      setId(newClientId());
      onSaved();
    };
    add.mutate(
      { athleteId, id, localDate: String(fields.get("localDate")), kind, distanceM, timeS, name },
      { onSuccess },
    );
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <div className="grid grid-cols-2 items-start gap-3">
        <NativeSelect
          label="Distance"
          name="distance"
          value={distance}
          onChange={(event) => setDistance(event.target.value)}
          options={DISTANCES}
        />
        <TextField
          label="Time"
          name="time"
          placeholder="19:58"
          autoComplete="off"
          required
          error={timeFault}
        />
      </div>
      {distance === "other" ? (
        <TextField
          label="Distance"
          name="distanceM"
          unit="metres"
          type="number"
          inputMode="numeric"
          min={100}
          max={250000}
          required
          error={faults.field("distanceM")}
        />
      ) : null}
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label="Day"
          name="localDate"
          type="date"
          max={today}
          defaultValue={today}
          required
          error={faults.field("localDate")}
        />
        <TextField label="Name" name="name" placeholder="Optional" autoComplete="off" maxLength={200} />
      </div>
      <SegmentedChoice legend="It was a" name="kind" options={KINDS} defaultValue="race" size="sm" />
      <div>
        <Button type="submit" variant="solid" size="lg" isPending={add.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
