import { addDays, type IsoDate, localClock, weekStartOf } from "@repo/core/calendar";
import { type Db, newId, type Tx } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { insertMail, insertReport, listWeekReaders, type WeekReader } from "@repo/db/queries";
import { readingsOf, readSubject, reportOf, type Subject } from "./athlete-report.ts";
import type { RenderReport } from "./create-digests.ts";
import type { ReportDocument } from "./documents/index.ts";

const WEEK_DAYS = 7;
/** Who has entered nothing for so long and has no plan is not written to. */
const SILENT_DAYS = 28;

/**
 * Writes the weeks whose day and hour have come, each with its mail in one transaction: one an athlete and week. The week
 * is the one that ended on the Sunday before; blocks that ended and races ahead stand in it, so that nobody gets two.
 */
export async function createWeekMails(
  night: Db,
  options: { now: Date; render: RenderReport; onFailure?: (userId: string, error: unknown) => void },
): Promise<{ created: number }> {
  const readers = await inTransaction(night, listWeekReaders);
  let created = 0;
  for (const reader of readers) {
    const weekStart = dueWeek(reader, options.now);
    if (weekStart === null) continue;
    try {
      if (await inTransaction(night, (db) => createWeekMail(db, { reader, weekStart, ...options })))
        created += 1;
    } catch (error) {
      options.onFailure?.(reader.athleteId, error);
    }
  }
  return { created };
}

/** The Monday of the week whose report is due, or null. */
export function dueWeek(
  reader: Pick<WeekReader, "timeZone" | "hour" | "weekday" | "lastWeekOn">,
  now: Date,
): IsoDate | null {
  const { date, hour } = localClock(now, reader.timeZone);
  const thisWeek = weekStartOf(date);
  const dueOn = addDays(thisWeek, reader.weekday - 1);
  if (date < dueOn || (date === dueOn && hour < reader.hour)) return null;
  const last = addDays(thisWeek, -WEEK_DAYS);
  return reader.lastWeekOn !== null && reader.lastWeekOn >= last ? null : last;
}

async function createWeekMail(
  db: Tx,
  of: { reader: WeekReader; weekStart: IsoDate; render: RenderReport; now: Date },
): Promise<boolean> {
  const { reader, weekStart, now } = of;
  const subject = await readSubject(db, reader.athleteId, { now, units: reader.units });
  if (!subject) return false;
  const report = {
    id: newId(),
    readerId: reader.athleteId,
    athleteId: reader.athleteId,
    kind: "week",
    localDate: weekStart,
  };
  if (isSilent(subject, weekStart)) {
    // Kept as looked at, so that the history is not read again every minute of the week.
    await insertReport(db, { ...report, subject: "", content: {} });
    return false;
  }
  const document = weekMailOf(subject, weekStart);
  const payload = of.render(document, reader.email, { userId: reader.athleteId, orgId: null });
  const stored = await insertReport(db, {
    ...report,
    subject: payload.subject,
    content: document as unknown as Record<string, unknown>,
    html: payload.html ?? null,
  });
  if (!stored) return false;
  await insertMail(db, {
    dedupeKey: `week:${reader.athleteId}:${weekStart}`,
    userId: reader.athleteId,
    payload: { ...payload, reportId: report.id },
  });
  return true;
}

/** The week, and what else came due in it. */
function weekMailOf(subject: Subject, weekStart: IsoDate): ReportDocument {
  const document = reportOf(subject, { kind: "week", date: weekStart });
  const links = readingsOf(subject, WEEK_DAYS);
  if (links.length === 0) return document;
  const [first, ...rest] = document.blocks;
  return {
    ...document,
    blocks: [...(first ? [first] : []), { kind: "links", heading: "To read", links }, ...rest],
  };
}

function isSilent({ history, today }: Subject, weekStart: IsoDate): boolean {
  const lastEntry = history.activities.at(-1)?.date ?? null;
  const inSeason = (history.season?.weeks ?? []).some((week) => week.start >= weekStart);
  const isPlanned = inSeason || (history.planned ?? []).some(({ date }) => date >= weekStart);
  return !isPlanned && (lastEntry === null || lastEntry < addDays(today, -SILENT_DAYS));
}
