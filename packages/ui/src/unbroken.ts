const BEFORE_UNIT =
  /(\d) (?=(?:km|m|mi|miles?|min|s|h|%|[x×]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)(?![\p{L}\d]))/gu;
const AFTER_TIMES = /([x×]) (?=\d)/g;

/** Text whose numbers keep their units and months beside them where a line ends: "10 × 400 m" breaks nowhere. */
export function unbroken(text: string): string {
  return text.replace(BEFORE_UNIT, "$1\u00a0").replace(AFTER_TIMES, "$1\u00a0");
}
