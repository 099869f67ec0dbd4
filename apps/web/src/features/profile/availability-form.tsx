"use client";

import type { WeekdayMinutes } from "@repo/core/athlete";
import { WEEKDAYS } from "@repo/core/calendar";
import { Button } from "@repo/ui/button";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { type SubmitEvent, useState } from "react";
import { FormError } from "#components/form-error.tsx";
import { GYM_OPTIONS, gymOf, gymValue } from "#components/gym-choice.ts";
import { NativeSelect } from "#components/native-select.tsx";
import { words } from "#words.ts";
import { type Profile, useProfileUpdate } from "./use-profile-update.ts";
import { useWhose } from "./whose.ts";

type Props = { profile: Profile; onSaved: () => void; submitLabel?: string };

const RUNS = ["2", "3", "4", "5", "6", "7"].map((value) => ({ value, label: value }));
const LONG = [
  { value: "", label: "Any day" },
  ...WEEKDAYS.map((day) => ({ value: day, label: words("weekdayLong", day) })),
];

/** The days that may hold training, how many runs they should hold, where the long one goes, and what there is to lift. */
export function AvailabilityForm({ profile, onSaved, submitLabel = "Save" }: Props) {
  const { update, save } = useProfileUpdate(profile, onSaved);
  const whose = useWhose();
  const [closed, setClosed] = useState<readonly string[]>(profile.unavailableWeekdays);
  const toggle = (day: string) =>
    setClosed(closed.includes(day) ? closed.filter((other) => other !== day) : [...closed, day]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const runs = Number(fields.get("runsPerWeek"));
    save({
      unavailableWeekdays: WEEKDAYS.filter((day) => closed.includes(day)),
      weekdayMinutes: minutesOf(fields, closed),
      runsPerWeek: runs > 0 ? runs : null,
      longRunDay: WEEKDAYS.find((day) => day === fields.get("longRunDay")) ?? null,
      hasGym: gymOf(fields.get("hasGym")),
    });
  }

  return (
    <form method="post" onSubmit={submit} className="flex max-w-md flex-col gap-6">
      <FormError>{update.error?.message}</FormError>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">
          {whose("Days you can run", "Days they can run")}
        </legend>
        <div className="flex gap-1.5">
          {WEEKDAYS.map((day) => (
            <label
              key={day}
              className="type-narrow flex min-h-11 flex-1 items-center justify-center rounded-md border border-line bg-surface text-sm font-semibold transition-colors hover:border-line-strong has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={!closed.includes(day)}
                onChange={() => toggle(day)}
              />
              {words("weekday", day)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">Minutes a day has, at most</legend>
        <div className="grid grid-cols-7 gap-1.5">
          {WEEKDAYS.map((day) => (
            <label key={day} className="type-narrow text-xs text-ink-soft">
              <span aria-hidden="true">{words("weekday", day)}</span>
              <span className="sr-only">{`Minutes on ${words("weekdayLong", day)}`}</span>
              <input
                type="number"
                name={`minutes-${day}`}
                inputMode="numeric"
                min={10}
                max={900}
                step={1}
                placeholder="–"
                disabled={closed.includes(day)}
                defaultValue={profile.weekdayMinutes[day] ?? ""}
                className="type-figure min-h-11 w-full rounded-md border border-line bg-surface px-1 text-center text-sm text-ink [appearance:textfield] disabled:bg-sunken [&::-webkit-inner-spin-button]:appearance-none"
              />
            </label>
          ))}
        </div>
        <p className="mt-1 text-xs text-ink-soft">
          Left empty: as many as it needs. The plan check says where more is planned.
        </p>
      </fieldset>
      <SegmentedChoice
        legend="Runs a week"
        name="runsPerWeek"
        options={RUNS}
        defaultValue={profile.runsPerWeek === null ? null : String(profile.runsPerWeek)}
        size="sm"
      />
      <NativeSelect
        label="Long run on"
        name="longRunDay"
        options={LONG}
        defaultValue={profile.longRunDay ?? ""}
      />
      <NativeSelect
        label="Strength in"
        name="hasGym"
        options={GYM_OPTIONS}
        defaultValue={gymValue(profile.hasGym)}
      />
      <div>
        <Button type="submit" variant="solid" size="lg" isPending={update.isPending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** What was typed; nothing for a day that was left empty or holds no training. */
function minutesOf(fields: FormData, closed: readonly string[]): WeekdayMinutes {
  const said = WEEKDAYS.filter((day) => !closed.includes(day) && fields.get(`minutes-${day}`));
  return Object.fromEntries(said.map((day) => [day, Number(fields.get(`minutes-${day}`))]));
}
