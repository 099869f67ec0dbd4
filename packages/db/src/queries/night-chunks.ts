import { sql } from "drizzle-orm";
import type { Tx } from "../client.ts";
import { copyIn } from "../copy-in.ts";
import type { athleteStates } from "../schema/athlete-states.ts";
import { uuids } from "./uuids.ts";

/** What a night needs of an athlete who entered nothing since it was last judged. */
export type ChunkAthlete = {
  athleteId: string;
  timeZone: string;
  loadState: Uint8Array | null;
  lastDay: string | null;
  judgedThrough: string | null;
  dirtySeq: number;
  /** Something waits that only the history answers. */
  isDirty: boolean;
  sparkFrom: string | null;
  weekRunM: (number | null)[] | null;
  nextRaceOn: string | null;
  ribbonFrom: string | null;
  ribbonWeeks: number;
  /** The first of the days of `outlook`: those that the pending nights judge, as far as they were judged ahead. */
  outlookFrom: string | null;
  /** A line of JSON a day. */
  outlook: string | null;
  outlookSeq: number | null;
  recoveryState: string | null;
};

/** The nights of one athlete that wait. */
export type PendingNights = {
  /** Oldest first. */
  dates: string[];
  /** One of them wants the whole history. */
  thorough: boolean;
  /** Where the ledger's rows lie, for this transaction. */
  places: string[];
};

/** Some athletes under the lease of this transaction, with the nights of each that wait. */
export type Chunk = { athletes: ChunkAthlete[]; pending: Map<string, PendingNights> };

/**
 * Takes the ledger's oldest due rows that nobody else holds, and of their athletes those that nobody else works on: the
 * row of the state is the lease, and ends with the transaction. Rows without such an athlete stay as they are.
 */
export async function claimChunk(db: Tx, due: { now: Date; most: number }): Promise<Chunk | null> {
  const claimed = await db.execute<{ athlete_id: string }>(sql`
    select athlete_id from nightly_runs
     where state = 'pending' and not thorough and kind = 'night'
       and (next_at is null or next_at <= ${due.now.toISOString()}::timestamptz)
     order by local_date, athlete_id limit ${due.most} for update skip locked`);
  if (claimed.length === 0) return null;
  const claimedIds = [...new Set(claimed.map((row) => row.athlete_id))];
  const ids = uuids(claimedIds);
  const before = await listPendingOf(db, claimedIds);
  await db.execute(sql`
    insert into athlete_states (athlete_id)
    select c.id from unnest(${ids}) as c (id)
     where not exists (select from athlete_states s where s.athlete_id = c.id) on conflict do nothing`);
  const range = (of: (dates: readonly string[]) => string | undefined) =>
    sql`${`{${claimedIds.map((id) => of(before.get(id)?.dates ?? []) ?? "NULL").join(",")}}`}::date[]`;
  const athletes = (await db.execute<ChunkAthlete & Record<string, unknown>>(sql`
    select s.athlete_id as "athleteId", a.time_zone as "timeZone", s.load_state as "loadState",
           s.last_day as "lastDay", s.judged_through as "judgedThrough", s.dirty_seq::float8 as "dirtySeq",
           (s.dirty_from is not null or s.needs_judging or s.rejudge_from is not null or a.deleted_at is not null) as "isDirty",
           s.spark_from as "sparkFrom", s.week_run_m as "weekRunM", s.next_race_on as "nextRaceOn",
           s.ribbon_from as "ribbonFrom", coalesce(cardinality(s.ribbon_done_km), 0) as "ribbonWeeks",
           n.outlook_from + p.first as "outlookFrom",
           array_to_string(n.outlook[p.first + 1:p.last + 1], E'\\n') as outlook,
           n.outlook_seq::float8 as "outlookSeq", w.recovery_state as "recoveryState"
      from athlete_states s
      join athletes a on a.athlete_id = s.athlete_id
      left join night_states n on n.athlete_id = s.athlete_id
      left join athlete_wellness_states w on w.athlete_id = s.athlete_id
      join unnest(${ids}, ${range((dates) => dates[0])}, ${range((dates) => dates.at(-1))})
        as d (athlete_id, oldest, newest) on d.athlete_id = s.athlete_id
      left join lateral (select greatest(0, d.oldest - 1 - n.outlook_from) as first,
                                greatest(0, d.newest - 1 - n.outlook_from) as last) p on true
     where s.athlete_id = any (${ids})
       for update of s skip locked`)) as ChunkAthlete[];
  // Again under the lease: what somebody else has done meanwhile is not read ahead for, and needs the history.
  const pending = await listPendingOf(
    db,
    athletes.map(({ athleteId }) => athleteId),
  );
  for (const [id, nights] of pending) nights.thorough ||= `${nights.dates}` !== `${before.get(id)?.dates}`;
  return { athletes, pending };
}

