import { createHash } from "node:crypto";
import { instantOf, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  type ActivityRow,
  describeActivity,
  getAthlete,
  insertActivities,
  listActivities,
  listImportFiles,
  type NewActivity,
} from "@repo/db/queries";
import { latestDay, type ServiceContext } from "@repo/services/context";
import type { ActivityLog, LoggedActivity, LogRemark } from "@repo/services/files";
import { isSameSession, keepOriginal, pairDays } from "@repo/services/training";
import type { Outcome } from "./import-file.ts";

const ROWS_PER_STATEMENT = 500;

/** A table or list of an import, with the bytes that are kept while a question about it is open. */
export type LogSource = {
  batchId: string;
  name: string;
  bytes: Uint8Array;
  kind: "csv" | "json";
  /** The athlete said that lines which look like a session from elsewhere are sessions of their own. */
  keepTwins?: boolean;
};

/**
 * Adds the sessions of a log or of a service's list. Lines that were imported before are counted and left alone. Lines
 * that look like a session from elsewhere are left out and named, until the athlete says that they are sessions of
 * their own. Where an export names the recording that belongs to a line, its title and notes go to that recording.
 *
 * @throws {AppError} INVALID when no session can be read
 */
export async function importActivities(
  ctx: ServiceContext,
  source: LogSource,
  log: ActivityLog,
): Promise<Outcome> {
  const { batchId } = source;
  const athlete = await getAthlete(ctx.db, ctx.actor.userId);
  if (!athlete)
    throw new AppError("NOT_FOUND", "Finish your profile first, so that days begin in your time zone.");
  const sound = log.activities.map((activity) => inZone(activity, athlete.timeZone));
  const dated = sound.filter(({ localDate }) => localDate >= "1990-01-01" && localDate <= latestDay(ctx.now));
  const days = dated.map(({ localDate }) => localDate).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) throw new AppError("INVALID", emptyText(log));
  const described = await describeRecordings(ctx, batchId, dated);
  const rest = dated.filter(({ activity }) => !described.has(activity.key));
  const all = rest.map((line) => rowOf(line, athlete.timeZone, batchId));
  const here = await listActivities(ctx.db, athlete.athleteId, { from, to });
  const rows = freshRows(all, here, source.keepTwins ?? false);
  const twins = rows.twins;
  const originalId = twins > 0 ? await keepSource(ctx, source) : null;
  let added = 0;
  for (let at = 0; at < rows.fresh.length; at += ROWS_PER_STATEMENT) {
    const ids = await insertActivities(
      ctx.db,
      athlete.athleteId,
      rows.fresh.slice(at, at + ROWS_PER_STATEMENT),
    );
    added += ids.length;
  }
  if (added > 0)
    await pairDays(
      ctx,
      athlete.athleteId,
      rows.fresh.map(({ localDate }) => localDate),
    );
  const remarked = (code: LogRemark["code"]) => log.remarks.filter((remark) => remark.code === code).length;
  const leftOut = remarked("left-out") + sound.length - dated.length;
  const [repaired, doubled] = [remarked("repaired"), remarked("doubled")];
  const duplicates = rest.length - added - twins;
  const parts = [
    added === 0 && duplicates + twins > 0 ? null : `${added} ${added === 1 ? "session" : "sessions"} added`,
    duplicates > 0 ? `${duplicates} ${duplicates === 1 ? "was" : "were"} here already` : null,
    described.size > 0
      ? described.size === 1
        ? "1 describes a recording of this import"
        : `${described.size} describe recordings of this import`
      : null,
    repaired > 0
      ? `${repaired} ${repaired === 1 ? "duration" : "durations"} that a spreadsheet had changed ${repaired === 1 ? "was" : "were"} repaired`
      : null,
    leftOut > 0 ? `${leftOut} ${leftOut === 1 ? "line" : "lines"} left out` : null,
    added > 0 && doubled > 0
      ? doubled === 1
        ? "1 says the same as another line, to the second, and counts until you delete one of the two"
        : `${doubled} say the same as other lines, to the second, and count until you delete one of each two`
      : null,
    twins > 0
      ? twins === 1
        ? "1 looks like a session recorded elsewhere and was left out"
        : `${twins} look like sessions recorded elsewhere and were left out`
      : null,
  ];
  return {
    state: added > 0 ? "added" : "duplicate",
    message: parts.filter((part) => part !== null).join(", "),
    isPartial: leftOut > 0,
    activityId: null,
    originalId,
    detail: {
      added,
      duplicates,
      twins,
      originalId,
      from,
      to,
      remarks: log.remarks.slice(0, 500),
      remarkCount: log.remarks.length,
    },
  };
}

