const BEFORE_UNIT = /(\d) (?=(?:km|m|mi|miles?|min|s|h|%|[x×])(?![\p{L}\d]))/gu;
const AFTER_TIMES = /([x×]) (?=\d)/g;

/** Text whose numbers keep their units beside them where a line ends: "10 × 400 m" breaks nowhere. */
export function unbroken(text: string): string {
  return text.replace(BEFORE_UNIT, "$1\u00a0").replace(AFTER_TIMES, "$1\u00a0");
}
