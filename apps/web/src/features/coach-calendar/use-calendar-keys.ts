"use client";

import { addDays } from "@repo/core/calendar";
import { useEffect, useRef } from "react";

/** What a key does; `false` leaves it to the browser. */
export type KeyUse = (event: KeyboardEvent) => unknown;

const OFF = "mesocycle.single-keys";

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(OFF) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(OFF, on ? "on" : "off");
  } catch {
    // Then they stay on.
  }
}

/**
 * Keys of a page: by name, such as `j`, `Shift+ArrowLeft`, `Control+z`. Never while typing or in a dialog or menu; single
 * letters only while they are not switched off.
 */
export function usePageKeys(keys: Readonly<Record<string, KeyUse>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || event.altKey) return;
      const modified = event.ctrlKey || event.metaKey;
      if (
        target.closest?.(
          "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]",
        )
      )
        return;
      if (event.key.length === 1 && !modified && !singleKeysOn()) return;
      const name = `${modified ? "Control+" : ""}${event.shiftKey && event.key.length > 1 ? "Shift+" : ""}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
      const use = latest.current[name];
      if (!use || use(event) === false) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** The steps of the arrow keys over a calendar. */
export const ARROWS: readonly [key: string, step: (date: string) => string][] = [
  ["ArrowLeft", (date) => addDays(date, -1)],
  ["ArrowRight", (date) => addDays(date, 1)],
  ["ArrowUp", (date) => addDays(date, -7)],
  ["ArrowDown", (date) => addDays(date, 7)],
];
