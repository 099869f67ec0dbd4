const BEFORE_UNIT =
  /(\d) (?=(?:km|m|mi|miles?|min|s|h|%|[x×]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(?![\p{L}\d]))/gu;
const AFTER_TIMES = /([x×]) (?=\d)/g;

/** Text whose numbers keep their units and months beside them where a line ends: "10 × 400 m" breaks nowhere. */
export function unbroken(text: string): string {
  return text.replace(BEFORE_UNIT, "$1\u00a0").replace(AFTER_TIMES, "$1\u00a0");
}

/** The same for a column that may be narrower than "11 × 1 min": better broken after the times sign than within a word. */
export function unbrokenInColumn(text: string): string {
  return unbroken(text).replace(/([x×])\u00a0/g, "$1 ");
}
