/**
 * The value as it will arrive over the wire: instants as ISO text. A page rendered on the server calls the
 * procedure directly; without this it would hold Date objects where the browser, later, holds text.
 */
export function toPlain<T>(value: T): T {
  if (value instanceof Date) return value.toISOString() as T;
  if (Array.isArray(value)) return (typeof value[0] === "number" ? value : value.map(toPlain)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)])) as T;
}
