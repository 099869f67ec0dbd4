import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { type DayLoad, type LoadState, MAX_SILENT_REST_DAYS, restDay, unknownDay } from "@repo/core/load";

/**
 * The days after a state's last one on which nothing was entered, up to `through`. When the silence has become too
 * long to be rest, `unknownFrom` is its first day: what was taken for rest there is not known any more.
 */
export function silentDays(
  state: LoadState,
  through: IsoDate,
): { days: DayLoad[]; unknownFrom: IsoDate | null } {
  const last = state.lastDay as IsoDate;
  const count = daysBetween(last, through);
  const isUnknown = state.silentDays + count > MAX_SILENT_REST_DAYS;
  const days = Array.from({ length: count }, (_, index) => {
    const date = addDays(last, index + 1);
    return isUnknown ? unknownDay(date) : restDay(date, { silent: true, quality: "estimated" });
  });
  return { days, unknownFrom: isUnknown ? addDays(last, 1 - state.silentDays) : null };
}
