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

function getLogger(): Logger {
  logger ??= pino({ level: logLevel(), base: null, serializers: { error: pino.stdSerializers.err } });
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