/** Before this day no night is due: an athlete's rows of years need not be looked through. */
function oldestPending() {
  const oldest = (thorough: ReturnType<typeof sql>) =>
    sql`(select min(local_date) from nightly_runs where state = 'pending' and ${thorough})`;
  return sql`least(${oldest(sql`thorough`)}, ${oldest(sql`not thorough`)})`;
}

/** The pending nights of some athletes, oldest first, and whether one of them wants the whole history. */
async function listPendingOf(db: Tx, athleteIds: readonly string[]): Promise<Map<string, PendingNights>> {
  type Row = { athlete_id: string; dates: string; places: string; thorough: boolean };
  const rows = await db.execute<Row>(sql`
    select athlete_id, string_agg(local_date::text, ',' order by local_date) as dates, bool_or(thorough) as thorough,
           string_agg(ctid::text, ';') as places
      from nightly_runs
     where athlete_id = any (${uuids(athleteIds)}) and local_date >= ${oldestPending()}
       and state = 'pending' and kind = 'night'
     group by athlete_id`);
  return new Map(
    rows.map(({ athlete_id, dates, places, thorough }) => [
      athlete_id,
      { dates: dates.split(","), thorough, places: places.split(";") },
    ]),
  );
}

/** Sends nights to those that are done one athlete at a time. */
export async function makeThorough(db: Tx, athleteIds: readonly string[]): Promise<void> {
  if (athleteIds.length === 0) return;
  await db.execute(sql`
    update nightly_runs set thorough = true
     where athlete_id = any (${uuids(athleteIds)}) and state = 'pending' and kind = 'night' and not thorough`);
}

/** Marks workouts of days that are over and of which nothing was heard; says which: those that still stood open. */
export async function markMissedOf(
  db: Tx,
  open: readonly Pick<PlannedDay, "id" | "athleteId">[],
): Promise<Set<string>> {
  if (open.length === 0) return new Set();
  const rows = await db.execute<{ id: string }>(sql`
    update planned_workouts w set status = 'missed', version = w.version + 1
      from unnest(${uuids(open.map((row) => row.id))}, ${uuids(open.map((row) => row.athleteId))}) as t (id, athlete_id)
     where w.id = t.id and w.athlete_id = t.athlete_id and w.status = 'planned' and w.is_assigned and w.deleted_at is null
    returning w.id`);
  return new Set(rows.map((row) => row.id));
}

export type PlannedDay = {
  id: string;
  athleteId: string;
  localDate: string;
  kind: string;
  status: string;
  grade: Record<string, unknown> | null;
};

/** Training that was planned for some athletes on the days of a range. */
export async function listPlannedOf(
  db: Tx,
  athleteIds: readonly string[],
  range: { from: string; to: string },
): Promise<PlannedDay[]> {
  return (await db.execute<PlannedDay & Record<string, unknown>>(sql`
    select id, athlete_id as "athleteId", local_date as "localDate", kind, status, grade
      from planned_workouts
     where athlete_id = any (${uuids(athleteIds)}) and local_date between ${range.from}::date and ${range.to}::date
       and is_assigned and deleted_at is null and kind <> 'rest'`)) as PlannedDay[];
}

/** Those of some athletes for whom anything is planned on the days of a range. */
export async function listWithPlans(
  db: Tx,
  athleteIds: readonly string[],
  range: { from: string; to: string },
): Promise<Set<string>> {
  if (athleteIds.length === 0) return new Set();
  const rows = await db.execute<{ athlete_id: string }>(sql`
    select distinct athlete_id from planned_workouts
     where athlete_id = any (${uuids(athleteIds)}) and local_date between ${range.from}::date and ${range.to}::date
       and is_assigned and deleted_at is null`);
  return new Set(rows.map((row) => row.athlete_id));
}

/** Athletes with a season, and whether one of them begins or ended within a range of days. */
export async function listSeasonTurns(
  db: Tx,
  athleteIds: readonly string[],
  range: { from: string; to: string },
): Promise<Map<string, { turns: boolean }>> {
  const rows = await db.execute<{ athlete_id: string; turns: boolean }>(sql`
    select athlete_id, bool_or(starts_on between ${range.from}::date and ${range.to}::date
                            or ends_on between ${range.from}::date - 1 and ${range.to}::date) as turns
      from seasons where athlete_id = any (${uuids(athleteIds)}) and status = 'assigned' group by athlete_id`);
  return new Map(rows.map((row) => [row.athlete_id, { turns: row.turns }]));
}

type State = typeof athleteStates.$inferSelect;

