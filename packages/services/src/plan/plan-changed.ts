import { markForJudging } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { refreshSummary } from "@repo/services/load";
import type { LoadedSeason } from "./load-season.ts";

/** What follows from a changed plan that the athlete sees: ribbon and squares of the roster, and a new judgement. */
export async function planChanged(
  ctx: ServiceContext,
  { athleteId, today, outline }: Pick<LoadedSeason, "athleteId" | "today" | "outline">,
): Promise<void> {
  if (outline.season.status !== "assigned") return;
  await markForJudging(ctx.db, athleteId);
  await refreshSummary(ctx.db, athleteId, today);
}
