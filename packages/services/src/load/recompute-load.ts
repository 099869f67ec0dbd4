import type { Activity } from "@repo/core/activities";
import { type IsoDate, maxDate } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import {
  type ActivityLoad,
  activityLoads,
  advanceLoad,
  type DayLoad,
  daysOf,
  formOf,
  type LoadedActivity,
  type LoadState,
  loadSeries,
  reservationOf,
  startLoad,
} from "@repo/core/load";
import type { Tx } from "@repo/db";
import {
  type ActivityRow,
  type ComputedLoad,
  type LockedState,
  listStreams,
  lockAthleteState,
  updateActivityLoads,
  updateAthleteState,
} from "@repo/db/queries";
import { type AthleteRows, historyOfRows, readAthleteRows } from "@repo/services/history";
import { localDayOf, unpackSamples } from "@repo/services/training";
import { refreshSummary } from "./refresh-summary.ts";
import { silentDays } from "./silent-days.ts";
import { appendSeries, replaceSeries } from "./store-series.ts";

/** Version of the method: another one makes every stored load be computed again. */
const METHOD_VERSION = 1;

type Carry = { method: number; load: LoadState };

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
  options: { now: Date; through?: IsoDate },
): Promise<Recomputed | null> {
  const state = await lockAthleteState(db, athleteId);
  const rows = state.dirtyFrom === null ? null : await readAthleteRows(db, athleteId);
  if (state.dirtyFrom !== null && rows === null) return null;
  const zone = rows?.athlete.timeZone ?? state.timeZone;
  const through = options.through ?? localDayOf(options.now, zone);
  const carry = state.carry as Carry | null;
  const current = carry !== null && carry.method === METHOD_VERSION;
  if (state.dirtyFrom === null && current && state.lastDay !== null) {
    return await advance(db, state, { carry, through });
  }
  const full = rows ?? (await readAthleteRows(db, athleteId));
  if (!full) return null;
  return await rebuild(db, state, { rows: full, through, from: current ? state.dirtyFrom : null });
}

/** Days without any entry since the last one: carried on from the state, without reading the history. */
async function advance(
  db: Tx,
  state: LockedState,
  to: { carry: Carry; through: IsoDate },
): Promise<Recomputed> {
  const { carry, through } = to;
  const lastDay = state.lastDay as IsoDate;
  if (lastDay >= through) return { how: "nothing", through: lastDay };
  const { days, unknownFrom } = silentDays(carry.load, through);
  const series = loadSeries(days, carry.load);
  const load = days.reduce((before, day) => advanceLoad(before, day), carry.load);
  await appendSeries(db, state.athleteId, { series, unknownFrom });
  await storeState(db, state, load);
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
  const lastEntry = rows.activities.at(-1)?.localDate;
  const through = lastEntry ? maxDate(lastEntry, work.through) : work.through;
  const changed = rows.activities.filter(
    (row) => from === null || row.localDate >= from || row.loadX10 === null,
  );
  const samplesOf = await readSamples(db, state.athleteId, changed);
  const computed = activityLoads(history, through, { samplesOf });
  const kept = new Map(rows.activities.filter((row) => !changed.includes(row)).map((row) => [row.id, row]));
  const loaded = computed.map((entry) => withStored(entry, kept.get(entry.activity.id)));
  const changedIds = new Set(changed.map((row) => row.id));
  const fresh = computed.filter(({ activity }) => changedIds.has(activity.id));
  await updateActivityLoads(db, state.athleteId, fresh.map(computedLoad));
  const days = daysOf(loaded, { to: through, checkIns: history.wellness.map((checkIn) => checkIn.date) });
  const series = loadSeries(days);
  await replaceSeries(db, state.athleteId, series);
  await storeState(db, state, stateAfter(days));
  await refreshSummary(db, state.athleteId, work.through);
  return { how: "recomputed", through };
}

/** A session before the changed day keeps the load it had; it rests on samples that need not be read again. */
function withStored(entry: LoadedActivity, row: ActivityRow | undefined): LoadedActivity {
  const detail = row?.loadDetail as Partial<ActivityLoad> | null | undefined;
  if (!row || row.loadX10 === null || !detail) return entry;
  const load = { ...entry.load, ...detail, loadAu: { known: true as const, value: row.loadX10 / 10 } };
  return { activity: entry.activity, load: load as ActivityLoad };
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

function stateAfter(days: readonly DayLoad[]): LoadState | null {
  if (days.length === 0) return null;
  return days.reduce((state, day) => advanceLoad(state, day), startLoad());
}

async function readSamples(db: Tx, athleteId: string, changed: readonly ActivityRow[]) {
  const rows = await listStreams(
    db,
    athleteId,
    changed.map((row) => row.id),
  );
  const byId = new Map(rows.map((row) => [row.activityId, row]));
  const devices = new Map(changed.map((row) => [row.id, row.device]));
  return (activity: Activity) => {
    const row = byId.get(activity.id);
    if (!row) return null;
    // Watches of these makers measure air pressure; everything else is taken to know height from satellites.
    const barometric = /garmin|fenix|suunto|coros|polar|forerunner/i.test(devices.get(activity.id) ?? "");
    return { series: unpackSamples(row), altitude: barometric ? ("barometric" as const) : ("gps" as const) };
  };
}

/** The state for the next night, and the need to compute taken back: whoever changes something now asks anew. */
async function storeState(db: Tx, state: LockedState, load: LoadState | null): Promise<void> {
  await updateAthleteState(db, state.athleteId, {
    carry: load === null ? null : { method: METHOD_VERSION, load },
    lastDay: load?.lastDay ?? null,
    fitness: load?.fitness ?? null,
    fatigue: load?.fatigue ?? null,
    form: load === null ? null : formOf(load),
    loadQuality: load === null ? null : (reservationOf(load) ?? "known"),
    dirtyFrom: null,
    rev: state.rev + 1,
  });
}
