import { type Cycle, cycleOfSeason } from "@repo/core/cycles";
import { AppError } from "@repo/core/errors";
import { isRun } from "@repo/core/season";
import { parseWorkout } from "@repo/core/workouts";
import { insertAuditEvent, insertCycle, insertCycleVersion, updateCycle } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { loadSeason } from "@repo/services/plan";
import type { z } from "zod";
import type {
  ArchiveCycleInput,
  CycleOfSeasonInput,
  SaveCycleInput,
  SaveVersionInput,
} from "./cycle-inputs.ts";

type In<Schema extends z.ZodType> = z.output<Schema> & { orgId: string };

/**
 * What a season or some of its weeks would be as a cycle; nothing is stored.
 * @throws AppError NOT_FOUND; INVALID when there are no such weeks
 */
export async function seasonAsCycle(
  ctx: ServiceContext,
  input: z.output<typeof CycleOfSeasonInput> & { athleteId: string },
) {
  const { outline, season } = await loadSeason(ctx, input);
  const range = { ...(input.from ? { from: input.from } : {}), ...(input.to ? { to: input.to } : {}) };
  return { name: outline.season.name, content: cycleOfSeason(season, range) };
}

/**
 * Keeps a new cycle for the organisation, as its first version.
 * @throws AppError INVALID naming week and workout of a text that cannot be read
 */
export function saveCycle(
  ctx: ServiceContext,
  input: In<typeof SaveCycleInput>,
): Promise<{ cycleId: string }> {
  const { mutationId, orgId, id, name, about, content } = input;
  requireReadable(content);
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request: input }, async () => {
    const authorId = ctx.actor.userId;
    await insertCycle(ctx.db, { id, orgId, authorId, name, about });
    await insertCycleVersion(ctx.db, { cycleId: id, orgId, version: 1, content, authorId });
    await insertAuditEvent(ctx.db, {
      kind: "cycle-saved",
      actorId: authorId,
      orgId,
      detail: { cycleId: id },
    });
    return { cycleId: id };
  });
}

/**
 * Adds a version to a cycle. Seasons that were made from an earlier one stay as they are until it is rolled out.
 * @throws AppError NOT_FOUND; CONFLICT when somebody else added one meanwhile; INVALID naming week and workout
 */
export function saveCycleVersion(
  ctx: ServiceContext,
  input: In<typeof SaveVersionInput>,
): Promise<{ version: number }> {
  const { mutationId, orgId, cycleId, note, content } = input;
  requireReadable(content);
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request: input }, async () => {
    const version = input.version + 1;
    const row = await updateCycle(ctx.db, orgId, { id: cycleId, version: input.version }, { version });
    if (!row) throw changedMeanwhile();
    await insertCycleVersion(ctx.db, { cycleId, orgId, version, content, note, authorId: ctx.actor.userId });
    return { version };
  });
}

/** Puts a cycle away; seasons that were made from it stay. @throws AppError CONFLICT */
export async function archiveCycle(ctx: ServiceContext, input: In<typeof ArchiveCycleInput>) {
  const at = { id: input.cycleId, version: input.version };
  const row = await updateCycle(ctx.db, input.orgId, at, { archivedAt: ctx.now });
  if (!row) throw changedMeanwhile();
  return { cycleId: row.id };
}

function changedMeanwhile(): AppError {
  return new AppError("CONFLICT", "This cycle is gone or has a newer version. Reload it and try again.");
}

function requireReadable(cycle: Cycle): void {
  cycle.weeks.forEach(({ workouts }, at) => {
    for (const { kind, text, title } of workouts) {
      if (!text || !isRun(kind) || kind === "race") continue;
      const parsed = parseWorkout(text);
      if (parsed.ok) continue;
      const [fault] = parsed.errors;
      const where = `Week ${at + 1}, ${title}, line ${fault?.line ?? 1}`;
      throw new AppError("INVALID", `${where}: “${fault?.found}” cannot be read. Write ${fault?.expected}.`, {
        field: "content",
      });
    }
  });
}
