/**
 * Reads a clock time: `45`, `4:30`, `1:05:30`, with an optional fraction of a second. Seconds out; null when the
 * text is not a time or a part after the first is 60 or more.
 */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(?:(\d{1,3}):)?(\d{1,6}(?:\.\d+)?)$/.exec(text.trim());
  if (!match) return null;
  const [first, second, last] = [match[1], match[2], Number(match[3])];
  if (first === undefined) return last;
  if (last >= 60 || (second !== undefined && Number(second) >= 60)) return null;
  return second === undefined ? Number(first) * 60 + last : Number(first) * 3600 + Number(second) * 60 + last;
}
