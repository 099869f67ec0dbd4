export { CheckIn, CyclePhase, Legs } from "./schema.ts";
