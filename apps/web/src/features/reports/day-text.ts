const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const LONG = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

/** A day as "18 Nov", or "Wednesday 18 November". */
export function dayText(date: string, length: "short" | "long" = "short"): string {
  return (length === "long" ? LONG : DAY).format(new Date(`${date}T00:00:00Z`));
}