/** What a night without a new entry changes of a state: figures, and what moves on by some days. */
export type ChunkResult = Pick<
  State,
  | "athleteId"
  | "lastDay"
  | "fitness"
  | "fatigue"
  | "form"
  | "loadQuality"
  | "weekLoadX10"
  | "weekRunM"
  | "weekKm"
  | "progressState"
  | "openWarnings"
  | "worstSeverity"
  | "judgedThrough"
> & {
  /** Days by which spark and squares move on, at least one. */
  step: number;
  sparkAdded: (number | null)[];
  /** The last square as it is now, null where it stays; and those that are new. */
  lastSquare: string | null;
  squaresAdded: string[];
  ribbonStep: number;
  /** Where the ledger's rows of the nights done with it lie. */
  places: readonly string[];
};

const STAGE: Record<Exclude<keyof ChunkResult, "places">, [column: string, type: string]> = {
  athleteId: ["athlete_id", "uuid"],
  lastDay: ["last_day", "date"],
  fitness: ["fitness", "float8"],
  fatigue: ["fatigue", "float8"],
  form: ["form", "float8"],
  loadQuality: ["load_quality", "text"],
  weekLoadX10: ["week_load_x10", "int"],
  weekRunM: ["week_run_m", "int[]"],
  weekKm: ["week_km", "float8"],
  progressState: ["progress_state", "text"],
  openWarnings: ["open_warnings", "int"],
  worstSeverity: ["worst_severity", "text"],
  judgedThrough: ["judged_through", "date"],
  step: ["step", "int"],
  sparkAdded: ["spark_added", "real[]"],
  lastSquare: ["last_square", "text"],
  squaresAdded: ["squares_added", "text[]"],
  ribbonStep: ["ribbon_step", "int"],
};

/** Writes the results of a chunk and marks its nights done: one copy into a stage, two statements. */
export async function storeChunk(db: Tx, results: readonly ChunkResult[]): Promise<void> {
  if (results.length === 0) return;
  const keys = Object.keys(STAGE) as (keyof typeof STAGE)[];
  const columns = keys.map((key) => STAGE[key][0]);
  // A table of this connection alone: its rows are written once, never logged and gone with the transaction.
  await db.execute(
    sql.raw(
      `create temp table if not exists night_stage (${keys.map((key) => STAGE[key].join(" ")).join(", ")}) on commit delete rows`,
    ),
  );
  await copyIn(
    db,
    { table: "night_stage", columns },
    results.map((result) => keys.map((key) => result[key] ?? null)),
  );
  await db.execute(sql`
    update athlete_states s
       set last_day = g.last_day, fitness = g.fitness, fatigue = g.fatigue, form = g.form, load_quality = g.load_quality,
           week_load_x10 = g.week_load_x10, week_run_m = g.week_run_m, week_km = g.week_km,
           progress_state = g.progress_state, open_warnings = g.open_warnings, worst_severity = g.worst_severity,
           judged_through = g.judged_through,
           spark = s.spark[g.step + 1:] || g.spark_added, spark_from = s.spark_from + g.step,
           squares = s.squares[g.step + 1:cardinality(s.squares) - 1]
             || coalesce(g.last_square, s.squares[cardinality(s.squares)]) || g.squares_added,
           ribbon_from = s.ribbon_from + 7 * g.ribbon_step,
           ribbon_phases = case when g.ribbon_step = 0 then s.ribbon_phases
             else s.ribbon_phases[g.ribbon_step + 1:] || array_fill(null::text, array[g.ribbon_step]) end,
           ribbon_planned_km = case when g.ribbon_step = 0 then s.ribbon_planned_km
             else s.ribbon_planned_km[g.ribbon_step + 1:] || array_fill(null::real, array[g.ribbon_step]) end,
           ribbon_done_km = case when g.ribbon_step = 0 then s.ribbon_done_km
             else s.ribbon_done_km[g.ribbon_step + 1:] || array_fill(null::real, array[g.ribbon_step]) end,
           rev = s.rev + 1, updated_at = now()
      from night_stage g where s.athlete_id = g.athlete_id`);
  // By the places of the rows: on a fresh ledger, of which the planner knows nothing yet, it chose the index of days and
  // walked all athletes' rows of the day for each of them.
  const places = sql`${`{${results.flatMap((result) => result.places.map((place) => `"${place}"`)).join(",")}}`}::tid[]`;
  await db.execute(sql`
    update nightly_runs n
       set state = 'done', attempts = n.attempts + 1, started_at = now(),
           finished_at = (select clock_timestamp()), error = null
     where n.ctid = any (${places}) and n.kind = 'night' and n.state = 'pending'`);
}
