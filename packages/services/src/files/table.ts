import { AppError } from "@repo/core/errors";
import { parse } from "csv-parse/sync";
import { decodeText } from "./decode-text.ts";

/** Forty sessions a day for ten years, and far from filling the memory. */
const MAX_LINES = 150_000;

/**
 * The rows of a table that a stranger sent: commas, semicolons, tabs or bars, quoted cells, with or without a byte order
 * mark, in UTF-8, UTF-16 or Latin-1. Blank lines are left out.
 *
 * @throws {AppError} INVALID for broken quotes and for more lines than a log of sessions has
 */
export function readTable(bytes: Uint8Array): string[][] {
  // Spreadsheets write the sign between cells as a first line of its own.
  const text = decodeTable(bytes).replace(/^\uFEFF?sep=.\r?\n/i, "");
  refuseMany(text);
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 1_000_000,
    }) as string[][];
  } catch (error) {
    throw new AppError("INVALID", `This is not a readable CSV table: ${(error as Error).message}.`);
  }
}

/** The sign that parts the most cells of the first lines as they usually are: titles above a table have none. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n|\r/)
    .slice(0, 15);
  const usual = (sign: string) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    return (counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0) * counts.length;
  };
  const [comma, semicolon, tab, bar] = [usual(","), usual(";"), usual("\t"), usual("|")];
  if (bar > Math.max(comma, semicolon, tab)) return "|";
  if (semicolon > comma && semicolon >= tab) return ";";
  return tab > comma ? "\t" : ",";
}

/** Spreadsheets of western Europe write Latin-1 where a name has an accent. */
function decodeTable(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  return text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

function refuseMany(text: string): void {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  if (lines <= MAX_LINES) return;
  throw new AppError(
    "INVALID",
    `This table has more than ${MAX_LINES} lines, which no log of sessions has. Split it by years.`,
  );
}
