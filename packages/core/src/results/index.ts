export { possibleTimesS } from "./possible-times.ts";
export { Result } from "./schema.ts";
