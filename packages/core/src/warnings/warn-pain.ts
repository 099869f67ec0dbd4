import { row } from "@repo/core/progress";
import { painIn } from "./read-note.ts";
import { checkInsWithin, runsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 4;
const MIN_LEVEL = 3;
/** Pain that is told in a check-in or a note: alone enough, and never scored. */
export const pain: WarningRule = {
  kind: "pain",
  judge({ log, day }) {
    const days = checkInsWithin(log, day, DAYS);
    const told = days.flatMap((checkIn) =>
      checkIn.pain && checkIn.pain.level >= MIN_LEVEL ? [checkIn.pain] : [],
    );
    const worst = told.sort((a, b) => b.level - a.level)[0];
    const notes = [
      ...days.map((each) => each.notes),
      ...runsWithin(log, day, DAYS).map((run) => run.activity.notes),
    ];
    const written = notes.flatMap((note) => painIn(note) ?? []);
    if (!worst && written.length === 0) return null;
    return {
      severity: worst && worst.level >= 6 ? "error" : "warn",
      title: worst ? `Pain: ${worst.site}, ${worst.level} of 10` : "A note speaks of pain",
      evidence: [
        row("worst pain told", worst?.level ?? null, "of 10", MIN_LEVEL),
        row("notes that speak of pain", written.length, "notes"),
        ...written.slice(0, 1).map((words) => row("in a note", `“${words}”`, null)),
      ],
      remedy: {
        code: "rest-and-see",
        text: "Stop running where pain changes the stride, is felt in a bone or at night, and have it seen; otherwise easy and short for three days.",
        retestDays: 3,
      },
    };
  },
  source: ["M69"],
};
