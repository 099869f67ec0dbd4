import { faultOf } from "@repo/db";
import pino from "pino";

/** Fields that a line may hold: what was done, how often, how long. Anything else never reaches the log. */
const FIELDS = [
  "job",
  "ms",
  "failures",
  "athleteId",
  "userId",
  "fault",
  "created",
  "reopened",
  "athletes",
  "done",
  "inChunks",
  "failed",
  "opened",
  "closed",
  "judged",
  "sent",
  "postponed",
  "dead",
  "left",
  "imports",
  "files",
  "leadS",
] as const;

type Fields = Partial<Record<(typeof FIELDS)[number], unknown>>;

/** Lines of JSON: what was done, how often and how long. Never what anybody felt, weighed or wrote. */
export function createLog(level: string, to?: { write(line: string): void }) {
  const options = { level, base: { process: "worker" }, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = to ? pino(options, to) : pino(options);
  return {
    info: (fields: Fields | string, message?: string) => logger.info(only(fields), textOf(fields, message)),
    error: (fields: Fields, message: string) => logger.error(only(fields), message),
    fatal: (message: string) => logger.fatal(message),
  };
}
export type Log = ReturnType<typeof createLog>;

/** Numbers, ids and what {@link faultOf} makes of an error: a field that is not on the list is left out. */
function only(fields: Fields | string): Record<string, unknown> {
  if (typeof fields === "string") return {};
  const kept = FIELDS.filter((name) => fields[name] !== undefined).map((name) => [
    name,
    name === "fault" ? faultOf(fields[name]) : fields[name],
  ]);
  return Object.fromEntries(kept);
}

function textOf(fields: Fields | string, message = ""): string {
  return typeof fields === "string" ? fields : message;
}
