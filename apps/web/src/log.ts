import { errorCode } from "@repo/db";
import pino, { type Logger } from "pino";
import { logLevel } from "./env.ts";

/** What a log line may hold. Anything else (names, notes, addresses, tokens) never reaches the log. */
type LogFields = {
  requestId?: string;
  userId?: string;
  athleteId?: string;
  procedure?: string;
  code?: string;
  status?: number;
  durationMs?: number;
  error?: Error;
};

let logger: Logger | undefined;

/**
 * An error as the log may hold it: the innermost cause, which says what went wrong, and where. The query builder's
 * own message would carry the query with its parameters: notes, addresses, hashes.
 */
export function withoutData(error: unknown): Record<string, unknown> {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return { message: "not an error" };
  const outer = error instanceof Error ? error : inner;
  const frames = [inner, outer].flatMap(
    ({ stack }) => stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [],
  );
  const message = inner.message.startsWith("Failed query") ? "a query failed" : inner.message;
  return {
    type: inner.name,
    code: errorCode(inner),
    message,
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
}

function getLogger(): Logger {
  logger ??= pino({ level: logLevel(), base: null, serializers: { error: withoutData } });
  return logger;
}

function only(fields: LogFields): LogFields {
  const { requestId, userId, athleteId, procedure, code, status, durationMs, error } = fields;
  return { requestId, userId, athleteId, procedure, code, status, durationMs, error };
}

export const log = {
  info: (fields: LogFields, message: string) => getLogger().info(only(fields), message),
  warn: (fields: LogFields, message: string) => getLogger().warn(only(fields), message),
  error: (fields: LogFields, message: string) => getLogger().error(only(fields), message),
};
