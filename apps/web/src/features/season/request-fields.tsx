"use client";

import { LEVELS } from "@repo/core/athlete";
import { Button } from "@repo/ui/button";
import { NumberField } from "@repo/ui/number-field";
import { SegmentedChoice } from "@repo/ui/segmented-choice";
import { TextField } from "@repo/ui/text-field";
import { useId } from "react";
import { DistanceField } from "#components/distance-field.tsx";
import { GYM_OPTIONS, gymOf, gymValue } from "#components/gym-choice.ts";
import { NativeSelect } from "#components/native-select.tsx";
import { words } from "#words.ts";
import { DISTANCES, type RaceDraft, type RequestDraft } from "./request-draft.ts";

type Props = {
  draft: RequestDraft;
  onChange: (draft: RequestDraft) => void;
  faults: Record<string, string>;
  today: string;
};

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const LEVEL_OPTIONS = LEVELS.map((value) => ({ value, label: words("level", value) }));
const COUNT = { maximumFractionDigits: 0 };

/** What a season is asked by. */
export function RequestFields({ draft, onChange, faults, today }: Props) {
  const set = (change: Partial<RequestDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Races draft={draft} set={set} faults={faults} today={today} />
      <SegmentedChoice
        legend="Level"
        name="level"
        size="sm"
        options={LEVEL_OPTIONS}
        value={draft.level}
        onChange={(level) => set({ level: level as RequestDraft["level"] })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Starts on"
          type="date"
          required
          value={draft.start}
          onChange={(event) => set({ start: event.target.value })}
        />
        <NativeSelect
          label="Long run on"
          value={draft.longRunDay}
          options={WEEKDAYS.map((day) => ({ value: day, label: words("weekdayLong", day) }))}
          onChange={(event) => set({ longRunDay: event.target.value })}
        />
        <NumberField
          label="Runs a week"
          value={draft.runsPerWeek}
          min={1}
          max={14}
          formatOptions={COUNT}
          onChange={(runs) => set({ runsPerWeek: runs ?? 4 })}
        />
        <NumberField
          label="Strength a week"
          value={draft.strengthPerWeek}
          min={0}
          max={4}
          formatOptions={COUNT}
          onChange={(count) => set({ strengthPerWeek: count ?? 0 })}
        />
        <NativeSelect
          label="Strength in"
          value={gymValue(draft.hasGym)}
          options={GYM_OPTIONS}
          onChange={(event) => set({ hasGym: gymOf(event.target.value) })}
        />
        <DistanceField
          label="Now a week"
          km={draft.currentWeeklyKm}
          mostKm={300}
          error={faults.currentWeeklyKm ?? null}
          onChange={(km) => set({ currentWeeklyKm: km })}
        />
        <DistanceField
          label="Longest run, 30 days"
          km={draft.longestRunKm}
          mostKm={200}
          onChange={(km) => set({ longestRunKm: km })}
        />
      </div>
      <Unavailable draft={draft} set={set} />
      <RecentResult draft={draft} set={set} faults={faults} today={today} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Injuries before"
          hint="Such as: hamstring, achilles"
          value={draft.injuries}
          onChange={(event) => set({ injuries: event.target.value })}
        />
        <TextField
          label="Days off"
          hint="Such as: 2026-04-03, 2026-04-04"
          value={draft.blackoutDates}
          onChange={(event) => set({ blackoutDates: event.target.value })}
        />
      </div>
    </>
  );
}

type Part = { draft: RequestDraft; set: (change: Partial<RequestDraft>) => void };

function Races({ draft, set, faults, today }: Part & Pick<Props, "faults" | "today">) {
  const change = (key: string, to: Partial<RaceDraft>) =>
    set({ races: draft.races.map((race) => (race.key === key ? { ...race, ...to } : race)) });
  const add = () =>
    set({
      races: [
        ...draft.races,
        {
          key: `${Date.now()}`,
          date: "",
          distanceM: 10_000,
          priority: draft.races.length ? "B" : "A",
          name: "",
          goal: "",
        },
      ],
    });
  return (
    <fieldset className="min-w-0">
      <legend className="type-title">Races</legend>
      {draft.races.length === 0 ? (
        <p className="mt-1 text-sm text-ink-soft">
          None: base, build and recovery, without a peak or a taper.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {draft.races.map((race, index) => (
          <li key={race.key} className="py-3">
            <RaceFields
              race={race}
              number={index + 1}
              faults={faults}
              today={today}
              onChange={(to) => change(race.key, to)}
              onRemove={() => set({ races: draft.races.filter(({ key }) => key !== race.key) })}
            />
          </li>
        ))}
      </ul>
      <Button className="mt-2" size="sm" onPress={add}>
        Add a race
      </Button>
    </fieldset>
  );
}

type RaceProps = {
  race: RaceDraft;
  number: number;
  faults: Record<string, string>;
  today: string;
  onChange: (to: Partial<RaceDraft>) => void;
  onRemove: () => void;
};

function RaceFields({ race, number, faults, today, onChange, onRemove }: RaceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset is read out twice
    <div role="group" aria-label={`Race ${number}`} className="grid grid-cols-2 gap-3">
      <TextField
        label="Day"
        type="date"
        min={today}
        value={race.date}
        error={faults[`race-${race.key}`] ?? null}
        onChange={(event) => onChange({ date: event.target.value })}
      />
      <NativeSelect
        label="Distance"
        value={String(race.distanceM)}
        options={DISTANCES}
        onChange={(event) => onChange({ distanceM: Number(event.target.value) })}
      />
      <TextField
        label="Name"
        value={race.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextField
        label="Goal time"
        placeholder="42:30"
        value={race.goal}
        error={faults[`goal-${race.key}`] ?? null}
        onChange={(event) => onChange({ goal: event.target.value })}
      />
      <SegmentedChoice
        legend="Priority"
        name={`priority-${race.key}`}
        size="sm"
        value={race.priority}
        options={[
          { value: "A", label: "A goal" },
          { value: "B", label: "B" },
          { value: "C", label: "C" },
        ]}
        onChange={(priority) => onChange({ priority: priority as RaceDraft["priority"] })}
      />
      <div className="flex items-end justify-end">
        <Button size="sm" variant="quiet" onPress={onRemove} aria-label={`Take race ${number} out`}>
          Take out
        </Button>
      </div>
    </div>
  );
}

function Unavailable({ draft, set }: Part) {
  const id = useId();
  return (
    <fieldset className="min-w-0">
      <legend id={id} className="mb-1.5 text-sm font-semibold">
        Cannot run on
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {WEEKDAYS.map((day) => (
          <label
            key={day}
            className="type-narrow flex min-h-10 min-w-11 flex-1 items-center justify-center rounded-md border border-line bg-surface px-2 text-sm font-semibold has-checked:border-ink has-checked:bg-ink has-checked:text-on-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={draft.unavailable.includes(day)}
              onChange={(event) =>
                set({
                  unavailable: event.target.checked
                    ? [...draft.unavailable, day]
                    : draft.unavailable.filter((each) => each !== day),
                })
              }
            />
            {words("weekday", day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function RecentResult({ draft, set, faults, today }: Part & Pick<Props, "faults" | "today">) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-sm font-semibold">Recent result</legend>
      <div className="grid grid-cols-2 gap-3">
        <NativeSelect
          label="Distance"
          value={String(draft.resultDistanceM)}
          options={DISTANCES}
          onChange={(event) => set({ resultDistanceM: Number(event.target.value) })}
        />
        <TextField
          label="Time"
          placeholder="21:02"
          value={draft.resultTime}
          error={faults.resultTime ?? null}
          onChange={(event) => set({ resultTime: event.target.value })}
        />
        <div className="col-span-2">
          <TextField
            label="Day"
            type="date"
            max={today}
            value={draft.resultDate}
            error={faults.resultDate ?? null}
            onChange={(event) => set({ resultDate: event.target.value })}
          />
        </div>
      </div>
      <p className="mt-1.5 text-xs text-ink-soft">
        Every pace rests on it. Without one, targets stay in words and efforts.
      </p>
    </fieldset>
  );
}
