import { addDays, type IsoDate } from "@repo/core/calendar";
import type { Race } from "@repo/core/season";
import {
  formatDistance,
  formatDuration,
  formatPace,
  formatPaceRange,
  HALF_MARATHON_M,
  MARATHON_M,
  METRES_PER_MILE,
  NOT_KNOWN_MARK,
  type UnitSystem,
} from "@repo/core/units";

const dayFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return (date: IsoDate) => format.format(new Date(`${date}T00:00:00Z`));
};

/** "18 Nov" */
export const shortDay = dayFormat({ day: "numeric", month: "short" });
const dayOfYear = dayFormat({ day: "numeric", month: "short", year: "numeric" });
/** "Since 18 Nov.", with its year where that is not the report's; and when it was last seen, where it may be over. */
export function sinceWords(
  { since, lastSeenOn }: { since: IsoDate; lastSeenOn?: IsoDate },
  reportOf: IsoDate,
): string {
  const isOver = lastSeenOn !== undefined && lastSeenOn < addDays(reportOf, -2);
  return `Since ${since.slice(0, 4) === reportOf.slice(0, 4) ? shortDay(since) : dayOfYear(since)}${isOver ? `, last seen ${shortDay(lastSeenOn)}` : ""}.`;
}
/** "Wed 18 Nov" */
export const weekDay = dayFormat({ weekday: "short", day: "numeric", month: "short" });
/** "Wednesday 18 November" */
export const longDay = dayFormat({ weekday: "long", day: "numeric", month: "long" });

/** How numbers are said to one reader; null is said as not known. */
export type ReaderWords = ReturnType<typeof readerWords>;

/** The words for numbers, in a reader's units. */
export function readerWords(units: UnitSystem) {
  const orMark = (say: (value: number) => string) => (value: number | null) =>
    value === null ? NOT_KNOWN_MARK : say(value);
  return {
    units,
    distance: orMark((metres) => formatDistance(metres, units)),
    /** Weekly distances are whole kilometres or miles: nobody trains by the hundred metres. */
    volume: orMark((metres) => {
      if (metres === 0) return units === "imperial" ? "0 mi" : "0 km";
      return formatDistance(metres, units, metres < 10_000 ? 1 : 0);
    }),
    duration: orMark(formatDuration),
    pace: orMark((paceSPerKm) => formatPace(paceSPerKm, units)),
    paceRange: (fastSPerKm: number, slowSPerKm: number) => formatPaceRange(fastSPerKm, slowSPerKm, units),
  };
}

const NAMES: readonly [number, string][] = [
  [METRES_PER_MILE, "the mile"],
  [HALF_MARATHON_M, "the half marathon"],
  [MARATHON_M, "the marathon"],
];

/** Races that were laid out in metres are called by them wherever people run miles; other lengths are just lengths. */
const RACE_STEP_M = 100;

/** A distance as runners call it: "the marathon", "10 km". */
export function distanceName(distanceM: number, units: UnitSystem): string {
  const named = NAMES.find(([metres]) => Math.abs(metres / distanceM - 1) < 0.005);
  if (named) return named[1];
  return formatDistance(distanceM, distanceM % RACE_STEP_M === 0 ? "metric" : units);
}

/** A race by its name, else by its distance. */
export function raceName({ name, distanceM }: Pick<Race, "name" | "distanceM">, units: UnitSystem): string {
  return name ?? distanceName(distanceM, units);
}

/** "+1.8 %", "−0.4 %" */
export function signedPct(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)} %`;
}

/** "1 run", "3 runs" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
