import { METRES_PER_MILE } from "./convert.ts";
import { formatPace, type UnitSystem } from "./format.ts";

/** Seconds a kilometre by which paces differ: "40–75 s/km". */
const PACE_STEP = /\b(\d+)(?:(–)(\d+))?([ \u00a0\u202f])s\/km\b/g;
const PACE = /\b(\d{1,2}):(\d{2}) ?\/km\b/g;
/** A number, or two with a dash, of kilometres; the length of a race and of repetitions is a name, and stays. */
const LENGTH = /(?<![×xX\d.]|[×xX] )\b(\d+(?:\.\d+)?)(?:(–)(\d+(?:\.\d+)?))?([  ])km\b(?! race|\/h)/g;

/**
 * A sentence that was written in kilometres, in the reader's units: "up to 17.6 km" becomes "up to 10.9 mi", "4:00/km"
 * becomes "6:26/mi". For texts that are kept as they were written; metric leaves them as they are.
 */
export function inUnits(text: string, units: UnitSystem): string {
  if (units === "metric") return text;
  return text
    .replace(PACE, (_, minutes: string, seconds: string) =>
      formatPace(Number(minutes) * 60 + Number(seconds), units),
    )
    .replace(
      PACE_STEP,
      (_, from: string, dash: string | undefined, to: string | undefined, space: string) => {
        const range = dash === undefined || to === undefined ? "" : `${dash}${perMile(to)}`;
        return `${perMile(from)}${range}${space}s/mi`;
      },
    )
    .replace(LENGTH, (_, from: string, dash: string | undefined, to: string | undefined, space: string) => {
      const range = dash === undefined || to === undefined ? "" : `${dash}${miles(to)}`;
      return `${miles(from)}${range}${space}mi`;
    });
}

/** To the five seconds, as such steps are said. */
function perMile(secondsAKm: string): string {
  return String(Math.round((Number(secondsAKm) * METRES_PER_MILE) / 5_000) * 5);
}

/** As exact as it was said: whole kilometres of some size become whole miles. */
function miles(km: string): string {
  const value = (Number(km) * 1000) / METRES_PER_MILE;
  return value.toFixed(km.includes(".") || value < 20 ? 1 : 0).replace(/\.0$/, "");
}
