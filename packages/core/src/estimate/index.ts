/** A number we may honestly not know: either a value, or the reason why there is none. */
export type Estimate<T, Reason extends string = string> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly reason: Reason };

/** Wraps a value that is known. */
export function known<T>(value: T): { known: true; value: T } {
  return { known: true, value };
}

/** Says that a value cannot be known yet, and why (a kebab-case reason code). */
export function notKnown<const Reason extends string>(reason: Reason): { known: false; reason: Reason } {
  return { known: false, reason };
}

/** The value, or null where it is not known: for files and columns in which null means "not known". */
export function valueOrNull<T>(estimate: Estimate<T>): T | null {
  return estimate.known ? estimate.value : null;
}
