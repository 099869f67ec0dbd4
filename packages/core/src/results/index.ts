export { Result } from "./schema.ts";
