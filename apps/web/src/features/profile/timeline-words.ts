import { WEEKDAYS } from "@repo/core/calendar";
import { formatDistance, formatDuration, formatPace, type UnitSystem } from "@repo/core/units";
import { shortDay } from "#components/day-words.ts";
import type { RouterOutputs } from "#trpc/root.ts";
import { schemeWords } from "#words/progress.ts";
import { wordOf } from "#words/training.ts";
import { words } from "#words.ts";

export type Entry = RouterOutputs["profile"]["timeline"][number];
type Of<What extends Entry["what"]> = Extract<Entry, { what: What }>;

const FIELDS: Readonly<Record<string, string>> = {
  maxHrBpm: "Maximum heart rate",
  restingHrBpm: "Resting heart rate",
  thresholdHrBpm: "Threshold heart rate",
  thresholdPaceSPerKm: "Threshold pace",
  level: "Level",
  runsPerWeek: "Runs a week",
  longRunDay: "Long run on",
  hasGym: "Strength in a gym",
  zoneScheme: "Zones of heart rate",
  unavailableWeekdays: "Days without running",
  weekdayMinutes: "Minutes a day has",
  blackoutDates: "Days away",
  injurySites: "Injuries",
};
/** What of the profile a suggestion of each kind sets; a result sets none. */
const FIELD_OF: Readonly<Record<string, string>> = {
  "threshold-pace": "thresholdPaceSPerKm",
  "threshold-hr": "thresholdHrBpm",
  "max-hr": "maxHrBpm",
};
const BANDS: Readonly<Record<string, string>> = {
  note: "Note",
  unavailable: "Not available",
  travel: "Travel",
  illness: "Ill",
  injury: "Injured",
};

/** What an entry of the timeline tells, line by line. */
export function linesOf(entry: Entry, units: UnitSystem): string[] {
  switch (entry.what) {
    case "profile":
      return entry.changes.map(({ field, before, after }) => {
        const [was, is] = [saidOf(field, before, units), saidOf(field, after, units)];
        return `${FIELDS[field] ?? field}: ${was} → ${is}`;
      });
    case "result":
      return [resultLine(entry, units)];
    case "suggestion":
      return [suggestionLine(entry, units)];
    case "note":
      return [entry.body];
    case "band":
      return [bandLine(entry)];
  }
}

function saidOf(field: string, value: unknown, units: UnitSystem): string {
  if (field === "zoneScheme")
    return value ? wordOf(schemeWords, String(value)).toLowerCase() : "as the thresholds allow";
  if (value === null || value === undefined) return field === "longRunDay" ? "any day" : "not recorded";
  if (field === "thresholdPaceSPerKm") return formatPace(Number(value), units);
  if (field.endsWith("Bpm")) return `${Math.round(Number(value))} bpm`;
  if (field === "level") return words("level", String(value)).toLowerCase();
  if (field === "longRunDay") return words("weekdayLong", String(value));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (field === "weekdayMinutes") return minutesWords(value as Record<string, number>);
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return "none";
  const said = value.map(String);
  if (field === "unavailableWeekdays") return said.map((day) => words("weekday", day)).join(", ");
  return (field === "blackoutDates" ? said.map(shortDay) : said).join(", ");
}

function scoreChange(before: unknown, after: unknown): string {
  const said = (score: unknown) => (typeof score === "number" ? score.toFixed(1) : "not known");
  return before === after ? `Score stays ${said(after)}` : `Score ${said(before)} → ${said(after)}`;
}

function resultLine({ isAdded, before, after }: Of<"result">, units: UnitSystem): string {
  const { distanceM, timeS, localDate, name, score } = after as Record<string, unknown>;
  const run = `${formatDistance(Number(distanceM), units)} in ${formatDuration(Number(timeS))}`;
  const when = `${name ? `${String(name)}, ` : ""}${shortDay(String(localDate))}`;
  const was = (before as Record<string, unknown>).score;
  return `Result ${isAdded ? "added" : "removed"}: ${run} (${when}). ${scoreChange(was, score)}.`;
}

function suggestionLine(entry: Of<"suggestion">, units: UnitSystem): string {
  const [before, after] = [entry.before, entry.after] as Record<string, unknown>[];
  const field = FIELD_OF[String(after?.kind)];
  const change = field
    ? `${FIELDS[field]} ${saidOf(field, before?.value, units)} → ${saidOf(field, after?.value, units)}`
    : scoreChange(before?.value, after?.value);
  const reason = entry.reason ? `, “${entry.reason}”` : "";
  return `Suggestion ${entry.isDismissed ? "dismissed" : "brought back"}: ${change}${reason}`;
}

function bandLine({ kind, startsOn, endsOn, note }: Of<"band">): string {
  const days = startsOn === endsOn ? shortDay(startsOn) : `${shortDay(startsOn)} to ${shortDay(endsOn)}`;
  return `${BANDS[kind] ?? kind}: ${days}${note ? `, ${note}` : ""}`;
}

function minutesWords(minutes: Record<string, number>): string {
  const said = WEEKDAYS.filter((day) => minutes[day] !== undefined);
  return said.map((day) => `${words("weekday", day)} ${minutes[day]} min`).join(", ") || "not said";
}
