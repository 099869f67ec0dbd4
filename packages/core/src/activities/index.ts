export { Activity, Lap, Sport } from "./schema.ts";
