import { AppError } from "@repo/core/errors";

/** Joiners say how letters meet, in Persian and in the scripts of India, and make one picture of several. */
const STRAY_JOINER = /(?<![\p{L}\p{M}\p{Emoji}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}])/gu;

/**
 * A name as a person writes it, on one line: kept as it is but for the space around it and characters that cannot be
 * seen.
 * @throws AppError INVALID
 */
export function personName(text: string): string {
  const name = text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "")
    .replace(STRAY_JOINER, "")
    .trim();
  const length = [...new Intl.Segmenter().segment(name)].length;
  if (length < 1 || length > 120) {
    throw new AppError("INVALID", "Write a name of 1 to 120 characters.", { field: "name" });
  }
  return name;
}
