"use client";

import { useSyncExternalStore } from "react";

const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit" } as const;
/** A reader's zone stays as it is while a page is open. */
const never = () => () => {};

/**
 * A day (`2026-03-02`, the same everywhere) or an instant as "2 Mar 2026", with its time where asked. An instant stands
 * in the reader's zone, which the server does not know: what it drew in UTC is put right when the page wakes up.
 */
export function Day({ iso, withTime = false }: { iso: string; withTime?: boolean }) {
  const isDay = iso.length === 10;
  const say = (timeZone?: string) => {
    const options = withTime && !isDay ? { ...DATE, ...TIME, timeZone } : { ...DATE, timeZone };
    return new Intl.DateTimeFormat("en-GB", options).format(new Date(isDay ? `${iso}T00:00:00Z` : iso));
  };
  const text = useSyncExternalStore(
    never,
    () => say(isDay ? "UTC" : undefined),
    () => say("UTC"),
  );
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  );
}
