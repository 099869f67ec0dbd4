import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { activities, athletes, plannedWorkouts, results, users } from "../schema/index.ts";
import { consentedAthletes } from "./authorization.ts";
import type { DayRange } from "./day-range.ts";

type Asked = { coachId: string; athleteIds: readonly string[] };

/** Those of some athletes who share their training with a coach, by name. */
export function listExportable(tx: Tx, { coachId, athleteIds }: Asked) {
  return tx
    .select({ athleteId: athletes.athleteId, name: users.name })
    .from(athletes)
    .innerJoin(users, eq(users.id, athletes.athleteId))
    .where(
      and(
        inArray(athletes.athleteId, [...athleteIds]),
        inArray(athletes.athleteId, consentedAthletes(tx, { coachId, scope: "training" })),
        isNull(athletes.deletedAt),
      ),
    )
    .orderBy(asc(users.name), asc(athletes.athleteId));
}

/** What was planned, done and raced by some athletes on some days: three statements, however many athletes. */
export async function listExported(tx: Tx, athleteIds: readonly string[], { from, to }: DayRange) {
  if (athleteIds.length === 0) return { planned: [], done: [], raced: [] };
  const ids = [...athleteIds];
  const w = plannedWorkouts;
  const planned = await tx
    .select({
      athleteId: w.athleteId,
      date: w.localDate,
      title: w.title,
      kind: w.kind,
      status: w.status,
      grade: sql<string | null>`${w.grade} ->> 'grade'`,
      distanceM: w.distanceM,
      durationS: w.durationS,
      loadX10: w.loadX10,
      text: w.text,
    })
    .from(w)
    .where(
      and(
        inArray(w.athleteId, ids),
        sql`${w.localDate} between ${from} and ${to}`,
        isNull(w.deletedAt),
        eq(w.isAssigned, true),
      ),
    )
    .orderBy(asc(w.athleteId), asc(w.localDate), asc(w.position), asc(w.id));
  const a = activities;
  const done = await tx
    .select({
      athleteId: a.athleteId,
      date: a.localDate,
      startAt: a.startAt,
      sport: a.sport,
      title: a.title,
      distanceM: a.distanceM,
      durationS: a.durationS,
      elevationGainM: a.elevationGainM,
      avgHrBpm: a.avgHrBpm,
      maxHrBpm: a.maxHrBpm,
      rpe: a.rpe,
      feel: a.feel,
      loadX10: a.loadX10,
      notes: a.notes,
    })
    .from(a)
    .where(and(inArray(a.athleteId, ids), sql`${a.localDate} between ${from} and ${to}`, isNull(a.deletedAt)))
    .orderBy(asc(a.athleteId), asc(a.localDate), asc(a.startAt), asc(a.id));
  const r = results;
  const raced = await tx
    .select({
      athleteId: r.athleteId,
      date: r.localDate,
      kind: r.kind,
      name: r.name,
      distanceM: r.distanceM,
      timeS: r.timeS,
    })
    .from(r)
    .where(and(inArray(r.athleteId, ids), sql`${r.localDate} between ${from} and ${to}`, isNull(r.deletedAt)))
    .orderBy(asc(r.athleteId), asc(r.localDate), asc(r.id));
  return { planned, done, raced };
}

export type Exported = Awaited<ReturnType<typeof listExported>>;
