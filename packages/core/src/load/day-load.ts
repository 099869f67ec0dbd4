import type { IsoDate } from "@repo/core/calendar";

/** How a day's load was known, best first; `mixed` when several were added up, `rest` and `unknown` when none was. */
export type LoadMethod =
  | "running-stress"
  | "hr-stress"
  | "session-rpe"
  | "estimated"
  | "mixed"
  | "rest"
  | "unknown";

/** Whether a load rests on recorded numbers and given (or raced) thresholds, or on estimates. */
export type LoadQuality = "measured" | "estimated";

/**
 * The training load of one calendar day. Loads are whole tenths of a unit (100 units = one hour at threshold), so that
 * sums have no drift: one number in, the same number out, whatever the order.
 */
export type DayLoad = {
  readonly date: IsoDate;
  /** Tenths of a load unit; 0 for a rest day; null when nothing is known of the day. */
  readonly loadX10: number | null;
  readonly method: LoadMethod;
  readonly quality: LoadQuality;
  /** No activity and no check-in was entered for the day. Seven such days in a row are taken as rest, eight as unknown. */
  readonly silent: boolean;
};

/** A rest that somebody confirmed, or silence of at most a week. */
export function restDay(date: IsoDate, options: { silent: boolean; quality?: LoadQuality }): DayLoad {
  return { date, loadX10: 0, method: "rest", quality: options.quality ?? "measured", silent: options.silent };
}

/** A day of a silence too long to be called rest. */
export function unknownDay(date: IsoDate): DayLoad {
  return { date, loadX10: null, method: "unknown", quality: "estimated", silent: true };
}

/** Days without any entry that still count as rest; one more and the whole silence is unknown (contracts §1). */
export const MAX_SILENT_REST_DAYS = 7;
