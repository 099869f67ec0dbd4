/** "Tuesday 17 March": how a day is said. */
export function dayName(iso: string): string {
  return said(iso, { weekday: "long", day: "numeric", month: "long" });
}

/** "17 Mar". */
export function shortDay(iso: string): string {
  return said(iso, { day: "numeric", month: "short" });
}

/** A title of core, in which days are dates, with its days as people say them. */
export function withDays(title: string): string {
  return title.replace(/\d{4}-\d{2}-\d{2}/g, shortDay);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A calendar says hundreds of days: each way of saying one is made once. */
function said(iso: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  formats.set(key, format);
  return format.format(new Date(`${iso}T00:00:00Z`));
}
