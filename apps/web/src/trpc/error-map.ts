import { AppError, type AppErrorCode } from "@repo/core/errors";
import { errorCode, isDatabaseAway } from "@repo/db";
import { TRPCError } from "@trpc/server";

const TRPC_CODE = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
} as const satisfies Record<AppErrorCode, TRPCError["code"]>;

/** PostgreSQL's answer when row-level security refuses a write: the row is not the caller's to know of. */
const INSUFFICIENT_PRIVILEGE = "42501";
/** PostgreSQL's "numeric value out of range": the sender's number, never our arithmetic. */
const OUT_OF_RANGE = "22003";
const STATEMENT_TOO_LONG = "57014";

/** For what does not exist and for what is somebody else's: the answer does not tell which. */
export const NOT_THERE =
  "This is not there, or it is not shared with you any more. Nothing was changed; go back and look again.";

/** What was wrong with a call that reached no procedure, in words for whoever writes calls; null for other faults. */
export function wireWords({ code, cause, message }: TRPCError): string | null {
  if (code === "PARSE_ERROR" || cause instanceof SyntaxError)
    return "What was sent cannot be read as JSON. Correct it and send it again.";
  if (code === "METHOD_NOT_SUPPORTED")
    return "What only reads is asked for by GET, what changes something is sent by POST. Use the other one.";
  if (code === "NOT_FOUND" && message.startsWith("No procedure found"))
    return "There is nothing to call at this address. Look at how it is written.";
  return null;
}

/** The one place in which a fault becomes an answer: a sentence for the user, never a stack or a query. */
export function toTrpcError(error: TRPCError): TRPCError {
  const cause = error.cause;
  if (cause instanceof AppError) {
    return new TRPCError({ code: TRPC_CODE[cause.code], message: cause.message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  if (errorCode(cause) === INSUFFICIENT_PRIVILEGE) {
    return new TRPCError({ code: "NOT_FOUND", message: NOT_THERE, cause });
  }
  if (isDatabaseAway(cause)) {
    const message = "The database does not answer right now. Nothing was saved; try again in a few seconds.";
    return new TRPCError({ code: "SERVICE_UNAVAILABLE", message, cause });
  }
  if (errorCode(cause) === STATEMENT_TOO_LONG) {
    const message = "This took too long and was stopped. Nothing was saved; ask for less at once.";
    return new TRPCError({ code: "TIMEOUT", message, cause });
  }
  if (errorCode(cause) === OUT_OF_RANGE) {
    const message =
      "A number in this is too large to be stored. Nothing was saved; correct it and try again.";
    return new TRPCError({ code: "BAD_REQUEST", message, cause });
  }
  const message = "Something went wrong on the server. Nothing was saved; try again.";
  // Next would print the cause whole, and a failed query names its parameters: init.ts logs it safely instead.
  const told = new TRPCError({ code: "INTERNAL_SERVER_ERROR", message });
  return Object.defineProperty(told, "origin", { value: cause, enumerable: false });
}
