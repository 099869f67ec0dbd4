import { formatExercises, STRENGTH_LIBRARY } from "@repo/core/strength";
import { WORKOUT_LIBRARY, type WorkoutKind } from "@repo/core/workouts";
import type { KeptWorkout } from "#features/workouts/use-kept.ts";
import { newClientId } from "#trpc/new-client-id.ts";
import { words } from "#words.ts";
import type { Op } from "./calendar-data.ts";

/** A workout that can be laid on a day. */
export type Offered = {
  id: string;
  title: string;
  kind: WorkoutKind;
  hard: boolean;
  text: string;
  /** Folder of a kept one; null for the product's own. */
  folder: string | null;
};

/** What stands for itself; strides and the like are added to others. */
const PRODUCT: Offered[] = [
  ...WORKOUT_LIBRARY.filter(({ addOn }) => !addOn).map((each) => ({ ...each, folder: null })),
  ...STRENGTH_LIBRARY.map(({ id, title, kind, sets }) => ({
    ...{ id, title, kind, hard: false },
    text: formatExercises(sets),
    folder: null,
  })),
];

/** Kept workouts, then those of the product, whose title, kind or folder holds every word that is searched for. */
export function searchOffered(kept: readonly KeptWorkout[], text: string): Offered[] {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  const own = kept.map((each) => ({ ...each, kind: each.kind as WorkoutKind }));
  return [...own, ...PRODUCT].filter(({ title, kind, folder }) => {
    const said = `${title} ${words("kind", kind)} ${folder ?? ""}`.toLowerCase();
    return parts.every((part) => said.includes(part));
  });
}

/** A workout of the library on a day. */
export function offeredOp({ id, title, kind, hard, text }: Offered, date: string): Op {
  return { op: "add", id: newClientId(), date, libraryId: id, title, kind, hard, text };
}
