import { row } from "@repo/core/progress";
import { checkInsWithin, runsWithin, type WarningRule } from "./warning-context.ts";

const DAYS = 4;
const MIN_LEVEL = 3;
const WORDS =
  /\b(injur(?:y|ed)|limp(?:ing|ed)?|shin splints?|stress (?:fracture|reaction)|(?:bone|night) pain|plantar|it ?band|(?:knee|calf|calves|achilles|shin|hamstring|foot|feet|ankle|hip|groin|heel|quad|back|glute|leg)s?\b.{0,24}\b(?:pain(?:ful)?|hurt(?:s|ing)?|sore|ache[sd]?|aching|tight|tweak(?:ed)?|strain(?:ed)?|pulled|bother(?:ing|ed)?)|(?:pain(?:ful)?|hurt(?:s|ing)?|sore|ache[sd]?|aching|tweak(?:ed)?|strain(?:ed)?|pulled)\b.{0,24}\b(?:knee|calf|calves|achilles|shin|hamstring|foot|feet|ankle|hip|groin|heel|quad|back|glute)s?)\b/i;
const NEGATED = /\b(no|without|less|free of|pain[- ]free)\s+(?:\w+\s+)?(pain|hurt|sore)/i;

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
    const written = notes.filter((note) => note && WORDS.test(note) && !NEGATED.test(note)).length;
    if (!worst && written === 0) return null;
    return {
      severity: worst && worst.level >= 6 ? "error" : "warn",
      title: worst ? `Pain: ${worst.site}, ${worst.level} of 10` : "A note speaks of pain",
      evidence: [
        row("worst pain told", worst?.level ?? null, "of 10", MIN_LEVEL),
        row("notes that speak of pain", written, "notes"),
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
