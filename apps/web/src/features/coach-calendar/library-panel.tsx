"use client";

import { Button } from "@repo/ui/button";
import { TextField } from "@repo/ui/text-field";
import { useState } from "react";
import { shortDay } from "#components/day-words.ts";
import { useKept } from "#features/workouts/use-kept.ts";
import { words } from "#words.ts";
import type { CalendarActions } from "./calendar-actions.ts";
import { type Offered, searchOffered } from "./library-items.ts";

type Props = { cursor: string; actions: CalendarActions; onAdd: (workout: Offered) => void };

/** The library beside the calendar: dragged onto a day, or added to the chosen one. */
export default function LibraryPanel({ cursor, actions, onAdd }: Props) {
  const [text, setText] = useState("");
  const { kept } = useKept();
  const found = searchOffered(kept, text);
  return (
    <>
      <TextField
        label="Search the library"
        id="calendar-library-search"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="my-2 text-xs text-ink-soft" aria-live="polite">
        {`${found.length} workouts. Drag one to a day, or add it to ${shortDay(cursor)}.`}
      </p>
      <ul aria-label="Workouts of the library" className="divide-y divide-line border-y border-line">
        {found.map((workout) => {
          const { id, title, kind, folder } = workout;
          return (
            <li
              key={id}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = "copy";
                event.dataTransfer.setData("text/plain", title);
                actions.drag({ kind: "library", workout });
              }}
              onDragEnd={() => actions.drag(null)}
              className="flex items-center justify-between gap-2 py-1.5 md:cursor-grab"
            >
              <span className="min-w-0">
                <span className="type-narrow block text-sm font-semibold">{title}</span>
                <span className="type-narrow block text-xs text-ink-soft">
                  {folder === null ? words("kind", kind) : `${words("kind", kind)}, ${folder || "your own"}`}
                </span>
              </span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Add ${title} on ${shortDay(cursor)}`}
                onPress={() => onAdd(workout)}
              >
                Add
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
