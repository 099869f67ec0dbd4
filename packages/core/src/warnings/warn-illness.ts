import { row } from "@repo/core/progress";
import { checkInsWithin, runsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 3;
const WORDS =
  /\b(fever|flu|influenza|covid|feeling (?:ill|sick)|got sick|bronchitis|chest infection|vomit\w*)\b/i;

/** Symptoms of heart and circulation: nobody trains before a doctor has looked (science.md §5.5). */
const HEART =
  /\b(chest (?:pain|tightness|pressure)|(?:pain|tightness|pressure) in (?:my |the )?chest|palpitations?|faint(?:ed|ing)|passed out|collapsed)\b/i;
const DENIED =
  /\b(?:no|without|not|never)\s+(?:more\s+|any\s+)?(?:\w+\s+)?(?:chest|palpitations?|faint\w*)/gi;

/** The athlete says to be ill: alone enough, and never scored. */
export const illness: WarningRule = {
  kind: "illness",
  judge({ log, day }) {
    const days = checkInsWithin(log, day, DAYS);
    const told = days.filter((checkIn) => checkIn.ill).length;
    const notes = [
      ...days.map((each) => each.notes),
      ...runsWithin(log, day, DAYS).map((run) => run.activity.notes),
    ];
    const written = notes.filter((note) => note && WORDS.test(note)).length;
    const heart = notes.filter((note) => note && HEART.test(note.replace(DENIED, " "))).length;
    if (told + written + heart === 0) return null;
    const evidence = [row("days marked ill", told, "days"), row("notes", written, "notes")];
    if (heart > 0) evidence.push(row("notes of chest pain, palpitations or fainting", heart, "notes"));
    return {
      severity: "error",
      title: heart > 0 ? "A note speaks of symptoms that a doctor must see" : titleOf(told),
      evidence,
      remedy: {
        code: "no-training-while-ill",
        text: "No training with fever, aches or chest symptoms; see a doctor about chest pain or palpitations. Begin again 24 h after the fever: easy, half the volume for three days.",
        retestDays: 3,
      },
    };
  },
  source: ["M116"],
  covers: ["missed-workouts", "under-recovery", "resting-hr-high", "hrv-out-of-band", "short-sleep"],
};

function titleOf(told: number): string {
  return told > 0 ? `Ill on ${told} of the last ${DAYS} days` : "A note speaks of illness";
}
