import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { cycleAssignments, plannedWorkouts, seasonPhases, seasons, seasonWeeks } from "../schema/index.ts";
import { weeksOf, workoutsOf } from "./cycle-season-parts.ts";
import { uuids } from "./uuids.ts";

/** An assigned season that came from a cycle, as far as a roll-out must know it. */
export type CycleSeason = {
  athleteId: string;
  seasonId: string;
  name: string;
  version: number;
  anchor: "start" | "race";
  anchorOn: string;
  /** What its easy and long running was scaled by. */
  scale: number;
  weeks: { start: string; phase: string; targetKm: number | null; cutback: boolean }[];
  /** Everything that stands in it, removed workouts too: a removed one was touched by somebody. */
  workouts: { id: string; date: string; status: string; isEdited: boolean }[];
};

/** Every assigned season of a cycle that has not ended, of athletes whom the actor may plan for: one statement. */
export async function listCycleSeasons(
  tx: Tx,
  { cycleId, today }: { cycleId: string; today: string },
): Promise<CycleSeason[]> {
  const rows = await tx.execute<{ row: CycleSeason }>(sql`
    select json_build_object('athleteId', s.athlete_id, 'seasonId', s.id, 'name', s.name, 'version', a.version,
      'anchor', a.anchor, 'anchorOn', a.anchor_on, 'scale', a.scale,
      'weeks', ${weeksOf("s")},
      'workouts', ${workoutsOf("s")}) as row
    from ${cycleAssignments} a
    join ${seasons} s on s.id = a.season_id and s.athlete_id = a.athlete_id
    where a.cycle_id = ${cycleId} and s.status = 'assigned' and s.ends_on >= ${today}
      and s.athlete_id = any (string_to_array(current_setting('app.vis_training_write'), ',')::uuid[])
    order by s.athlete_id, s.starts_on, s.id
    for update of s`);
  return rows.map(({ row }) => row);
}

type Of = { athleteId: string; seasonId: string };

/** Takes the workouts that a roll-out replaces off for good: nobody touched them. One statement. */
export async function deleteManyWorkouts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`delete from ${plannedWorkouts} where id = any (${uuids(ids)})`);
}

/** Makes way for the phases and weeks of a new version and notes it: four statements, however many seasons. */
export async function renewCycleSeasons(
  tx: Tx,
  renewed: readonly (Of & { startsOn: string; endsOn: string; request: unknown; version: number })[],
): Promise<void> {
  if (renewed.length === 0) return;
  const of = (table: SQL) =>
    sql`delete from ${table} o using ${recordset(renewed)} where o.season_id = r."seasonId" and o.athlete_id = r."athleteId"`;
  await tx.execute(of(sql`${seasonPhases}`));
  await tx.execute(of(sql`${seasonWeeks}`));
  await tx.execute(sql`
    update ${seasons} s set starts_on = r."startsOn", ends_on = r."endsOn", request = r.request,
      version = s.version + 1, updated_at = now()
    from ${recordset(renewed)} where s.id = r."seasonId" and s.athlete_id = r."athleteId"`);
  await tx.execute(sql`
    update ${cycleAssignments} a set version = r.version, updated_at = now()
    from ${recordset(renewed)} where a.season_id = r."seasonId" and a.athlete_id = r."athleteId"`);
}

function recordset(rows: readonly unknown[]): SQL {
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as r("athleteId" uuid, "seasonId" uuid, "startsOn" date,
    "endsOn" date, request jsonb, version integer)`;
}
