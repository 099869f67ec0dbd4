"use client";

import { Dialog } from "@repo/ui/dialog";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { useTRPC } from "#trpc/client.tsx";

type Entry = { label: string; detail: string; href: string };

const PLACES: readonly Entry[] = [
  { label: "Roster", detail: "Who needs you", href: "/roster" },
  { label: "Inbox", detail: "What athletes and colleagues said", href: "/inbox" },
  { label: "Athletes as a table", detail: "Sort, squads, many at once", href: "/athletes" },
  { label: "Calendar of everybody", detail: "This week, day by day", href: "/week" },
  { label: "Seasons", detail: "All plans", href: "/seasons" },
  { label: "Plan a season", detail: "From a request, a season or nothing", href: "/seasons/new" },
  { label: "Cycles", detail: "Blocks and plans to give away", href: "/cycles" },
  { label: "Workouts", detail: "The library", href: "/workouts" },
  { label: "Rules", detail: "What every plan is checked by", href: "/rules" },
  { label: "Reports", detail: "Digests", href: "/reports" },
  { label: "Settings", detail: "Account, people, reports", href: "/settings" },
];
const SHOWN = 9;

type Props = { onOpenChange: (isOpen: boolean) => void };

/** What the palette looks like once it is asked for. */
export function CommandSearch({ onOpenChange }: Props) {
  return (
    <Dialog isOpen onOpenChange={onOpenChange} title="Go to">
      <Search onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function Search({ onDone }: { onDone: () => void }) {
  const trpc = useTRPC();
  const router = useRouter();
  const id = useId();
  const { data } = useQuery(trpc.season.list.queryOptions());
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const entries = found(text, [...PLACES, ...athleteEntries(data ?? [])]);
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    router.push(entry.href);
    onDone();
  };
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") go(entries[chosen]);
    else if (event.key === "ArrowDown") setChosen(Math.min(entries.length - 1, chosen + 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(0, chosen - 1));
    else return;
    event.preventDefault();
  }
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into
        autoFocus
        role="combobox"
        aria-label="A page or an athlete"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={entries.length > 0 ? `${id} ${chosen}` : undefined}
        placeholder="A page or an athlete"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base"
      />
      <div id={id} role="listbox" aria-label="Found" className="mt-2 min-h-72">
        {entries.map((entry, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
          <div
            key={entry.href}
            id={`${id} ${at}`}
            role="option"
            aria-selected={at === chosen}
            onClick={() => go(entry)}
            className={`flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-sm px-3 text-sm ${at === chosen ? "bg-sunken" : "hover:bg-sunken/60"}`}
          >
            <span className="font-semibold">{entry.label}</span>
            <span className="type-narrow text-ink-soft">{entry.detail}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 ? <p className="text-sm text-ink-soft">Nothing of that name.</p> : null}
    </>
  );
}

type Athlete = {
  athleteId: string;
  name: string;
  seasons: readonly { id: string; name: string; status: string }[];
};

function athleteEntries(athletes: readonly Athlete[]): Entry[] {
  return athletes.flatMap(({ athleteId, name, seasons }) => [
    { label: name, detail: "Calendar", href: `/athletes/${athleteId}/calendar` },
    { label: name, detail: "Athlete", href: `/athletes/${athleteId}` },
    ...seasons
      .filter(({ status }) => status !== "archived")
      .map((season) => ({ label: name, detail: season.name, href: `/seasons/${athleteId}/${season.id}` })),
  ]);
}

function found(text: string, entries: readonly Entry[]): Entry[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = ({ label, detail }: Entry) => {
    const said = `${label} ${detail}`.toLowerCase();
    return parts.every((part) => said.includes(part));
  };
  return entries.filter(holds).slice(0, SHOWN);
}
