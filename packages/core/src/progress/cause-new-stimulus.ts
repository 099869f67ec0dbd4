import { type CauseRule, row } from "./cause-window.ts";
import { kindOfTitle } from "./kind-of-title.ts";

/** What remains when nothing else explains it ("none of the above", science.md §6.6): just above a faint sign of another cause. */
const STRENGTH = 0.3;
const MIN_RUNS = 12;

/** Everything is in place and still nothing moves: the body needs something different for a while (M123). */
export const newStimulusNeeded: CauseRule = {
  cause: "new-stimulus-needed",
  read(window) {
    if (window.runs.length < MIN_RUNS) return null;
    const names = window.quality.flatMap((session) => session.spec ?? namedBy(session.activity.title) ?? []);
    const told = window.quality.length === 0 || names.length > window.quality.length / 2;
    const evidence = [
      row("different hard sessions in 8 weeks", told ? new Set(names).size : null, "sessions"),
      row("hard sessions in 8 weeks", window.quality.length, "sessions"),
      row("runs in 8 weeks", window.runs.length, "runs"),
    ];
    return { strength: STRENGTH, evidence };
  },
  remedy: {
    code: "new-block",
    text: "Change the block for four to eight weeks: train for a mile, hills or trails, then test again.",
    weeks: 8,
  },
  source: ["M123", "M133"],
  cumulative: true,
};

/** "Morning run" names no session; "tempo" does. */
function namedBy(title: string | null | undefined): string | null {
  return title && kindOfTitle(title) === "quality" ? title.toLowerCase().trim() : null;
}
