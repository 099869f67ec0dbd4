import { LIFTING } from "./library-lifting.ts";
import { SMALL_SESSIONS } from "./library-small.ts";
import type { StrengthSession } from "./schema.ts";

/** The articles' strength, plyometric, drill, activation, mobility and prehab sessions with their doses (M82–M105). */
export const STRENGTH_LIBRARY: readonly StrengthSession[] = [...LIFTING, ...SMALL_SESSIONS];

/** The session of an id, or null when there is none. */
export function strengthLibrarySession(id: string): StrengthSession | null {
  return STRENGTH_LIBRARY.find((candidate) => candidate.id === id) ?? null;
}
