import { AppError } from "@repo/core/errors";
import type { ActivityFile, FileSession, FileWarning } from "../activity-file.ts";
import { onceEach } from "../once-each.ts";
import { cutLastLeg } from "./cut-last-leg.ts";
import { type Beat, heartBeats } from "./heart-beats.ts";
import { decodeFit, type FitMessage, type FitPart } from "./messages.ts";
import { FILE_TYPES, MESG, manufacturerName } from "./profile.ts";
import { fromZero, readSessions } from "./sessions.ts";
import { first, numberOf, textOf } from "./values.ts";

const WANTED: ReadonlySet<number> = new Set(Object.values(MESG));
const ACTIVITY_FILE_TYPE = 4;

const FAULT_TEXTS: Record<string, string> = {
  truncated: "the file ends before its header says it should; what was recorded up to there is kept",
  "bad-crc": "the checksum does not match, so some values may be damaged",
  "corrupt-record": "a record in the middle cannot be read; what came before it is kept",
  "trailing-bytes": "bytes after the end of the file were left out",
  "too-many": "the file holds more messages than an activity has; those that came first are kept",
  "wrong-size": "the header names fewer bytes than there are; all of them were read",
  "no-size": "the recording was never closed; what was recorded is kept",
};

/**
 * Reads every activity of a FIT file, chained files included.
 *
 * @throws {AppError} INVALID when the bytes hold no activity, with the kind of file that it is instead
 */
export function readFit(bytes: Uint8Array): ActivityFile {
  const parts = decodeFit(bytes, WANTED);
  const warnings: FileWarning[] = [];
  const sessions: FileSession[] = [];
  // A strap's own memory comes as files of its own, chained behind the recording.
  const beats = heartBeats(parts.flatMap((part) => part.messages));
  for (const part of parts) {
    for (const fault of part.faults) {
      const text = FAULT_TEXTS[fault];
      if (text) warnings.push({ code: fault, text });
    }
    const isActivity = fileTypeOf(part) === ACTIVITY_FILE_TYPE || part.messages.some(isSession);
    if (!isActivity) continue;
    const isBroken = part.faults.includes("truncated") || part.faults.includes("no-size");
    const { told, untold } = isBroken ? cutLastLeg(part.messages) : { told: part.messages, untold: [] };
    const read = readSessions(told, warnings, beats);
    sessions.push(...read, ...untoldLegs(untold, read, warnings, beats));
  }
  if (sessions.length === 0) throw new AppError("INVALID", refusal(parts));
  const device = deviceOf(parts.flatMap((part) => part.messages));
  return { format: "fit", device, sessions: onceEach(sessions, warnings), warnings };
}

/** What follows the last summary, counted from where that leg's counter stood. */
function untoldLegs(
  untold: readonly FitMessage[],
  told: readonly FileSession[],
  warnings: FileWarning[],
  beats: readonly Beat[],
): FileSession[] {
  if (untold.length === 0) return [];
  const countedM = Math.max(0, ...(told.at(-1)?.samples.distanceM.slice(-50) ?? []).map((at) => at ?? 0));
  const [first, ...others] = readSessions(untold, warnings, beats);
  if (!first) return others;
  const from = first.samples.distanceM.find((distance) => distance !== null) ?? 0;
  return [countedM > 0 && from >= countedM ? fromZero(first, from) : first, ...others];
}

function isSession(message: FitMessage): boolean {
  return message.num === MESG.session;
}

function fileTypeOf(part: FitPart): number | null {
  const fileId = first(part.messages, MESG.fileId);
  return fileId ? numberOf(fileId, 0) : null;
}

function refusal(parts: readonly FitPart[]): string {
  if (parts[0]?.faults.includes("not-fit"))
    return "This is not a FIT file: its header is missing or damaged.";
  const type = parts.map(fileTypeOf).find((found) => found !== null && found !== ACTIVITY_FILE_TYPE);
  if (type != null) {
    const name = FILE_TYPES[type] ?? `type ${type}`;
    return `This FIT file holds no activity: it is a ${name} file. Choose a file of a finished session.`;
  }
  return "This FIT file holds no activity: it has a header but no session and no records. Copy it from the watch again.";
}

function deviceOf(messages: readonly FitMessage[]): string | null {
  const fileId = first(messages, MESG.fileId);
  const creator = messages.find((message) => message.num === MESG.deviceInfo && numberOf(message, 0) === 0);
  const maker = manufacturerName(
    (fileId && numberOf(fileId, 1)) ?? (creator && numberOf(creator, 2)) ?? null,
  );
  const product = (creator && textOf(creator, 27)) ?? (fileId && textOf(fileId, 8)) ?? null;
  const number = (fileId && numberOf(fileId, 2)) ?? null;
  if (product) return maker && !product.startsWith(maker) ? `${maker} ${product}` : product;
  return maker ? (number === null ? maker : `${maker} ${number}`) : null;
}
