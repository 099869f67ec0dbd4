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
export { isoWeekOf, WEEKDAYS, Weekday, weekdayOf, weekStartOf } from "./week.ts";
