import { AppError } from "@repo/core/errors";

/**
 * One address in the form under which it is stored: NFKC, lower case, exactly one `@`, no lists. Two spellings
 * that a reader cannot tell apart thus cannot be two accounts.
 * @throws AppError INVALID
 */
export function normaliseEmail(text: string): string {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (
    email.length > 254 ||
    !/^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\".]+$/u.test(email)
  ) {
    throw new AppError(
      "INVALID",
      "This is not an e-mail address. Write one address, such as name@example.org.",
      {
        field: "email",
      },
    );
  }
  return email;
}
