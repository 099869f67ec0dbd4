import { AppError } from "@repo/core/errors";

/** Refuses text that no database and no file can hold: the NUL character, and half of a character pair. */
export function assertStorable(value: unknown, path: readonly string[] = []): void {
  if (typeof value === "string") {
    if (!value.includes("\0") && value.isWellFormed()) return;
    const field = path.at(-1);
    const where = path.length > 0 ? `"${path.join(".")}"` : "What was sent";
    throw new AppError(
      "INVALID",
      `${where} holds a character that cannot be stored. Delete it, or type the text anew.`,
      field ? { field } : {},
    );
  }
  if (value === null || typeof value !== "object") return;
  for (const [key, inner] of Object.entries(value)) {
    assertStorable(key, path);
    assertStorable(inner, [...path, key]);
  }
}
