import { daysBetween, type IsoDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import {
  type ClassifiedActivity,
  type Distribution,
  distribution,
  perpetualMedium,
} from "@repo/core/intensity";

const DAYS = 42;

/** Where the running of the last six weeks lay, by heart rate and by pace and as intended, and how easy easy was. */
export function intensityOf(sessions: readonly ClassifiedActivity[], asOf: IsoDate): Record<string, unknown> {
  const recent = sessions.filter(({ activity }) => daysBetween(activity.date, asOf) < DAYS);
  return {
    windowDays: DAYS,
    byHeartRate: written(distribution(recent, "heart-rate")),
    byPace: written(distribution(recent, "pace")),
    perpetualMedium: perpetualMedium(recent),
  };
}

function written(each: Distribution): Record<string, unknown> {
  return { ...each, polarisationIndex: valueOrNull(each.polarisationIndex) };
}
