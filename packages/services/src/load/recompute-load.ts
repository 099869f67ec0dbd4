import type { Activity } from "@repo/core/activities";
import { type IsoDate, localDay, maxDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import {
  type ActivityLoad,
  activityLoads,
  advanceDays,
  daysOf,
  type LoadedActivity,
  type LoadState,
  loadSeries,
  type RecordedEffort,
  startLoad,
} from "@repo/core/load";
import type { Tx } from "@repo/db";
import {
  type ActivityRow,
  type ComputedLoad,
  type LockedState,
  listEfforts,
  listStreams,
  lockAthleteState,
  updateActivityLoads,
  updateAthleteState,
} from "@repo/db/queries";
import { type AthleteRows, historyOfRows, readAthleteRows } from "@repo/services/history";
import { effortOf } from "@repo/services/training";
import { readStoredLoad, standingOn, storedLoad } from "./load-state.ts";
import { refreshSummary } from "./refresh-summary.ts";
import { replaceSeries } from "./store-series.ts";

export type Recomputed = {
  /** What had to be done: nothing, only new days, or everything from a changed day on. */
  how: "nothing" | "advanced" | "recomputed";
  through: IsoDate;
};

/**
 * Brings an athlete's load up to today: new days from the stored state, changed days from the history. Doing it
 * again changes nothing, and the numbers are those of a full rebuild, bit for bit. Runs inside the transaction
 * that it is given, under the athlete's own eyes or the night's.
 */
export async function recomputeLoad(
  db: Tx,
  athleteId: string,
  options: { now: Date; through?: IsoDate; read?: { rows: AthleteRows; seq: number } },
): Promise<Recomputed | null> {
  const state = await lockAthleteState(db, athleteId);
  const load = readStoredLoad(state.loadState);
  const through = options.through ?? localDay(options.now, state.timeZone);
  // An entry of a day that has not come where the athlete is now (they travel) says nothing of today: the history does.
  const isAhead = load?.lastDay != null && load.lastDay > through;
  if (state.dirtyFrom === null && load !== null && !isAhead)
    return await advance(db, state, { load, through });
  // Rows that were read before the lock count only if nothing was changed since.
  const read = options.read?.seq === state.dirtySeq ? options.read.rows : null;
  const rows = read ?? (await readAthleteRows(db, athleteId));
  if (!rows) return null;
  return await rebuild(db, state, { rows, through, from: load === null ? null : state.dirtyFrom });
}

/** Days without any entry since the last one: they follow from the state, without reading the history. */
async function advance(
  db: Tx,
  state: LockedState,
  to: { load: LoadState; through: IsoDate },
): Promise<Recomputed> {
  const { load, through } = to;
  if (state.lastDay !== null && state.lastDay >= through) return { how: "nothing", through: state.lastDay };
  await updateAthleteState(db, state.athleteId, { ...standingOn(load, through), rev: state.rev + 1 });
  await refreshSummary(db, state.athleteId, through);
  return { how: "advanced", through };
}

async function rebuild(
  db: Tx,
  state: LockedState,
  work: { rows: AthleteRows; through: IsoDate; from: IsoDate | null },
): Promise<Recomputed> {
  const { rows, from } = work;
  const history = historyOfRows(rows);
  const lastEntry = lastEntryOf(rows);
  const through = lastEntry ? maxDate(lastEntry, work.through) : work.through;
  const changed = rows.activities.filter(
    (row) => from === null || row.localDate >= from || row.loadX10 === null,
  );
  const recordedOf = await readEfforts(db, state.athleteId, changed);
  const changedIds = new Set(changed.map((row) => row.id));
  const kept = new Map(rows.activities.filter((row) => !changedIds.has(row.id)).map((row) => [row.id, row]));
  const knownOf = ({ id }: Activity) => storedLoadOf(kept.get(id));
  const loaded = activityLoads(history, through, { recordedOf, knownOf });
  const fresh = loaded.filter(({ activity }) => changedIds.has(activity.id));
  await updateActivityLoads(db, state.athleteId, fresh.map(computedLoad));
  // Stored up to the last entry: the silent days after it follow from its state.
  const days =
    lastEntry === null
      ? []
      : daysOf(loaded, { to: lastEntry, checkIns: rows.checkIns.map((row) => row.localDate) });
  await replaceSeries(db, state.athleteId, { series: loadSeries(days), from: seriesFrom(rows, from) });
  const loadOf = (some: typeof days) => (some.length === 0 ? null : advanceDays(startLoad(), some));
  const load = loadOf(days);
  const isAhead = lastEntry !== null && lastEntry > work.through;
  const today = isAhead ? loadOf(days.filter(({ date }) => date <= work.through)) : load;
  await storeState(db, state, { load, standing: standingOn(today, work.through) });
  await refreshSummary(db, state.athleteId, work.through);
  return { how: "recomputed", through };
}

/** A new entry also says what the silence before it was: the series changes from the last entry before it on. */
function seriesFrom({ activities, checkIns }: AthleteRows, from: IsoDate | null): IsoDate | null {
  if (from === null) return null;
  const before = [...activities, ...checkIns].map((row) => row.localDate).filter((day) => day < from);
  return before.reduce<IsoDate | null>((last, day) => (last === null || day > last ? day : last), null);
}

function lastEntryOf({ activities, checkIns }: AthleteRows): IsoDate | null {
  const days = [activities.at(-1)?.localDate, checkIns.at(-1)?.localDate].filter((day) => day !== undefined);
  return days.reduce<IsoDate | null>((last, day) => (last === null ? day : maxDate(last, day)), null);
}

/** A session before the changed day keeps the load it had; it rests on samples that need not be read again. */
function storedLoadOf(row: ActivityRow | undefined): ActivityLoad | null {
  const detail = row?.loadDetail as Omit<ActivityLoad, "loadAu"> | null | undefined;
  if (!row || row.loadX10 === null || !detail) return null;
  return { ...detail, loadAu: { known: true, value: row.loadX10 / 10 } };
}

function computedLoad({ activity, load }: LoadedActivity): ComputedLoad {
  const value = valueOrNull(load.loadAu);
  const { method, quality, intensity, parts } = load;
  return {
    id: activity.id,
    loadX10: value === null ? null : Math.round(value * 10),
    method,
    detail: { method, quality, intensity, parts },
  };
}

/** Recordings whose samples are held at once. */
const RECORDINGS_AT_ONCE = 32;

/** What the loads of some sessions rest on of their recordings: as it is kept, else from their samples, few at a time. */
async function readEfforts(db: Tx, athleteId: string, changed: readonly ActivityRow[]) {
  const ids = changed.map((row) => row.id);
  const kept = new Map<string, RecordedEffort | null>(
    (await listEfforts(db, athleteId, ids)).map(([id, effort]) => [id, effort as RecordedEffort | null]),
  );
  const devices = new Map(changed.map((row) => [row.id, row.device]));
  const without = [...kept].flatMap(([id, effort]) => (effort === null ? [id] : []));
  for (let at = 0; at < without.length; at += RECORDINGS_AT_ONCE) {
    const rows = await listStreams(db, athleteId, without.slice(at, at + RECORDINGS_AT_ONCE));
    for (const row of rows) kept.set(row.activityId, effortOf(row, devices.get(row.activityId) ?? null));
  }
  return ({ id }: Activity) => kept.get(id) ?? null;
}

/** The state for the next night, and the need to compute taken back: whoever changes something now asks anew. */
async function storeState(
  db: Tx,
  state: LockedState,
  after: { load: LoadState | null; standing: ReturnType<typeof standingOn> },
): Promise<void> {
  await updateAthleteState(db, state.athleteId, {
    ...after.standing,
    loadState: after.load === null ? null : storedLoad(after.load),
    dirtyFrom: null,
    rev: state.rev + 1,
  });
}
