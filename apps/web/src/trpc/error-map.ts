import { AppError, type AppErrorCode } from "@repo/core/errors";
import { TRPCError } from "@trpc/server";

const TRPC_CODE = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

/** PostgreSQL's answer when row-level security refuses a write: the row is not the caller's to know of. */
const INSUFFICIENT_PRIVILEGE = "42501";
const CONNECTION_LOST = /^(CONNECTION_|ECONNREFUSED|ECONNRESET|CONNECT_TIMEOUT|57P0|53300)/;

/** The one place in which a fault becomes an answer: a sentence for the user, never a stack or a query. */
export function toTrpcError(error: TRPCError): TRPCError {
  const cause = error.cause;
  if (cause instanceof AppError) {
    return new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  const code = databaseCode(cause);
  if (code === INSUFFICIENT_PRIVILEGE) {
    return new TRPCError({ code: "NOT_FOUND", message: "Not found.", cause });
  }
  if (CONNECTION_LOST.test(code)) {
    const message = "The database does not answer right now. Nothing was saved; try again in a few seconds.";
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message, cause });
  }
  const message = "Something went wrong on the server. Nothing was saved; try again.";
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message, cause });
}

/** Drizzle wraps the driver's error: the code may be one or two causes down. */
function databaseCode(error: unknown): string {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    if ("code" in current && typeof current.code === "string") return current.code;
    current = current.cause;
  }
  return "";
}
