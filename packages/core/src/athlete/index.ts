export { Athlete, InjurySite, Level, Sex } from "./schema.ts";
