import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { ewmaStep, ewmaWeight, mean } from "@repo/core/stats";
import { requireLoads } from "./monotony.ts";

export type AcuteChronicMethod = "rolling-coupled" | "rolling-uncoupled" | "ewma";

const ACUTE_DAYS = 7;
const CHRONIC_DAYS = 28;

/**
 * Ratio of the last week's load to the last four weeks'. A described number only, never a reason to warn: in 5,205
 * runners it had no dose–response with injury, and its two halves share data.
 *
 * @param loads load a day, oldest first, any one unit; the last day is today
 * @param options.acuteDays days of the short window (7); @param options.chronicDays of the long one (28; uncoupled: the days before the short window, 21)
 * @returns unknown below 28 days of history (the `ewma` form, which is defined from its first load on: below 7), or
 *   without chronic load
 * @throws {RangeError} on a negative or non-finite load
 * @see SOURCES.md [williams-2017], [lolli-2017], [impellizzeri-2020], [frandsen-2025]
 */
export function acuteChronicRatio(
  loads: readonly number[],
  method: AcuteChronicMethod,
  options: { acuteDays?: number; chronicDays?: number } = {},
): Estimate<number, "too-few-days" | "no-chronic-load"> {
  requireLoads(loads);
  const acuteDays = options.acuteDays ?? ACUTE_DAYS;
  const chronicDays = options.chronicDays ?? CHRONIC_DAYS - (method === "rolling-uncoupled" ? acuteDays : 0);
  const needed = {
    "rolling-coupled": chronicDays,
    "rolling-uncoupled": acuteDays + chronicDays,
    ewma: acuteDays,
  };
  if (loads.length < needed[method]) return notKnown("too-few-days");
  const [acute, chronic] =
    method === "ewma"
      ? ewmaPair(loads, acuteDays, chronicDays)
      : rollingPair(loads, method, { acuteDays, chronicDays });
  return chronic > 0 ? known(acute / chronic) : notKnown("no-chronic-load");
}

function rollingPair(
  loads: readonly number[],
  method: AcuteChronicMethod,
  days: { acuteDays: number; chronicDays: number },
): [number, number] {
  const acute = mean(loads.slice(-days.acuteDays)) ?? 0;
  const before = method === "rolling-uncoupled" ? loads.slice(0, -days.acuteDays) : loads;
  return [acute, mean(before.slice(-days.chronicDays)) ?? 0];
}

/** Both averages start at the first load and use the span weight 2/(N + 1), as published. */
function ewmaPair(loads: readonly number[], acuteDays: number, chronicDays: number): [number, number] {
  const [acuteWeight, chronicWeight] = [
    ewmaWeight("ema_span", acuteDays),
    ewmaWeight("ema_span", chronicDays),
  ];
  let [acute, chronic] = [loads[0] ?? 0, loads[0] ?? 0];
  for (const load of loads.slice(1)) {
    acute = ewmaStep(acute, load, acuteWeight);
    chronic = ewmaStep(chronic, load, chronicWeight);
  }
  return [acute, chronic];
}
