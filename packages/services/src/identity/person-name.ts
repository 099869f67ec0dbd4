import { AppError } from "@repo/core/errors";

/**
 * A name as a person writes it: kept as it is but for the space around it and characters that cannot be seen.
 * @throws AppError INVALID
 */
export function personName(text: string): string {
  const name = text.replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "").trim();
  const length = [...new Intl.Segmenter().segment(name)].length;
  if (length < 1 || length > 120) {
    throw new AppError("INVALID", "Write a name of 1 to 120 characters.", { field: "name" });
  }
  return name;
}
