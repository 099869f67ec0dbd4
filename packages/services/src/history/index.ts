export { type AthleteRows, athleteHistoryOf, historyOfRows, readAthleteRows } from "./athlete-history-of.ts";
export { readSeasonOf, type SeasonRows, seasonOfRows } from "./season-of-rows.ts";
