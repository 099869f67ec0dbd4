export {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  IsoDate,
  isIsoDate,
  maxDate,
  minDate,
} from "./iso-date.ts";
export { instantOf, isTimeZone, knownTimeZone, type LocalClock, localClock, localDay } from "./time-zone.ts";
export { isoWeekOf, WEEKDAYS, Weekday, weekdayOf, weekStartOf } from "./week.ts";
