import { createDb } from "../../../packages/db/src/client.ts";
import { withActor } from "../../../packages/db/src/context.ts";
import { newId } from "../../../packages/db/src/new-id.ts";
import { listActivities } from "../../../packages/db/src/queries/activities.ts";
import { getAthleteState, markDirty } from "../../../packages/db/src/queries/athlete-states.ts";
import { listLoadYears } from "../../../packages/db/src/queries/load-series.ts";
import { recomputeLoad } from "../../../packages/services/src/load/recompute-load.ts";
import { deleteActivity, editActivity } from "../../../packages/services/src/training/edit-activity.ts";
import { logActivity } from "../../../packages/services/src/training/log-activity.ts";
import type { ProvingGround } from "../../prove/proving-ground.ts";

const NOW = new Date("2026-11-26T12:00:00Z");

/** Edits the past of some athletes at random and counts those whose numbers differ in any bit from a full rebuild. */
export async function countDifferent(ground: ProvingGround, athletes: number): Promise<number> {
  const web = createDb(ground.appUrl, { max: 2, waitForConnectionMs: 120_000 });
  const ids = await ground.ask<{ id: string }>(
    `select distinct athlete_id as id from activities order by 1 limit ${athletes}`,
  );
  let [seed, different] = [7, 0];
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  try {
    for (const { id: userId } of ids) {
      const as = <T>(work: (ctx: Parameters<typeof logActivity>[0]) => Promise<T>) =>
        withActor(web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
      const rebuild = async () => {
        await as((ctx) => markDirty(ctx.db, userId, "1900-01-01"));
        await as((ctx) => recomputeLoad(ctx.db, userId, { now: NOW }));
      };
      // A copy's ids order the sessions of a day anew, and with them what a calibration has seen before each.
      await rebuild();
      for (let edit = 0; edit < 4; edit += 1) {
        await as(async (ctx) => {
          const rows = await listActivities(ctx.db, userId, { from: "1900-01-01", to: "2199-12-31" });
          const row = rows[random(rows.length)];
          if (!row) return;
          const target = { mutationId: newId(), id: row.id };
          if (edit === 0) await deleteActivity(ctx, target);
          else if (edit === 1)
            await editActivity(ctx, {
              ...target,
              version: row.version,
              durationS: row.durationS + 60 + random(600),
            });
          else {
            const run = {
              sport: "run" as const,
              distanceM: 5_000 + random(9_000),
              durationS: 2_000 + random(3_000),
              rpe: null,
              feel: null,
            };
            await logActivity(ctx, { ...target, id: newId(), localDate: row.localDate, ...run });
          }
          await recomputeLoad(ctx.db, userId, { now: NOW });
        });
      }
      const numbers = () =>
        as(async ({ db }) => {
          const state = await getAthleteState(db, userId);
          const {
            rev: _r,
            updatedAt: _u,
            dirtySeq: _d,
            needsJudging: _n,
            ...kept
          } = state as NonNullable<typeof state>;
          return JSON.stringify([kept, await listLoadYears(db, userId, { from: 1900, to: 2200 })]);
        });
      const incremental = await numbers();
      await rebuild();
      if ((await numbers()) !== incremental) different += 1;
    }
  } finally {
    await web.close();
  }
  return different;
}
