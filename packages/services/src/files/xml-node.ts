/** An element: children by name without prefix, attributes as `@name`, its own text as `#text`; only text: a string. */
export type XmlNode = { [name: string]: unknown };

/** A child node, an empty node where it is absent or text. */
export function child(node: unknown, name: string): XmlNode {
  const value = (node as XmlNode | undefined)?.[name];
  const single = Array.isArray(value) ? value[0] : value;
  return typeof single === "object" && single !== null ? (single as XmlNode) : {};
}

/** The children of a name as a list, empty where there are none. */
export function children<T = XmlNode>(node: unknown, name: string): T[] {
  const value = (node as XmlNode | undefined)?.[name];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((item) => (typeof item === "object" && item !== null ? item : {})) as T[];
}

/** The text of a child, or null. */
export function text(node: unknown, name: string): string | null {
  const value = (node as XmlNode | undefined)?.[name];
  const single = Array.isArray(value) ? value[0] : value;
  if (typeof single === "string") return single.trim() || null;
  const inner = (single as XmlNode | undefined)?.["#text"];
  return typeof inner === "string" ? inner.trim() || null : null;
}

/** The number in a child, or null for anything that is no finite number. */
export function number(node: unknown, name: string): number | null {
  const value = text(node, name);
  if (value === null) return null;
  const parsed = Number(value);
  if (Number.isFinite(parsed)) return parsed;
  // Some phones write the comma of their language.
  const comma = /^-?\d+,\d+$/.test(value) ? Number(value.replace(",", ".")) : Number.NaN;
  return Number.isFinite(comma) ? comma : null;
}

/** Unix seconds of a time text, or null. Times without a zone are read as UTC, as the formats say. */
export function unixSeconds(value: string | null): number | null {
  if (value === null) return null;
  // Some programs write "UTC" or an offset of hours alone.
  const whole = value.replace(/\s*UTC$/i, "Z").replace(/(:\d\d(?:\.\d+)?)([+-]\d\d)$/, "$1$2:00");
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(whole) ? whole : `${whole}Z`;
  const millis = Date.parse(zoned);
  return Number.isNaN(millis) ? null : millis / 1000;
}
