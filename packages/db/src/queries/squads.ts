import { and, asc, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { comments, consents, squadMembers, squads } from "../schema/index.ts";
import { uuids } from "./uuids.ts";

export type Squad = { id: string; orgId: string; name: string; athleteIds: string[] };

/** The squads of every organisation in which the actor works, with those athletes whom the actor may see. */
export async function listSquads(tx: Tx): Promise<Squad[]> {
  const rows = await tx
    .select({
      id: squads.id,
      orgId: squads.orgId,
      name: squads.name,
      athleteIds: sql<
        string[]
      >`coalesce(json_agg(${squadMembers.athleteId} order by ${squadMembers.athleteId})
        filter (where ${squadMembers.athleteId} is not null), '[]'::json)`,
    })
    .from(squads)
    .leftJoin(squadMembers, eq(squadMembers.squadId, squads.id))
    .where(sql`${squads.orgId} = any (string_to_array(current_setting('app.org_staff'), ',')::uuid[])`)
    .groupBy(squads.id, squads.orgId, squads.name)
    .orderBy(asc(squads.name), asc(squads.id));
  return rows;
}

/** Makes a squad or gives it another name; false where another of the organisation has it. */
export async function upsertSquad(
  tx: Tx,
  squad: { id: string; orgId: string; name: string },
): Promise<boolean> {
  const taken = await tx
    .select({ id: squads.id })
    .from(squads)
    .where(and(eq(squads.orgId, squad.orgId), eq(squads.name, squad.name), sql`${squads.id} <> ${squad.id}`));
  if (taken.length > 0) return false;
  await tx
    .insert(squads)
    .values(squad)
    .onConflictDoUpdate({
      target: squads.id,
      set: { name: squad.name },
      setWhere: eq(squads.orgId, squad.orgId),
    });
  return true;
}

/**
 * Who of some athletes is in a squad from now on: those of them whom the actor coaches in its organisation. Members whom
 * the actor may not see stay. Gives back who was taken in.
 */
export async function replaceSquadMembers(
  tx: Tx,
  of: { squadId: string; orgId: string; coachId: string; athleteIds: readonly string[] },
): Promise<string[]> {
  const { squadId, orgId, coachId, athleteIds } = of;
  const rows = await tx.execute<{ athlete_id: string }>(sql`
    insert into ${squadMembers} (squad_id, org_id, athlete_id)
    select ${squadId}::uuid, ${orgId}::uuid, c.athlete_id from ${consents} c
    where c.org_id = ${orgId} and c.coach_id = ${coachId} and c.scope = 'training' and c.revoked_at is null
      and c.athlete_id = any (${uuids(athleteIds)})
    on conflict (squad_id, athlete_id) do nothing
    returning athlete_id`);
  await tx
    .delete(squadMembers)
    .where(
      and(
        eq(squadMembers.squadId, squadId),
        eq(squadMembers.orgId, orgId),
        athleteIds.length > 0 ? notInArray(squadMembers.athleteId, [...athleteIds]) : undefined,
      ),
    );
  return rows.map(({ athlete_id }) => athlete_id);
}

export async function deleteSquad(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(squads)
    .where(and(eq(squads.id, id), eq(squads.orgId, orgId)))
    .returning({ id: squads.id });
  return rows.length > 0;
}

/** The same word to many athletes in one statement; gives back who got it: those whom the actor coaches. */
export async function insertComments(
  tx: Tx,
  said: {
    authorId: string;
    body: string;
    isPrivate: boolean;
    to: readonly { id: string; athleteId: string }[];
  },
): Promise<string[]> {
  const rows = await tx.execute<{ athlete_id: string }>(sql`
    insert into ${comments} (id, athlete_id, org_id, author_id, body, is_private)
    select r.id, r."athleteId", c.org_id, ${said.authorId}::uuid, ${said.body}, ${said.isPrivate}
    from json_to_recordset(${JSON.stringify(said.to)}::json) as r(id uuid, "athleteId" uuid)
    join lateral (select o.org_id from ${consents} o where o.athlete_id = r."athleteId"
      and o.coach_id = ${said.authorId} and o.scope = 'training' and o.revoked_at is null
      and o.org_id = any (string_to_array(current_setting('app.org_staff'), ',')::uuid[])
      order by o.org_id limit 1) c on true
    returning athlete_id`);
  return rows.map(({ athlete_id }) => athlete_id);
}
