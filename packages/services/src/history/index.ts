export {
  type AthleteRows,
  activityOf,
  athleteHistoryOf,
  historyOfRows,
  readAthleteRows,
} from "./athlete-history-of.ts";
export { plannedOf, readSeasonOf, type SeasonRows, seasonOfRows } from "./season-of-rows.ts";
