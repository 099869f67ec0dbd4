export { INJURY_SITE_EXPECTED, isInjurySite } from "./injury-site.ts";
export { Athlete, InjurySite, LEVELS, Level, Sex, WeekdayMinutes } from "./schema.ts";
