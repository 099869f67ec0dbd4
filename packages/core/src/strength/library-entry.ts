import { parseExercises } from "./exercise-text.ts";
import type { StrengthSession } from "./schema.ts";

type Entry = Omit<StrengthSession, "sets" | "ownNumbers" | "level" | "fresh"> & {
  text: string;
  level?: StrengthSession["level"];
  fresh?: boolean;
  ownNumbers?: boolean;
};

/** A session of the library: its exercises in the text language, and what most sessions share by default. */
export function session({ text, ...rest }: Entry): StrengthSession {
  const parsed = parseExercises(text);
  if (!parsed.ok) throw new RangeError(`${rest.id}: ${JSON.stringify(parsed.errors)}`);
  return { level: "beginner", fresh: false, ownNumbers: false, ...rest, sets: parsed.sets };
}
