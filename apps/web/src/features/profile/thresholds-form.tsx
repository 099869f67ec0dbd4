"use client";

import { formatDuration, METRES_PER_MILE, parseClock } from "@repo/core/units";
import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { type SubmitEvent, useState } from "react";
import { Day } from "#components/day.tsx";
import { FormError } from "#components/form-error.tsx";
import { useUnits } from "#components/units.tsx";
import { faultsOf } from "#trpc/faults-of.ts";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";
import { useWhose } from "./whose.ts";

type Props = { profile: Profile; onSaved: () => void; variant?: "solid" | "outline" };

/** Heart rates and threshold pace, for whoever knows them: each may stay empty. */
export function ThresholdsForm({ profile, onSaved, variant = "solid" }: Props) {
  const { update, save } = useProfileUpdate(profile, onSaved);
  const [paceFault, setPaceFault] = useState<string | null>(null);
  const kmPerUnit = useUnits() === "imperial" ? METRES_PER_MILE / 1000 : 1;
  const faults = faultsOf(update.error);
  const whose = useWhose();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const number = (name: string) => numberOrNull(fields.get(name));
    const text = String(fields.get("pace")).trim();
    const pace = text === "" ? null : parseClock(text);
    setPaceFault(text !== "" && pace === null ? "Write minutes and seconds, such as 4:15." : null);
    if (text !== "" && pace === null) return;
    save({
      thresholdPaceSPerKm: pace === null ? null : pace / kmPerUnit,
      maxHrBpm: number("maxHrBpm"),
      thresholdHrBpm: number("thresholdHrBpm"),
      restingHrBpm: number("restingHrBpm"),
    });
  }

  const pace = profile.thresholdPaceSPerKm;
  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError>{faults.message}</FormError>
      <TextField
        label="Threshold pace"
        name="pace"
        unit={kmPerUnit === 1 ? "min/km" : "min/mile"}
        placeholder="4:15"
        inputMode="text"
        defaultValue={pace === null ? "" : formatDuration(pace * kmPerUnit)}
        hint={whose(
          "What you could hold for about an hour. Leave it empty if you have a race result instead.",
          "What they could hold for about an hour. Leave it empty if there is a race result instead.",
        )}
        error={paceFault}
      />
      <div className="grid grid-cols-3 items-start gap-3">
        <HeartRate label="Maximum" name="maxHrBpm" value={profile.maxHrBpm} />
        <HeartRate label="Threshold" name="thresholdHrBpm" value={profile.thresholdHrBpm} />
        <HeartRate label="Resting" name="restingHrBpm" value={profile.restingHrBpm} />
      </div>
      {profile.thresholdsSetAt ? (
        <p className="text-xs text-ink-soft">
          Set by {profile.thresholdsSetBySelf ? whose("you", "the athlete") : whose("your coach", "a coach")}{" "}
          on <Day iso={profile.thresholdsSetAt} />. A change recomputes every load that rests on them.
        </p>
      ) : null}
      <div>
        <Button type="submit" variant={variant} isPending={update.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}

function HeartRate({ label, name, value }: { label: string; name: string; value: number | null }) {
  return (
    <TextField
      label={label}
      name={name}
      unit="bpm"
      type="number"
      inputMode="numeric"
      min={25}
      max={240}
      defaultValue={value ?? ""}
    />
  );
}

/** Null is "not known": an empty field never becomes zero. */
function numberOrNull(value: FormDataEntryValue | null): number | null {
  const text = String(value ?? "").trim();
  return text === "" ? null : Number(text);
}
