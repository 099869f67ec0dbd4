export { cutHistory } from "./cut-history.ts";
export { lapsFit } from "./find-contradictions.ts";
export { readHistory } from "./read-history.ts";
export { AthleteHistory } from "./schema.ts";
