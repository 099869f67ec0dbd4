export { type AthleteRows, activityOf, historyOfRows, readAthleteRows } from "./athlete-history-of.ts";
export {
  plannedOf,
  readPlannedBeside,
  readSeasonOf,
  readSeasonsFrom,
  type SeasonRows,
  seasonOfRows,
} from "./season-of-rows.ts";
