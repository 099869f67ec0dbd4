"use client";

import { Button } from "@repo/ui/button";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { TextField } from "@repo/ui/text-field";
import { showToast } from "@repo/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { FormError } from "#components/form-error.tsx";
import { TimeZoneSelect } from "#components/time-zone-select.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import type { RouterOutputs } from "#trpc/root.ts";

const UNITS = [
  { value: "metric", label: "Kilometres" },
  { value: "imperial", label: "Miles" },
];

export function AccountForm({ account }: { account: RouterOutputs["account"]["me"] }) {
  const router = useRouter();
  const update = useMutation(
    useTRPC().account.update.mutationOptions({
      onSuccess: () => {
        showToast("Saved");
        router.refresh();
      },
    }),
  );
  const faults = faultsOf(update.error);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const units = fields.get("units") === "imperial" ? "imperial" : "metric";
    update.mutate({ name: String(fields.get("name")), timeZone: String(fields.get("timeZone")), units });
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        defaultValue={account.name}
        error={faults.field("name")}
      />
      <TimeZoneSelect name="timeZone" defaultValue={account.timeZone} error={faults.field("timeZone")} />
      <SegmentedChoice
        legend="Distances and paces in"
        name="units"
        options={UNITS}
        defaultValue={account.units}
        size="sm"
      />
      <div>
        <Button type="submit" variant="solid" isPending={update.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
