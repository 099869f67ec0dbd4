import { row } from "@repo/core/progress";
import { heartIn, illnessIn } from "./read-note.ts";
import { checkInsWithin, runsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 3;

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
    const written = notes.flatMap((note) => illnessIn(note) ?? []);
    const heart = notes.flatMap((note) => heartIn(note) ?? []);
    if (told + written.length + heart.length === 0) return null;
    const evidence = [row("days marked ill", told, "days"), row("notes", written.length, "notes")];
    if (heart.length > 0)
      evidence.push(row("notes of chest pain, palpitations or fainting", heart.length, "notes"));
    for (const words of [...heart, ...written].slice(0, 1))
      evidence.push(row("in a note", `“${words}”`, null));
    return {
      severity: "error",
      title: heart.length > 0 ? "A note speaks of symptoms that a doctor must see" : titleOf(told),
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
