import { authWords } from "./words/auth.ts";

const WORDS = { auth: authWords } as const;

type Topic = keyof typeof WORDS;

/** The sentence for a reason code. A code without one shows itself, so that it is noticed and added. */
export function words(topic: Topic, code: string): string {
  const sentences: Readonly<Record<string, string>> = WORDS[topic];
  return sentences[code] ?? code;
}
