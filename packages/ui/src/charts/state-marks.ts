import type { CardState } from "./data-shapes.ts";

/**
 * The sign of each card state, drawn in a 12 × 12 box with a stroke of 1.6: told apart without colour.
 * `filled` paths are filled instead of stroked.
 */
export const STATE_MARKS: Record<CardState, { d: string; filled?: string }> = {
  planned: { d: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M6 3.6V6l1.7 1.2" },
  done: { d: "M2 6.4L4.9 9.2L10 3.2" },
  off: { d: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9", filled: "M6 1.5a4.5 4.5 0 0 0 0 9Z" },
  "far-off": { d: "M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9", filled: "M6 6V1.5a4.5 4.5 0 0 1 4.5 4.5Z" },
  missed: { d: "M2.8 2.8l6.4 6.4M9.2 2.8L2.8 9.2" },
  adapted: { d: "M9.9 4.2A4.3 4.3 0 1 0 10.2 7M10.2 1.6V4.4H7.4" },
  excused: { d: "M2.2 6H9.8" },
  unplanned: { d: "M6 2V10M2 6H10" },
};

/** English words; give your own for another language. */
export const STATE_WORDS: Record<CardState, string> = {
  planned: "Planned",
  done: "Done as planned",
  off: "Short or long",
  "far-off": "Far off plan",
  missed: "Missed",
  adapted: "Adapted",
  excused: "Excused",
  unplanned: "Unplanned",
};
