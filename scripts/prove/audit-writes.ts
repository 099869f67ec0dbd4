import type { ProvingGround } from "./proving-ground.ts";
import type { Acknowledged } from "./writing-clients.ts";

export type Audit = { lost: number; doubled: number; torn: number; stored: number };

type Counts = { doubled: number; torn: number; stored: number };

/** Compares what was acknowledged with what the database holds. */
export async function auditWrites(
  ground: ProvingGround,
  acknowledged: readonly Acknowledged[],
): Promise<Audit> {
  const rows = await ground.ask<{ id: string }>(COMPLETE);
  const kept = new Set(rows.map((row) => row.id));
  const lost = acknowledged.filter(({ mutationId }) => !kept.has(mutationId)).length;
  const [counts] = await ground.ask<Counts>(COUNTS);
  return { lost, doubled: counts?.doubled ?? -1, torn: counts?.torn ?? -1, stored: counts?.stored ?? -1 };
}

/** Mutations that have their answer and the activity the answer names. */
const COMPLETE = `
  select m.id from mutations m
    join activities a on a.id = (m.response->>'id')::uuid and a.athlete_id = m.athlete_id`;

/**
 * Doubled: two activities of one athlete with the same figures, which every write has to itself. Torn: half of
 * a transaction: a mutation without its answer or activity, an activity that no mutation answers for, or one
 * whose day does not wait to be computed again.
 */
const COUNTS = `
  select
    (select count(*)::int from activities) as stored,
    (select coalesce(sum(n - 1), 0)::int from (
       select count(*) as n from activities group by athlete_id, title having count(*) > 1) d) as doubled,
    (select count(*)::int from mutations m where m.response is null or not exists (
       select 1 from activities a where a.id = (m.response->>'id')::uuid and a.athlete_id = m.athlete_id))
    + (select count(*)::int from activities a where not exists (
       select 1 from mutations m where m.athlete_id = a.athlete_id and m.response->>'id' = a.id::text))
    + (select count(*)::int from activities a where not exists (
       select 1 from athlete_states s where s.athlete_id = a.athlete_id and s.dirty_from <= a.local_date)) as torn`;
