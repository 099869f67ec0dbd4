import { parseArgs } from "node:util";
import { UsageError } from "./command.ts";

type Options = Record<string, { type: "string" | "boolean" }>;
type Values<O extends Options> = { [K in keyof O]?: O[K]["type"] extends "boolean" ? boolean : string };

/** Options and positional words; a word that is not known is named. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Values<O>, positionals };
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "wrong options");
  }
}

/** Exactly one positional word, or a usage error that says what is missing. */
export function onlyPositional(positionals: readonly string[], what: string): string {
  const [first, ...rest] = positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (rest.length > 0) throw new UsageError(`one ${what} at a time; "${rest[0]}" is too many`);
  return first;
}
