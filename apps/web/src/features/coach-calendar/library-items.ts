import { WORKOUT_LIBRARY } from "@repo/core/workouts";
import { newClientId } from "#trpc/new-client-id.ts";
import { words } from "#words.ts";
import type { Op } from "./calendar-data.ts";

/** The workouts that stand for themselves; strides and the like are added to others. */
const WHOLE = WORKOUT_LIBRARY.filter(({ addOn }) => !addOn);

export function libraryOptions() {
  return WHOLE.map(({ id, title, kind }) => ({ id, label: title, detail: words("kind", kind) }));
}

export function libraryWorkout(id: string) {
  return WHOLE.find((each) => each.id === id) ?? null;
}

/** Those whose title or kind holds every word that is searched for. */
export function searchLibrary(text: string) {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return WHOLE.filter(({ title, kind }) => {
    const said = `${title} ${words("kind", kind)}`.toLowerCase();
    return parts.every((part) => said.includes(part));
  });
}

/** A workout of the library on a day. */
export function libraryOp(id: string, date: string): Op | null {
  const found = libraryWorkout(id);
  if (!found) return null;
  const { title, kind, hard, text } = found;
  return { op: "add", id: newClientId(), date, libraryId: id, title, kind, hard, text };
}
