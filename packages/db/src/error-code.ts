/** The SQLSTATE or connection code of a database error, also when the query builder wrapped it. */
export function errorCode(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === "string") return code;
  }
  return null;
}

const AWAY = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01", // ended by an administrator
  "57P02", // the server crashed
  "57P03", // starting up
  "53300", // too many connections
  "POOL_BUSY",
]);

/** The database cannot be reached just now: the answer is "try again shortly", not a fault of the request. */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && AWAY.has(code);
}
