import { METRES_PER_MILE, METRES_PER_YARD } from "@repo/core/units";
import { type Cursor, type Failure, failure, take } from "./cursor.ts";
import type { StepLength } from "./schema.ts";

const NUMBER = "(\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?)";
/** Between number and unit: nothing, spaces, or the hyphen of "3-min jog". */
const GAP = "(?:[ \\t]*|-)";
/** Minutes and seconds as coaches write them: 2'30", with the signs that phones make of them. */
const PRIME = "['’′]";
const DOUBLE = "''|[\"”″]";
const LAP = /(?:press lap|lap press|until lap|lap button|lap|open)\b/iy;
const DISTANCE = new RegExp(
  `${NUMBER}${GAP}(km|k|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|mtr|m|yards?|yds?)(?!\\w)(?!\\/[a-z])`,
  "iy",
);
const CLOCK = /(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:\.\d+)?)(?![\d:/-])/y;
const HOURS = new RegExp(
  `${NUMBER}${GAP}(?:h|hrs?|hours?)(?:(\\d{1,2})|[ \\t]*(\\d{1,2})[ \\t]*(?:minutes?|mins?|m|'))?(?![\\w/'])`,
  "iy",
);
const MINUTES = new RegExp(
  `${NUMBER}${GAP}(?:minutes?|mins?|${PRIME})(?:(\\d{1,2})(?:${DOUBLE})?|[ \\t]*(\\d{1,2})[ \\t]*(?:seconds?|secs?|s))?(?![\\w'])(?!\\/[a-z])`,
  "iy",
);
const SECONDS = new RegExp(`${NUMBER}(?:${GAP}(?:seconds?|secs?|s|'')|${DOUBLE})(?!\\w)(?!\\/[a-z])`, "iy");
/** `1,5 km`: a comma is decimal only right before a unit that is counted in parts. */
const DECIMAL_COMMA = /(\d{1,2}),(\d{1,2})[ \t]*(km|k|miles?|mi|h|hrs?|hours?)(?![\w/])/iy;
/** `10x400`: the lengths of a track need no unit. */
const TRACK =
  /(100|150|200|250|300|400|500|600|800|1000|1200|1500|1600|2000|2400|3000|5000)(?![\w.%:])(?!\/[a-z])(?![ \t]*[-–x×*][ \t]*\d)/iy;
/** Races that are named instead of measured, but not the paces of that name. */
const RACES = /(half[- ]?marathon|marathon)(?![\w-])(?![ \t]*(?:race[ \t]+)?(?:pace|effort|training))/iy;
/** `8 x 400s`: the plural of a track's length, or seconds. */
const TRACK_PLURAL = /(200|400|800|1000|1200|1500|1600)s(?!\w)/iy;
/** Below this a bare `m` is far more often meant as minutes; `10 metres` says the rare other thing. */
const SHORTEST_BARE_METRES = 20;
const LONGEST_M = 300_000;
const LONGEST_S = 86_400;

/** Reads a step's length here: `400m`, `1.5km`, `1mi`, `90s`, `8min`, `1:30`, `1h30`, `lap press`. Null: none stands here. */
export function readLength(cursor: Cursor): StepLength | Failure | null {
  const start = cursor.at;
  if (take(cursor, LAP)) return { kind: "open" };
  const plural = take(cursor, TRACK_PLURAL)?.[1];
  if (plural) {
    const time = formatSeconds(Number(plural));
    return failure(cursor, `${plural}m for the distance, or ${time} if it is a time`, start);
  }
  const race = take(cursor, RACES)?.[1];
  if (race) return { kind: "distance", distanceM: /^half/i.test(race) ? 21_097.5 : 42_195 };
  const parted = take(cursor, DECIMAL_COMMA);
  if (parted) return readLength({ text: `${parted[1]}.${parted[2]}${parted[3]}`, at: 0 });
  const distance = take(cursor, DISTANCE);
  if (distance) return distanceOf(cursor, start, distance);
  const seconds = readSeconds(cursor);
  if (seconds === null) {
    const track = take(cursor, TRACK);
    return track && { kind: "distance", distanceM: Number(track[1]) };
  }
  if (!(seconds > 0 && seconds <= LONGEST_S)) return failure(cursor, "a time above 0 s, at most 24 h", start);
  return { kind: "time", durationS: seconds };
}

function distanceOf(cursor: Cursor, start: number, match: RegExpExecArray): StepLength | Failure {
  const [value, unit] = [Number(match[1]), (match[2] ?? "").toLowerCase()];
  if (unit === "m" && value > 0 && value < SHORTEST_BARE_METRES) {
    const minutes = `${value}min`;
    return failure(cursor, `${minutes} for minutes, or "${value} metres" if it is a distance`, start);
  }
  const distanceM = value * metresPer(unit);
  if (!(distanceM > 0 && distanceM <= LONGEST_M)) {
    return failure(cursor, "a distance above 0 m, at most 300 km", start);
  }
  return { kind: "distance", distanceM };
}

function metresPer(unit: string): number {
  if (unit.startsWith("k")) return 1000;
  if (unit.startsWith("y")) return METRES_PER_YARD;
  return unit.startsWith("mi") ? METRES_PER_MILE : 1;
}

function readSeconds(cursor: Cursor): number | null {
  const clock = take(cursor, CLOCK);
  if (clock) {
    const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2]), Number(clock[3])];
    return seconds < 60 && (clock[1] === undefined || minutes < 60)
      ? hours * 3600 + minutes * 60 + seconds
      : -1;
  }
  const hours = take(cursor, HOURS);
  if (hours) return Number(hours[1]) * 3600 + Number(hours[2] ?? hours[3] ?? 0) * 60;
  const minutes = take(cursor, MINUTES);
  if (minutes) return Number(minutes[1]) * 60 + Number(minutes[2] ?? minutes[3] ?? 0);
  const seconds = take(cursor, SECONDS);
  return seconds ? Number(seconds[1]) : null;
}

/** A length in its canonical spelling, which {@link readLength} reads back to the very same number. */
export function formatLength(length: StepLength): string {
  if (length.kind === "open") return "lap press";
  return length.kind === "distance" ? formatMetres(length.distanceM) : formatSeconds(length.durationS);
}

function formatMetres(distanceM: number): string {
  const miles = Math.round((distanceM / METRES_PER_MILE) * 100) / 100;
  if (miles > 0 && miles * METRES_PER_MILE === distanceM) return `${miles}mi`;
  const km = distanceM / 1000;
  if (km >= 2 && Number(String(km)) * 1000 === distanceM) return `${km}km`;
  return distanceM < SHORTEST_BARE_METRES ? `${distanceM} metres` : `${distanceM}m`;
}

function formatSeconds(durationS: number): string {
  if (durationS % 60 === 0) return `${durationS / 60}min`;
  if (durationS < 120 || !Number.isInteger(durationS)) return `${durationS}s`;
  const [minutes, seconds] = [Math.floor(durationS / 60), String(durationS % 60).padStart(2, "0")];
  if (minutes < 60) return `${minutes}:${seconds}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${seconds}`;
}
