import pino from "pino";

/** Lines of JSON: what was done, how often and how long. Never what anybody felt, weighed or wrote. */
export function createLog(level: string) {
  return pino({ level, base: { process: "worker" }, timestamp: pino.stdTimeFunctions.isoTime });
}
export type Log = ReturnType<typeof createLog>;