function emptyText({ remarks }: ActivityLog): string {
  const why = remarks.find((remark) => remark.code === "left-out");
  return `This table holds no session that could be read${why ? ` (line ${why.line}: ${why.text})` : ""}.`;
}

type Dated = { activity: LoggedActivity; localDate: string; startAt: Date | null };

/** Day and start in the athlete's zone: a log says its own clock, a service's export UTC. */
function inZone(activity: LoggedActivity, timeZone: string): Dated {
  const { date, time, isUtc } = activity;
  if (time === null) return { activity, localDate: date, startAt: null };
  if (!isUtc) return { activity, localDate: date, startAt: new Date(instantOf(date, time, timeZone)) };
  const startAt = new Date(`${date}T${time}Z`);
  return { activity, localDate: localDay(startAt, timeZone), startAt };
}

/** Gives recordings of this batch the title, notes and effort of the line that names them; returns those lines. */
async function describeRecordings(
  ctx: ServiceContext,
  batchId: string,
  dated: readonly Dated[],
): Promise<Set<string>> {
  const described = new Set<string>();
  if (!dated.some(({ activity }) => activity.fileName !== null)) return described;
  const files = await listImportFiles(ctx.db, ctx.actor.userId, batchId);
  const byName = new Map(
    files.flatMap(({ label, activityId }) => (activityId === null ? [] : [[baseName(label), activityId]])),
  );
  for (const { activity } of dated) {
    const id = activity.fileName === null ? undefined : byName.get(baseName(activity.fileName));
    if (id === undefined) continue;
    described.add(activity.key);
    await describeActivity(ctx.db, ctx.actor.userId, id, {
      title: activity.title,
      notes: activity.notes,
      rpe: activity.rpe,
    });
  }
  return described;
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** Rows that are not here yet, without those that look like a session from elsewhere, which are counted. */
function freshRows(all: readonly NewActivity[], here: readonly ActivityRow[], keepTwins: boolean) {
  const known = new Set(here.map(({ sourceKey }) => sourceKey));
  const own = new Set(all.map(({ sourceKey }) => sourceKey ?? null));
  const others = new Map<string, ActivityRow[]>();
  for (const row of here) {
    if (own.has(row.sourceKey)) continue;
    others.set(row.localDate, [...(others.get(row.localDate) ?? []), row]);
  }
  const unknown = all.filter(({ sourceKey }) => !known.has(sourceKey ?? null));
  const isTwin = (row: NewActivity) =>
    !keepTwins && (others.get(row.localDate) ?? []).some((other) => isSameSession(other, row));
  const fresh = unknown.filter((row) => !isTwin(row));
  return { fresh, twins: unknown.length - fresh.length };
}

/** Kept so that the lines left out can still come in. */
function keepSource(ctx: ServiceContext, source: LogSource): Promise<string> {
  const sha256 = createHash("sha256").update(source.bytes).digest("hex");
  return keepOriginal(ctx, source, { sha256, kind: source.kind });
}

function rowOf(
  { activity, localDate, startAt }: Dated,
  timeZone: string,
  importBatchId: string,
): NewActivity {
  const { key, date: _d, time: _t, isUtc: _u, fileName: _f, avgHr, maxHr, ...fields } = activity;
  return {
    ...fields,
    id: newId(),
    localDate,
    startAt,
    timeZone,
    avgHrBpm: avgHr,
    maxHrBpm: maxHr,
    source: "import",
    sourceKey: `log:${createHash("sha256").update(key).digest("hex").slice(0, 32)}`,
    importBatchId,
  };
}
