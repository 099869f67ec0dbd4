import { errorCode } from "./error-code.ts";

/**
 * What went wrong, as an operator may read it and a log may hold it: kind, code and place, without anything that somebody
 * entered. The query builder's own message would carry the query with its parameters, and a message of ours the number
 * that it did not like.
 */
export function faultOf(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
  if (!(inner instanceof Error)) return "not an error";
  const code = errorCode(inner);
  const what = inner.message.startsWith("Failed query") ? "a query failed" : withoutValues(inner.message);
  return [inner.name, code, what, placeOf(error), inner === error ? null : placeOf(inner)]
    .filter((part) => part !== null)
    .join(" · ")
    .slice(0, 500);
}

/** Names of tables and constraints stay; other quoted text and numbers go. */
function withoutValues(message: string): string {
  return message
    .replace(/(\b(?:relation|constraint|table|column) )?"([^"]*)"/g, (_, of, name) =>
      of ? `${of}"${name}"` : '"…"',
    )
    .replace(/'[^']*'/g, "'…'")
    .replace(/(?<![A-Za-z_])-?\d[\d.,:-]*/g, "#");
}

/** The first line of our own in the stack. */
function placeOf(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return /((?:packages|apps)\/[\w./-]+\.ts:\d+)/.exec(stack)?.[1] ?? null;
}
