import { row } from "@repo/core/progress";
import { checkInsWithin, runsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 3;
const WORDS =
  /\b(fever|flu|influenza|covid|feeling (?:ill|sick)|got sick|bronchitis|chest infection|vomit\w*)\b/i;

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
    if (told + written === 0) return null;
    return {
      severity: "error",
      title: told > 0 ? `Ill on ${told} of the last ${DAYS} days` : "A note speaks of illness",
      evidence: [row("days marked ill", told, "days"), row("notes", written, "notes")],
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
