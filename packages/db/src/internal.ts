export { createDb, type DbOptions } from "./client.ts";
export { inTransaction } from "./context.ts";
