import { AppError } from "@repo/core/errors";
import type { ImportFileRow } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import {
  type ActivityLog,
  type CheckInTable,
  decodeText,
  type JsonLog,
  readActivityFile,
  readActivityLog,
  readCheckInTable,
  readJsonLog,
  unpack,
  unpackAsFar,
} from "@repo/services/files";
import { type AddedFile, addActivityFile, type PackedFile, packFile } from "@repo/services/training";
import { importHistory } from "@repo/services/transfer";
import { importCheckIns } from "./import-check-ins.ts";
import { importActivities } from "./import-log.ts";

/** One file of an import: in what place, under what name, with what bytes. */
export type ImportFile = {
  batchId: string;
  position: number;
  entry: number;
  name: string;
  bytes: Uint8Array;
};
export type Outcome = Pick<
  ImportFileRow,
  "state" | "message" | "isPartial" | "activityId" | "originalId" | "detail"
>;

/** A file as it was read, before any row is written. */
export type ReadFile =
  | { kind: "activity"; file: PackedFile }
  | { kind: "check-ins"; table: CheckInTable }
  | { kind: "log"; log: ActivityLog }
  | { kind: "json"; log: JsonLog }
  | { kind: "refused"; because: string; isOther: boolean };

/** Reads a file by what it holds, whatever it is called. Never throws for what a stranger sent. */
export function readImportFile({ name, bytes }: Pick<ImportFile, "name" | "bytes">): ReadFile {
  try {
    const { content, isCut } = unpackAsFar(bytes);
    if (!isCut) return readContent(content, name);
    // Of a recording that was cut short the beginning is worth having; of a table nobody knows what is missing.
    return isRecording(content)
      ? { kind: "activity", file: packFile(readActivityFile(bytes)) }
      : readContent(unpack(bytes), name);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { kind: "refused", because: error.message, isOther: /holds no activity/.test(error.message) };
  }
}

