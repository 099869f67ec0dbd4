import { AppError } from "@repo/core/errors";
import {
  insertLibraryVersions,
  insertLibraryWorkouts,
  listLibraryVersions,
  listLibraryWorkouts,
  updateLibraryWorkout,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { requireReadable } from "@repo/services/plan";
import type { z } from "zod";
import type {
  ArchiveWorkoutInput,
  FileWorkoutInput,
  KeepWorkoutsInput,
  ReviseWorkoutInput,
} from "./library-inputs.ts";

/** Every workout the caller keeps or others share with them. */
export function listLibrary(ctx: ServiceContext) {
  return listLibraryWorkouts(ctx.db, ctx.actor.userId);
}

/** The versions of one, the latest first; empty for one that is not there. */
export function libraryVersions(ctx: ServiceContext, { orgId, id }: { orgId: string; id: string }) {
  return listLibraryVersions(ctx.db, ctx.actor.userId, { orgId, id });
}

/**
 * Keeps some workouts, each as its first version: all of them or none.
 * @throws AppError INVALID naming the workout and the line of a text that cannot be read
 */
export function keepWorkouts(
  ctx: ServiceContext,
  request: z.output<typeof KeepWorkoutsInput>,
): Promise<{ ids: string[] }> {
  const { mutationId, orgId, workouts } = request;
  for (const { title, kind, text } of workouts) readable(kind, text, workouts.length > 1 ? title : null);
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request }, async () => {
    const authorId = ctx.actor.userId;
    await insertLibraryWorkouts(
      ctx.db,
      workouts.map((workout) => ({ ...workout, orgId, authorId, version: 1 })),
    );
    await insertLibraryVersions(
      ctx.db,
      workouts.map(({ id: workoutId, title, kind, hard, text }) => ({
        ...{ workoutId, orgId, authorId, version: 1 },
        ...{ title, kind, hard, text },
      })),
    );
    return { ids: workouts.map(({ id }) => id) };
  });
}

/**
 * Adds a version. What was planned from an earlier one stays as it is.
 * @throws AppError INVALID; CONFLICT when it is gone or has a newer version
 */
export function reviseWorkout(
  ctx: ServiceContext,
  request: z.output<typeof ReviseWorkoutInput>,
): Promise<{ version: number }> {
  const { mutationId, orgId, id, title, kind, hard, text } = request;
  readable(kind, text, null);
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request }, async () => {
    const version = request.version + 1;
    const said = { title, kind, hard, text };
    const row = await updateLibraryWorkout(
      ctx.db,
      { actorId: ctx.actor.userId, orgId },
      { id, version: request.version },
      { ...said, version },
    );
    if (!row) throw changedMeanwhile();
    await insertLibraryVersions(ctx.db, [
      { workoutId: id, orgId, version, ...said, authorId: ctx.actor.userId },
    ]);
    return { version };
  });
}

/**
 * Puts a kept workout in a folder, shares it, or says what it is for. Only its author takes it back from the others.
 * @throws AppError CONFLICT; INVALID for what is somebody else's to keep to oneself
 */
export function fileWorkout(
  ctx: ServiceContext,
  request: z.output<typeof FileWorkoutInput>,
): Promise<{ version: number }> {
  const { mutationId, orgId, id, version, facets } = request;
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request }, async () => {
    if (facets.isShared === false) await requireAuthor(ctx, id);
    const row = await updateLibraryWorkout(
      ctx.db,
      { actorId: ctx.actor.userId, orgId },
      { id, version },
      facets,
    );
    if (!row) throw changedMeanwhile();
    return { version: row.version };
  });
}

/** Puts a kept workout away; what was planned from it stays. @throws AppError CONFLICT */
export function archiveWorkout(ctx: ServiceContext, request: z.output<typeof ArchiveWorkoutInput>) {
  const { mutationId, orgId, id, version } = request;
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request }, async () => {
    const row = await updateLibraryWorkout(
      ctx.db,
      { actorId: ctx.actor.userId, orgId },
      { id, version },
      { archivedAt: ctx.now },
    );
    if (!row) throw changedMeanwhile();
    return { id };
  });
}

async function requireAuthor(ctx: ServiceContext, id: string): Promise<void> {
  const kept = (await listLibrary(ctx)).find((each) => each.id === id);
  if (!kept || kept.authorId === ctx.actor.userId) return;
  throw new AppError(
    "INVALID",
    "Only its author can keep this workout to themselves. Make a version of your own instead.",
    { field: "isShared" },
  );
}

function changedMeanwhile(): AppError {
  return new AppError("CONFLICT", "This workout is gone or has a newer version. Reload and try again.");
}

function readable(kind: Parameters<typeof requireReadable>[0], text: string, title: string | null): void {
  try {
    requireReadable(kind, text);
  } catch (thrown) {
    if (title === null || !(thrown instanceof AppError)) throw thrown;
    throw new AppError("INVALID", `${title}: ${thrown.message}`, { field: "workouts" });
  }
}
