import { authWords } from "./words/auth.ts";
import { levelWords, weekdayLongWords, weekdayWords } from "./words/days.ts";
import { invitationWords } from "./words/invitation.ts";
import { roleMeanings, roleWords, scopeMeanings, scopeWords } from "./words/people.ts";
import { adviceWords, eventWords, freshnessWords, kindWords, phaseWords, stepWords } from "./words/plan.ts";
import { warningWords } from "./words/warnings.ts";

const WORDS = {
  advice: adviceWords,
  auth: authWords,
  level: levelWords,
  event: eventWords,
  freshness: freshnessWords,
  weekday: weekdayWords,
  weekdayLong: weekdayLongWords,
  invitation: invitationWords,
  kind: kindWords,
  phase: phaseWords,
  role: roleWords,
  roleMeaning: roleMeanings,
  scope: scopeWords,
  scopeMeaning: scopeMeanings,
  step: stepWords,
  warning: warningWords,
} as const;

type Topic = keyof typeof WORDS;

/** The sentence for a reason code. A code without one shows itself, so that it is noticed and added. */
export function words(topic: Topic, code: string): string {
  const sentences: Readonly<Record<string, string>> = WORDS[topic];
  return Object.hasOwn(sentences, code) ? (sentences[code] ?? code) : code;
}
