import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { checkIns, checkInsMedical } from "../schema/check-ins.ts";

export type CheckInRow = typeof checkIns.$inferSelect;
export type MedicalCheckInRow = typeof checkInsMedical.$inferSelect;
export type CheckInFields = Omit<typeof checkIns.$inferInsert, "athleteId" | "localDate" | "version">;
export type MedicalCheckInFields = Omit<
  typeof checkInsMedical.$inferInsert,
  "athleteId" | "localDate" | "version"
>;

/** Saves a day's check-in; fields that are not given keep what was saved before. */
export async function upsertCheckIn(
  db: Tx,
  athleteId: string,
  localDate: string,
  fields: CheckInFields,
): Promise<CheckInRow> {
  const [row] = await db
    .insert(checkIns)
    .values({ ...fields, athleteId, localDate })
    .onConflictDoUpdate({
      target: [checkIns.athleteId, checkIns.localDate],
      set: { ...fields, version: sql`${checkIns.version} + 1` },
    })
    .returning();
  if (!row) throw new Error("a check-in was not written");
  return row;
}

/** Saves illness and pain of a day, which have a consent of their own. */
export async function upsertMedicalCheckIn(
  db: Tx,
  athleteId: string,
  localDate: string,
  fields: MedicalCheckInFields,
): Promise<void> {
  await db
    .insert(checkInsMedical)
    .values({ ...fields, athleteId, localDate })
    .onConflictDoUpdate({
      target: [checkInsMedical.athleteId, checkInsMedical.localDate],
      set: { ...fields, version: sql`${checkInsMedical.version} + 1` },
    });
}

/** Check-ins from one day to another (both included), oldest first, each with its medical part where visible. */
export async function listCheckIns(
  db: Tx,
  athleteId: string,
  range: { from: string; to: string },
): Promise<{ checkIn: CheckInRow | null; medical: MedicalCheckInRow | null; localDate: string }[]> {
  const [daily, medical] = await Promise.all([
    db
      .select()
      .from(checkIns)
      .where(
        and(
          eq(checkIns.athleteId, athleteId),
          gte(checkIns.localDate, range.from),
          lte(checkIns.localDate, range.to),
        ),
      )
      .orderBy(asc(checkIns.localDate)),
    db
      .select()
      .from(checkInsMedical)
      .where(
        and(
          eq(checkInsMedical.athleteId, athleteId),
          gte(checkInsMedical.localDate, range.from),
          lte(checkInsMedical.localDate, range.to),
        ),
      ),
  ]);
  const byDay = new Map(daily.map((row) => [row.localDate, row]));
  const medicalByDay = new Map(medical.map((row) => [row.localDate, row]));
  const days = [...new Set([...byDay.keys(), ...medicalByDay.keys()])].sort();
  return days.map((localDate) => ({
    localDate,
    checkIn: byDay.get(localDate) ?? null,
    medical: medicalByDay.get(localDate) ?? null,
  }));
}

type NewCheckIn = Omit<typeof checkIns.$inferInsert, "athleteId">;
type NewMedicalCheckIn = Omit<typeof checkInsMedical.$inferInsert, "athleteId">;

/** Adds the check-ins of many days; days that have one keep it. */
export async function insertCheckIns(db: Tx, athleteId: string, days: readonly NewCheckIn[]): Promise<void> {
  for (let at = 0; at < days.length; at += 500) {
    const rows = days.slice(at, at + 500).map((day) => ({ ...day, athleteId }));
    await db.insert(checkIns).values(rows).onConflictDoNothing();
  }
}

/** Adds illness and pain of many days; days that have an entry keep it. */
export async function insertMedicalCheckIns(
  db: Tx,
  athleteId: string,
  days: readonly NewMedicalCheckIn[],
): Promise<void> {
  if (days.length === 0) return;
  await db
    .insert(checkInsMedical)
    .values(days.map((day) => ({ ...day, athleteId })))
    .onConflictDoNothing();
}

const FILLED = [
  "sleepHours",
  "sleepQuality",
  "restingHrBpm",
  "hrvRmssdMs",
  "fatigue",
  "soreness",
  "stress",
  "mood",
  "motivation",
  "appetite",
  "legs",
  "notes",
] as const;

/** Adds the check-ins of many days; on days that have one only what is not recorded is filled in. */
export async function mergeCheckIns(
  db: Tx,
  athleteId: string,
  days: readonly NewCheckIn[],
): Promise<{ added: number; filled: number }> {
  const columns = FILLED.map((name) => checkIns[name]);
  const set = Object.fromEntries(
    FILLED.map((name, index) => [
      name,
      sql`coalesce(${columns[index]}, excluded.${sql.identifier(snake(name))})`,
    ]),
  );
  const isNews = sql.join(
    FILLED.map(
      (name, index) =>
        sql`(${columns[index]} is null and excluded.${sql.identifier(snake(name))} is not null)`,
    ),
    sql` or `,
  );
  const sum = { added: 0, filled: 0 };
  for (let at = 0; at < days.length; at += 500) {
    const rows = days.slice(at, at + 500).map((day) => ({ ...day, athleteId }));
    const written = await db
      .insert(checkIns)
      .values(rows)
      .onConflictDoUpdate({
        target: [checkIns.athleteId, checkIns.localDate],
        set: { ...set, version: sql`${checkIns.version} + 1` },
        setWhere: isNews,
      })
      .returning({ version: checkIns.version });
    sum.added += written.filter(({ version }) => version === 1).length;
    sum.filled += written.filter(({ version }) => version > 1).length;
  }
  return sum;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Removes the check-ins that an import made and that nobody changed since; returns their days. */
export async function deleteCheckInsOfBatch(db: Tx, athleteId: string, batchId: string): Promise<string[]> {
  const removed = await db
    .delete(checkIns)
    .where(
      and(eq(checkIns.athleteId, athleteId), eq(checkIns.importBatchId, batchId), eq(checkIns.version, 1)),
    )
    .returning({ day: checkIns.localDate });
  await db
    .delete(checkInsMedical)
    .where(
      and(
        eq(checkInsMedical.athleteId, athleteId),
        eq(checkInsMedical.importBatchId, batchId),
        eq(checkInsMedical.version, 1),
      ),
    );
  return removed.map(({ day }) => day);
}
