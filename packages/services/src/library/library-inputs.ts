import { Level } from "@repo/core/athlete";
import { FRESHNESS, LIBRARY_EVENTS, LIBRARY_PHASES, WorkoutKind } from "@repo/core/workouts";
import { z } from "zod";

const Title = z.string().trim().min(1).max(300);
const Text = z.string().min(1).max(10_000);
const said = { title: Title, kind: WorkoutKind, hard: z.boolean(), text: Text };

/** What a kept workout is for and where it lies; the same words as the library of the product. */
export const LibraryFacets = z.strictObject({
  folder: z.string().trim().max(80).default(""),
  isShared: z.boolean().default(true),
  purpose: z.string().trim().max(500).default(""),
  phases: z.array(z.enum(LIBRARY_PHASES)).max(LIBRARY_PHASES.length).default([]),
  events: z.array(z.enum(LIBRARY_EVENTS)).max(LIBRARY_EVENTS.length).default([]),
  level: Level.nullable().default(null),
  freshness: z.enum(FRESHNESS).default("any"),
});

/** Some new workouts, each with an id made by the client. */
export const KeepWorkoutsInput = z.strictObject({
  orgId: z.uuid(),
  mutationId: z.uuid(),
  workouts: z
    .array(z.strictObject({ id: z.uuid(), ...said, ...LibraryFacets.shape }))
    .min(1)
    .max(100),
});

const at = { orgId: z.uuid(), mutationId: z.uuid(), id: z.uuid(), version: z.int32().positive() };

/** The next version of a kept workout. */
export const ReviseWorkoutInput = z.strictObject({ ...at, ...said });
/** Where it lies and what it is for; makes no version. */
export const FileWorkoutInput = z.strictObject({ ...at, facets: LibraryFacets.partial() });
export const ArchiveWorkoutInput = z.strictObject(at);

/** Bytes of one file at most: a workout is a few kilobytes. */
export const MOST_FILE_BYTES = 256_000;

/** Workouts of other programs to look at: files in base64, or pasted text, several parted by a line of dashes. */
export const ReadWorkoutsInput = z.strictObject({
  orgId: z.uuid(),
  files: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        base64: z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 4),
      }),
    )
    .max(40)
    .default([]),
  text: z.string().max(100_000).default(""),
});
