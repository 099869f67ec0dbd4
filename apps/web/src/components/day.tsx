"use client";

const SHORT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const UTC = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A day (`2026-03-02`, the same everywhere) or an instant (in the reader's zone), as "2 Mar 2026". */
export function Day({ iso }: { iso: string }) {
  const isDay = iso.length === 10;
  return (
    <time dateTime={iso} className="whitespace-nowrap" suppressHydrationWarning>
      {(isDay ? UTC : SHORT).format(new Date(isDay ? `${iso}T00:00:00Z` : iso))}
    </time>
  );
}
