/** A file's name as a label: no path, no control or direction-changing characters, at most 200 long. */
export function labelOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? "";
  return cleanLabel(base).trim().slice(0, 200) || "unnamed";
}

/** A text of a stranger without control or direction-changing characters. */
export function cleanLabel(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").toWellFormed();
}
