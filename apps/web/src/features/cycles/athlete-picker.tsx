"use client";

import { Button } from "@repo/ui/button";
import { Checkbox } from "@repo/ui/checkbox";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#trpc/client.tsx";

type Props = {
  chosen: readonly string[];
  setChosen: (ids: string[]) => void;
  /** Days of their own, by athlete: staggered starts, other races. */
  own: ReadonlyMap<string, string>;
  setOwn: (next: ReadonlyMap<string, string>) => void;
  usual: string;
};

/** Who gets something, all or some, each with a day of their own where they want another. */
export function AthletePicker({ chosen, setChosen, own, setOwn, usual }: Props) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.season.list.queryOptions());
  const { data: squads } = useQuery(trpc.squads.list.queryOptions());
  const [query, setQuery] = useState("");
  const athletes = data ?? [];
  const shown = athletes.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()));
  const isChosen = new Set(chosen);
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((each) => each !== id));
  const allShown = shown.length > 0 && shown.every(({ athleteId }) => isChosen.has(athleteId));
  return (
    <fieldset>
      <legend className="type-label mb-1.5 text-ink-soft">{`Athletes, ${chosen.length} of ${athletes.length}`}</legend>
      {athletes.length > 8 ? (
        <input
          type="search"
          aria-label="Find an athlete"
          placeholder="Find an athlete"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          className="mb-1 min-h-10 w-full rounded-md border border-line-strong bg-surface px-2.5 text-sm"
        />
      ) : null}
      {squads && squads.length > 0 ? (
        <p className="mb-1 flex flex-wrap gap-1.5">
          {squads.map((squad) => (
            <Button
              key={squad.id}
              size="sm"
              isDisabled={squad.athleteIds.every((id) => isChosen.has(id))}
              onPress={() => setChosen([...new Set([...chosen, ...squad.athleteIds])])}
            >
              {squad.name}
            </Button>
          ))}
        </p>
      ) : null}
      <Checkbox
        label={query ? "All of these" : "All"}
        checked={allShown}
        disabled={shown.length === 0}
        onChange={(event) => {
          const ids = new Set(shown.map(({ athleteId }) => athleteId));
          const rest = chosen.filter((id) => !ids.has(id));
          setChosen(event.target.checked ? [...rest, ...ids] : rest);
        }}
      />
      <ul className="max-h-72 divide-y divide-line overflow-y-auto border-y border-line">
        {shown.map(({ athleteId, name }) => (
          <li key={athleteId} className="flex flex-wrap items-center justify-between gap-x-3 px-1">
            <Checkbox
              label={name}
              checked={isChosen.has(athleteId)}
              onChange={(event) => toggle(athleteId, event.target.checked)}
            />
            {isChosen.has(athleteId) ? (
              <input
                type="date"
                aria-label={`Another day for ${name}`}
                value={own.get(athleteId) ?? usual}
                onChange={(event) => {
                  const next = new Map(own);
                  if (event.target.value && event.target.value !== usual)
                    next.set(athleteId, event.target.value);
                  else next.delete(athleteId);
                  setOwn(next);
                }}
                className={`type-figure min-h-9 rounded-md border bg-surface px-2 text-sm ${own.has(athleteId) ? "border-ink font-semibold" : "border-line text-ink-soft"}`}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="py-2 text-sm text-ink-soft">Nobody of that name.</p> : null}
    </fieldset>
  );
}
