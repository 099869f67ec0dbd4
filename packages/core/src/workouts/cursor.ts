/** A place in a workout's text. Parsers move `at` forward; nothing else is shared. */
export type Cursor = { readonly text: string; at: number };

/** One fault of a workout's text: where it is, what stands there and what could have stood there. */
export type WorkoutTextError = { line: number; column: number; found: string; expected: string };

/** What ends a parse: carried as a value of failure inside the parsers, never thrown across the module. */
export type Failure = { at: number; found: string; expected: string };

/** Whether a parser's answer is a failure. */
export function isFailure(value: object | null): value is Failure {
  return value !== null && "expected" in value && "found" in value;
}

/** Tries a pattern (sticky, so it must match right here) and moves past it. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match) cursor.at += match[0].length;
  return match;
}

/** Moves past spaces and tabs, not past the end of a line. */
export function skipSpaces(cursor: Cursor): void {
  take(cursor, /[ \t\u00a0]*/y);
}

/** The word or sign that stands at a place, for an error message. */
export function tokenAt(cursor: Cursor, at: number = cursor.at): string {
  const rest = cursor.text.slice(at);
  if (rest === "") return "the end of the text";
  if (rest.startsWith("\n")) return "the end of the line";
  return /^(?:[^\s,;()]+|[\s\S])/.exec(rest)?.[0].slice(0, 60) ?? "";
}

/** A failure at the cursor that names what was found there. */
export function failure(cursor: Cursor, expected: string, at: number = cursor.at): Failure {
  return { at, found: tokenAt(cursor, at), expected };
}

/** Turns a place in the text into a line and column, both from 1. */
export function locate(text: string, fault: Failure): WorkoutTextError {
  const before = text.slice(0, fault.at);
  const line = before.split("\n").length;
  const column = fault.at - (before.lastIndexOf("\n") + 1) + 1;
  return { line, column, found: fault.found, expected: fault.expected };
}
