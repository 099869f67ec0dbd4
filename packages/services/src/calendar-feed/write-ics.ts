/** One entry of a calendar. Days are `YYYY-MM-DD`. */
export type CalendarEvent = {
  /** Stable: the same entry changed keeps it. */
  uid: string;
  version: number;
  stamp: Date;
  title: string;
  text: string | null;
  /** All day, or from an instant for some seconds. */
  when: { date: string } | { startAt: Date; durationS: number };
  isPrivate: boolean;
};

const LINE_BYTES = 75;

/** A calendar as RFC 5545 has it: lines ended by CRLF and folded at 75 bytes, texts escaped. */
export function writeIcs(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Mesocycle//Plan//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT2H",
    "X-PUBLISHED-TTL:PT2H",
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ uid, version, stamp, title, text, when, isPrivate }: CalendarEvent): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${instantText(stamp)}`,
    `SEQUENCE:${version}`,
    ...whenLines(when),
    `SUMMARY:${escaped(title)}`,
    ...(text === null ? [] : [`DESCRIPTION:${escaped(text)}`]),
    ...(isPrivate ? ["CLASS:PRIVATE"] : []),
    "date" in when ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

function whenLines(when: CalendarEvent["when"]): string[] {
  if ("date" in when) {
    const next = new Date(Date.parse(`${when.date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    return [`DTSTART;VALUE=DATE:${dayText(when.date)}`, `DTEND;VALUE=DATE:${dayText(next)}`];
  }
  const end = new Date(when.startAt.getTime() + when.durationS * 1_000);
  return [`DTSTART:${instantText(when.startAt)}`, `DTEND:${instantText(end)}`];
}

function dayText(date: string): string {
  return date.replaceAll("-", "");
}

function instantText(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** Continues long lines with a space, between characters and never inside one. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > LINE_BYTES) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}
