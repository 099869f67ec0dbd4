"use client";

import { Button } from "@repo/ui/button";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { TimeZoneSelect } from "#components/time-zone-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";

const UNITS = [
  { value: "metric", label: "Kilometres" },
  { value: "imperial", label: "Miles" },
];

type Props = { timeZone: string; units: "metric" | "imperial"; onSaved: () => void; submitLabel?: string };

/** Where the athlete's day begins and ends, and how distances are shown. */
export function ClockForm({ timeZone, units, onSaved, submitLabel = "Save" }: Props) {
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const update = useMutation(trpc.account.update.mutationOptions());
  const faults = faultsOf(update.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const changes = {
      timeZone: String(fields.get("timeZone")),
      units: fields.get("units") === "imperial" ? ("imperial" as const) : ("metric" as const),
    };
    const onSuccess = async () => {
      await queryClient.invalidateQueries(trpc.profile.get.queryFilter());
      router.refresh();
      onSaved();
    };
    update.mutate(changes, { onSuccess });
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <TimeZoneSelect
        name="timeZone"
        defaultValue={timeZone}
        hint="Your days begin and end in it, also when you travel."
        error={faults.field("timeZone")}
      />
      <SegmentedChoice
        legend="Distances and paces in"
        name="units"
        options={UNITS}
        defaultValue={units}
        size="sm"
      />
      <div>
        <Button type="submit" variant="solid" size="lg" isPending={update.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
