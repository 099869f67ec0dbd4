import { Cycle, findClassicCycle } from "@repo/core/cycles";
import { AppError } from "@repo/core/errors";
import { getCycle } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import type { CycleRef } from "./cycle-inputs.ts";

/** A cycle with what it holds, wherever it comes from. */
export type SourcedCycle = {
  cycleId: string | null;
  classicId: string | null;
  name: string;
  about: string;
  version: number;
  content: Cycle;
};

/**
 * The latest version of an organisation's cycle, or a plan that comes with the product.
 * @throws AppError NOT_FOUND
 */
export async function sourceOf(ctx: ServiceContext, orgId: string, ref: CycleRef): Promise<SourcedCycle> {
  if ("classicId" in ref) {
    const classic = findClassicCycle(ref.classicId);
    if (!classic) throw new AppError("NOT_FOUND", "There is no such plan.");
    const { id, name, content } = classic;
    return { cycleId: null, classicId: id, name, about: "", version: 1, content: content() };
  }
  const found = await getCycle(ctx.db, orgId, { id: ref.cycleId });
  if (!found) throw new AppError("NOT_FOUND", "There is no such cycle.");
  const { id, name, about } = found.cycle;
  return {
    cycleId: id,
    classicId: null,
    name,
    about,
    version: found.version,
    content: Cycle.parse(found.content),
  };
}