function readContent(content: Uint8Array, name: string): ReadFile {
  if (isSpreadsheet(content, name))
    return refused("This is a spreadsheet program's own format. Save the table as CSV and add that.");
  if (isRecording(content)) return { kind: "activity", file: packFile(readActivityFile(content)) };
  const head = decodeText(content.subarray(0, 4_000)).replace(/^\uFEFF/, "");
  if (/^\s*[[{]/.test(head)) {
    const log = readJsonLog(content);
    return log
      ? { kind: "json", log }
      : refused("This JSON file holds no sessions and no check-ins that we know.");
  }
  if (!isTable(head, name)) return { kind: "activity", file: packFile(readActivityFile(content)) };
  const table = readCheckInTable(content);
  return table ? { kind: "check-ins", table } : { kind: "log", log: readActivityLog(content) };
}

function refused(because: string): ReadFile {
  return { kind: "refused", because, isOther: true };
}

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function isSpreadsheet(content: Uint8Array, name: string): boolean {
  return /\.(xlsx?|ods|numbers|docx?)$/i.test(name) || OLD_OFFICE.every((byte, at) => content[at] === byte);
}

function isRecording(content: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(content.subarray(0, 200));
  return /^.{8}\.FIT/s.test(head) || /^\W*</.test(head);
}

function isTable(head: string, name: string): boolean {
  if (/\.(csv|tsv|txt)(\.gz)?$/i.test(name)) return true;
  if (/\.(fit|tcx|gpx)(\.gz)?$/i.test(name) || isBinary(head)) return false;
  return head.split(/\r?\n|\r/).some((line) => line.split(/[,;\t]/).length > 2);
}

/** Bytes that no text holds; zeros are gone, as those of UTF-16 are. */
function isBinary(head: string): boolean {
  return [...head].some((sign) => sign < " " && !/[\t\r\n\f]/.test(sign));
}

/**
 * Writes what a file holds. A file that cannot be used leaves nothing but its sentence.
 *
 * @throws what is no fault of the file: the database away, a fault of ours
 */
export async function storeImportFile(
  ctx: ServiceContext,
  source: ImportFile,
  read: ReadFile,
): Promise<Outcome> {
  if (read.kind === "refused") return failed(read.because);
  try {
    // A savepoint: whatever a bad file began is undone, the batch goes on.
    return await ctx.db.transaction((db) => store({ ...ctx, db }, source, read));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(error.message);
  }
}

async function store(
  ctx: ServiceContext,
  source: ImportFile,
  read: Exclude<ReadFile, { kind: "refused" }>,
): Promise<Outcome> {
  const { batchId, name, bytes } = source;
  if (read.kind === "activity")
    return outcomeOf(await addActivityFile(ctx, { name, bytes, file: read.file, importBatchId: batchId }));
  if (read.kind === "check-ins") return await importCheckIns(ctx, source, read.table);
  if (read.kind === "log")
    return await importActivities(ctx, { batchId, name, bytes, kind: "csv" }, read.log);
  if (read.log.kind === "history") return await storeHistory(ctx, batchId, read.log.json);
  if (read.log.kind === "activities")
    return await importActivities(
      ctx,
      { batchId, name, bytes, kind: "json" },
      { activities: read.log.activities, remarks: read.log.remarks },
    );
  return await importCheckIns(ctx, source, { kind: read.log.name, days: read.log.days, remarks: [] });
}

async function storeHistory(ctx: ServiceContext, batchId: string, json: unknown): Promise<Outcome> {
  const history = await importHistory(ctx, json, { importBatchId: batchId });
  const { activities, activitiesHere, checkIns, results, plannedWorkouts, ahead } = history;
  const isNew = activities + results + plannedWorkouts > 0 || (activitiesHere === 0 && checkIns > 0);
  return {
    state: isNew ? "added" : "duplicate",
    message: `${activities} sessions added, ${activitiesHere} were here already; ${checkIns} check-ins, ${results} results, ${plannedWorkouts} planned workouts${aheadText(ahead)}`,
    isPartial: ahead.length > 0,
    activityId: null,
    originalId: null,
    detail: { activities, activitiesHere, checkIns, results, plannedWorkouts },
  };
}

function aheadText(days: readonly string[]): string {
  const [first] = days;
  if (first === undefined) return "";
  const left = days.length === 1 ? "1 entry was" : `${days.length} entries were`;
  return `; ${left} left out, of days that have not come yet (${first}${days.length > 1 ? " and later" : ""})`;
}

/** The outcome of a file that leaves nothing but its sentence. */
export function failed(message: string): Outcome {
  return {
    state: "failed",
    message: sentence(message),
    isPartial: false,
    activityId: null,
    originalId: null,
    detail: null,
  };
}

/** What became of a recording and its sessions, as the report says it. */
export function outcomeOf(added: AddedFile): Outcome {
  const fresh = added.sessions.filter((session) => session.state !== "duplicate");
  const [first] = fresh.length > 0 ? fresh : added.sessions;
  const warnings = added.warnings.map((warning) => warning.text);
  const twins = added.sessions.flatMap((session) =>
    session.state === "duplicate" && session.because === "same-session" ? [session] : [],
  );
  const because = first?.state === "duplicate" ? duplicateText(first.because) : null;
  return {
    state: first?.state ?? "failed",
    message: [because, ...warnings].flatMap((text) => (text ? [sentence(text)] : [])).join(" ") || null,
    isPartial: added.warnings.some((warning) =>
      /truncated|corrupt|no-size|not-well-formed/.test(warning.code),
    ),
    activityId: first?.activityId ?? null,
    originalId: twins[0]?.originalId ?? null,
    detail: { sessions: added.sessions, device: added.device },
  };
}

/** Every reason is shown by itself: it begins with a capital and ends with a full stop. */
function sentence(text: string): string {
  const told = text.trim();
  return `${told.charAt(0).toUpperCase()}${told.slice(1)}${/[.!?…]$/.test(told) ? "" : "."}`;
}

function duplicateText(because: "same-file" | "same-session"): string {
  return because === "same-file"
    ? "This file was added before"
    : "This looks like a session that is here already, so it was left out";
}
