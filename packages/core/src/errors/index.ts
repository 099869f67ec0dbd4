/** The four ways in which a request cannot be done. Another athlete's row is NOT_FOUND, never FORBIDDEN. */
export type AppErrorCode = "NOT_FOUND" | "FORBIDDEN" | "CONFLICT" | "INVALID";

/** The only error class: a request that cannot be done, in a sentence that names the fault and the fix. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  /** Machine-readable details, such as the path of a wrong field or the current version of a row. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: AppErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** One fault of a file or form: where, what was found, what was expected. */
export type Fault = { path: string; found: string; expected: string };

/** Raised for a file that does not follow its format; carries every fault with its path. */
export function invalidFile(what: string, faults: readonly Fault[]): AppError {
  const lines = faults.map((fault) => `${fault.path}: found ${fault.found}, expected ${fault.expected}`);
  return new AppError("INVALID", `${what} cannot be used.\n${lines.join("\n")}`, { faults });
}
