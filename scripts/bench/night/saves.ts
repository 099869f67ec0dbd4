import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../../packages/db/src/client.ts";
import { withActor } from "../../../packages/db/src/context.ts";
import { newId } from "../../../packages/db/src/new-id.ts";
import { getAthleteState } from "../../../packages/db/src/queries/athlete-states.ts";
import { recomputeLoad } from "../../../packages/services/src/load/recompute-load.ts";
import { logActivity } from "../../../packages/services/src/training/log-activity.ts";
import type { ProvingGround } from "../../prove/proving-ground.ts";

/** Saves a second, at fixed times: a slow one does not hold up the next. */
const RATE = 10;
const NOW = new Date("2026-11-25T13:30:00Z");

/** Saves activities as athletes do while something runs; how long until another connection reads the new numbers. */
export async function saveWhile(
  ground: ProvingGround,
  running: Promise<unknown>,
): Promise<{ medianMs: number; p99Ms: number; count: number }> {
  const web = createDb(ground.appUrl, { max: 6, waitForConnectionMs: 120_000 });
  const ids = (
    await ground.ask<{ id: string }>(
      "select distinct athlete_id as id from activities order by 1 desc limit 240",
    )
  ).map((row) => row.id);
  const times: number[] = [];
  const saves: Promise<void>[] = [];
  let over = false;
  const end = running.then(() => {
    over = true;
  });
  for (let count = 0; !over || count < 20; count += 1) {
    saves.push(save(web, ids[count % ids.length] as string).then((ms) => void times.push(ms)));
    await pause(1_000 / RATE);
  }
  await Promise.all([...saves, end]);
  await web.close();
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { medianMs: at(0.5), p99Ms: at(0.99), count: sorted.length };
}

async function save(web: ReturnType<typeof createDb>, userId: string): Promise<number> {
  const startedAt = performance.now();
  const before = await revOf(web, userId);
  await withActor(web, { userId }, async (tx) => {
    const ctx = { db: tx, actor: { userId }, now: NOW };
    const run = { sport: "run" as const, distanceM: 8_000, durationS: 2_700, rpe: 4, feel: null };
    await logActivity(ctx, { mutationId: newId(), id: newId(), localDate: "2026-11-25", ...run });
    await recomputeLoad(tx, userId, { now: NOW });
  });
  if ((await revOf(web, userId)) <= before) throw new Error("a save left the old numbers");
  return performance.now() - startedAt;
}

async function revOf(web: ReturnType<typeof createDb>, userId: string): Promise<number> {
  return (await withActor(web, { userId }, (tx) => getAthleteState(tx, userId)))?.rev ?? 0;
}
