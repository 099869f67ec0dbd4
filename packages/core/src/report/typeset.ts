const UNIT = "m|km|mi|miles?|min|s|h";
/** "9x400m" and "9 x 400 m", as plans, people and group names write repetitions. */
const REPETITIONS = /(\d)\s*[x×]\s*(?=\d)/gi;
const LENGTH = new RegExp(`(× \\d+(?:[.,]\\d+)?)\\s*(${UNIT})\\b`, "g");
const MINUS = /(^|[\s(])-(?=\d)/g;

/** Text with repetitions and negative numbers as they are printed: "9x400m" is "9 × 400 m", "-2 %" is "−2 %". */
export function typeset(text: string): string {
  return text.replace(REPETITIONS, "$1 × ").replace(LENGTH, "$1 $2").replace(MINUS, "$1−");
}
