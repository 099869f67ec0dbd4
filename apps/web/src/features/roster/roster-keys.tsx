"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

const TYPING = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** `j` and `k` walk through the athletes, Enter opens the one in focus. */
export function RosterKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  function walk(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || TYPING.has(target.tagName)) return;
    const links = [...(box.current?.querySelectorAll<HTMLAnchorElement>("[data-roster-link]") ?? [])];
    const row = target.closest("li, tr");
    const at = links.findIndex((link) => link.closest("li, tr") === row);
    links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move focus among the links inside
    <div ref={box} onKeyDown={walk}>
      {children}
    </div>
  );
}
