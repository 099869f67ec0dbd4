export { cutHistory } from "./cut-history.ts";
export { readHistory } from "./read-history.ts";
export { AthleteHistory } from "./schema.ts";
