import { open, readFile, stat } from "node:fs/promises";
import { AppError } from "@repo/core/errors";
import { type ArchiveEntry, MAX_FILE_BYTES, walkArchive } from "@repo/services/files";
import { failed, type Outcome, readImportFile } from "./import-file.ts";
import type { OutcomeWriter } from "./write-outcomes.ts";

export type Upload = { path: string; folder: string; name: string; position: number };

const READABLE = /\.(fit|tcx|gpx|csv|tsv|json)(\.gz)?$/i;
const TABLE = /\.(csv|tsv|json)(\.gz)?$/i;
/** A zip file begins with its first entry, or, without any, with its directory's end. */
const ZIP_MARKS = ["504b0304", "504b0506"];
const HISTORY = /^history\.json$/;
/** Tables wait until the recordings they describe are in, as long as they are small enough to be kept. */
const KEPT_BYTES = 48 * 1024 * 1024;

/** Reads one uploaded file: a recording, a table, or an archive of them. */
export async function readUpload(upload: Upload, writer: OutcomeWriter): Promise<void> {
  const place = { position: upload.position, entry: 0, name: upload.name };
  if (await isZip(upload)) return await readArchive(upload, writer);
  if (writer.isKnown(place)) return;
  const { size } = await stat(upload.path);
  if (size > MAX_FILE_BYTES)
    return await writer.add(
      place,
      failed("This file is larger than 64 MB, which no single activity is. Split it."),
    );
  if (size === 0)
    return await writer.add(place, failed("This file is empty. Copy it from the device again."));
  await writer.read(place, await readFile(upload.path));
}

async function isZip({ path, name }: Upload): Promise<boolean> {
  if (/\.(xlsx|docx|ods|numbers)$/i.test(name)) return false;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const isZipped = bytesRead === 4 && ZIP_MARKS.includes(buffer.toString("hex"));
    return isZipped || /\.zip$/i.test(name);
  } finally {
    await file.close();
  }
}

/** Reads an export: first its recordings, then the tables that name them; the rest is counted in one line. */
async function readArchive(upload: Upload, writer: OutcomeWriter): Promise<void> {
  const others = new Map<string, number>();
  const tables: { place: Place; bytes: Uint8Array }[] = [];
  let entry = 0;
  let keptBytes = 0;
  let fault: Outcome | null = null;
  // An export of ours begins with the history; what follows are its recordings, and the same facts as tables.
  let isOwn = false;
  try {
    for await (const file of walkArchive(upload.path, upload.folder)) {
      entry += 1;
      const place = { position: upload.position, entry, name: file.name };
      if (file.refusal === null && !READABLE.test(file.name)) {
        count(others, extensionOf(file.name));
        continue;
      }
      if (writer.isKnown(place)) continue;
      const bytes = await readEntry(file);
      isOwn ||= HISTORY.test(file.name) && bytes instanceof Uint8Array && entry === 1;
      if (isOwn && /^(csv|rows)\//.test(file.name)) count(others, extensionOf(file.name));
      else if (!(bytes instanceof Uint8Array)) await writer.add(place, bytes);
      else if (isOwn && entry === 1) await readOne(place, bytes, writer, others);
      else if (TABLE.test(file.name) && keptBytes + bytes.length < KEPT_BYTES) {
        keptBytes += bytes.length;
        tables.push({ place, bytes });
      } else await readOne(place, bytes, writer, others);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    fault = failed(error.message);
  }
  // A table describes recordings whose outcome is written.
  await writer.flush();
  for (const { place, bytes } of tables) await readOne(place, bytes, writer, others);
  await writer.add(
    { position: upload.position, entry: 0, name: upload.name },
    fault ?? summary(entry, others),
  );
}

type Place = { position: number; entry: number; name: string };

/** A file that no recording is: known to be so only once it is read; those are counted, not listed. */
async function readOne(
  place: Place,
  bytes: Uint8Array,
  writer: OutcomeWriter,
  others: Map<string, number>,
): Promise<void> {
  const read = readImportFile({ name: place.name, bytes });
  if (read.kind === "refused" && read.isOther) count(others, extensionOf(place.name));
  else await writer.read(place, bytes, read);
}

async function readEntry(file: ArchiveEntry): Promise<Uint8Array | Outcome> {
  try {
    return await file.read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return failed(error.message);
  }
}

function summary(entries: number, others: ReadonlyMap<string, number>): Outcome {
  const left = [...others].map(([kind, number]) => `${number} ${kind}`).join(", ");
  const message =
    left === "" ? `${entries} files` : `${entries} files; left out, because they hold no session: ${left}`;
  return { ...failed(message), state: "skipped" };
}

function count(others: Map<string, number>, kind: string): void {
  others.set(kind, (others.get(kind) ?? 0) + 1);
}

function extensionOf(name: string): string {
  return (/\.([a-z0-9]{1,8})(?:\.gz)?$/i.exec(name)?.[1] ?? "other").toLowerCase();
}
