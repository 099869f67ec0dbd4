import { parseArgs } from "node:util";
import { AppError } from "@repo/core/errors";
import { UsageError } from "./command.ts";

type Options = Record<string, { type: "string" | "boolean"; multiple?: boolean }>;
type Values<O extends Options> = {
  [K in keyof O]?: O[K]["type"] extends "boolean"
    ? boolean
    : O[K]["multiple"] extends true
      ? string[]
      : string;
};

/** Options and positional words; a word that is not known is named. */
export function readArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    const { values, positionals } = parseArgs({
      args: withNegatives(args, options),
      options,
      allowPositionals: true,
    });
    return { values: values as Values<O>, positionals };
  } catch (error) {
    throw new UsageError((error as Error).message.split(". ")[0] ?? "wrong options");
  }
}

/** `--score -3` is a value that is wrong, and `- 10min easy` a text: neither is an option nobody knows. */
function withNegatives(args: readonly string[], options: Options): string[] {
  const [words, texts]: [string[], string[]] = [[], []];
  for (let at = 0; at < args.length; at++) {
    const [word = "", next] = [args[at], args[at + 1]];
    if (word === "--") return [...words, "--", ...texts, ...args.slice(at + 1)];
    const takesNext = options[word.replace(/^--/, "")]?.type === "string" && /^-[^-]/.test(next ?? "");
    if (/^-[\s\d]/.test(word)) texts.push(word);
    else words.push(takesNext ? `${word}=${args[++at]}` : word);
  }
  return texts.length > 0 ? [...words, "--", ...texts] : words;
}

/** Exactly one positional word, or a usage error that says what is missing. */
export function onlyPositional(positionals: readonly string[], what: string): string {
  const [first, ...rest] = positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (rest.length > 0) throw new UsageError(`one ${what} at a time; "${rest[0]}" is too many`);
  return first;
}

/** The number an option holds, null where it was not given; a sentence for anything that is no number in the range. */
export function numberOption(
  name: string,
  text: string | undefined,
  range: { low: number; high: number },
): number | null {
  if (text === undefined) return null;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= range.low && value <= range.high) return value;
  const expected = `a number from ${range.low} to ${range.high}`;
  throw new AppError("INVALID", `${name}: found ${JSON.stringify(text)}, expected ${expected}.`);
}
