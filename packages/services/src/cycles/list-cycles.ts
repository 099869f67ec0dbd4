import { Cycle, classicCycles } from "@repo/core/cycles";
import { getLastRollOut, listCycleVersions, listCycles as listRows } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { CycleRef } from "./cycle-inputs.ts";
import { outlineOf } from "./cycle-outline.ts";
import { sourceOf } from "./cycle-source.ts";

/** The organisation's own cycles, and the plans that come with the product. */
export async function listCycles(ctx: ServiceContext, orgId: string) {
  const own = await listRows(ctx.db, orgId);
  return {
    own: own.map(({ content, ...row }) => ({ ...row, ...outlineOf(Cycle.parse(content)) })),
    classic: classicCycles().map(({ id, name, fromKm, source, content }) => ({
      id,
      name,
      fromKm,
      source: [...source],
      ...outlineOf(content()),
    })),
  };
}

/**
 * One cycle with every workout, the versions it has had, and the last roll-out that can be taken back.
 * @throws AppError NOT_FOUND
 */
export async function getCycle(ctx: ServiceContext, { orgId, cycle }: { orgId: string; cycle: CycleRef }) {
  const source = await sourceOf(ctx, orgId, cycle);
  const versions = source.cycleId ? await listCycleVersions(ctx.db, orgId, source.cycleId) : [];
  const rollOut = source.cycleId ? await getLastRollOut(ctx.db, source.cycleId) : null;
  return { ...source, ...outlineOf(source.content), versions, rollOut };
}
