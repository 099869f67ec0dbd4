export { assertSafeRole } from "./assert-safe-role.ts";
export type { Db, Tx } from "./client.ts";
export { type Actor, openContext, withActor } from "./context.ts";
export { errorCode, isDatabaseAway } from "./error-code.ts";
export { faultOf } from "./fault-of.ts";
export { newId } from "./new-id.ts";
