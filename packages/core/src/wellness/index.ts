export { CheckIn, Legs } from "./schema.ts";
