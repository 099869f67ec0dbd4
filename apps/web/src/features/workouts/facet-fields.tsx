"use client";

import { LEVELS } from "@repo/core/athlete";
import { FRESHNESS, LIBRARY_EVENTS, LIBRARY_PHASES } from "@repo/core/workouts";
import { Checkbox } from "@repo/ui/checkbox";
import { Switch } from "@repo/ui/switch";
import { TextField } from "@repo/ui/text-field";
import { useId } from "react";
import { NativeSelect } from "#components/native-select.tsx";
import type { RouterInputs } from "#trpc/root.ts";
import { words } from "#words.ts";

export type Facets = Required<RouterInputs["workouts"]["file"]["facets"]>;

export const NO_FACETS: Facets = {
  folder: "",
  isShared: true,
  purpose: "",
  phases: [],
  events: [],
  level: null,
  freshness: "any",
};
/** A workout for weeks without a plan is none to look for. */
export const PHASES = LIBRARY_PHASES.filter((phase) => phase !== "free");

type Props = { facets: Facets; set: (change: Partial<Facets>) => void; folders: readonly string[] };

/** Where a kept workout lies, who sees it and what it is for: what it is found by. */
export function FacetFields({ facets, set, folders }: Props) {
  const id = useId();
  return (
    <>
      <datalist id={id}>
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Folder"
          list={id}
          value={facets.folder}
          maxLength={80}
          onChange={(event) => set({ folder: event.target.value })}
        />
        <NativeSelect
          label="Lowest level"
          value={facets.level ?? ""}
          options={[
            { value: "", label: "Any" },
            ...LEVELS.map((value) => ({ value, label: words("level", value) })),
          ]}
          onChange={(event) => set({ level: (event.target.value || null) as Facets["level"] })}
        />
      </div>
      <TextField
        label="What it is for"
        value={facets.purpose}
        maxLength={500}
        onChange={(event) => set({ purpose: event.target.value })}
      />
      <NativeSelect
        label="Asks for"
        value={facets.freshness}
        options={FRESHNESS.map((value) => ({ value, label: words("freshness", value) }))}
        onChange={(event) => set({ freshness: event.target.value as Facets["freshness"] })}
      />
      <Choices
        legend="Phases"
        topic="phase"
        all={PHASES}
        chosen={facets.phases}
        onChange={(phases) => set({ phases })}
      />
      <Choices
        legend="Events"
        topic="event"
        all={LIBRARY_EVENTS}
        chosen={facets.events}
        onChange={(events) => set({ events })}
      />
      <Switch
        label="The other coaches see it and may change it"
        checked={facets.isShared}
        onChange={(event) => set({ isShared: event.target.checked })}
      />
    </>
  );
}

type ChoicesProps<T extends string> = {
  legend: string;
  topic: "phase" | "event";
  all: readonly T[];
  chosen: readonly string[];
  onChange: (chosen: T[]) => void;
};

function Choices<T extends string>({ legend, topic, all, chosen, onChange }: ChoicesProps<T>) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">
        {legend} <span className="font-normal text-ink-soft">none means all</span>
      </legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {all.map((value) => (
          <Checkbox
            key={value}
            label={words(topic, value)}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(all.filter((each) => (each === value ? event.target.checked : chosen.includes(each))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
