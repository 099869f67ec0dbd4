/** Calls in one HTTP request. */
export const MAX_BATCH = 20;
/** Bytes of one request's JSON; files have a route of their own. */
export const MAX_JSON_BYTES = 1_000_000;

/** Lists and objects in each other in one JSON body: far above any input, far below what a recursion survives. */
export const MAX_NESTING = 100;
