import { createWriteStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@repo/core/errors";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { MAX_FILE_BYTES } from "./unpack.ts";

/** An export inside an export, and no deeper: a zip that holds itself has no end. */
const MAX_DEPTH = 3;
const MAX_ENTRIES = 60_000;
/** Recordings shrink to a tenth; what shrinks to a hundredth is made to fill a disk. */
const MAX_RATIO = 100;
const SMALL_BYTES = 1024 * 1024;
const LOCAL_HEADER_BYTES = 30;
const SYMLINK = 0o120000;
const FORMAT = 0o170000;

/** One file of an archive: read it when wanted, or see why it is not to be read. */
export type ArchiveEntry = {
  /** Its place in the archive as a label, archives inside archives joined by ›. */
  name: string;
  sizeBytes: number;
  /** Why it is not to be read, whatever it is called; else null. */
  refusal: string | null;
  /** @throws {AppError} INVALID for what cannot be read */
  read(): Promise<Uint8Array>;
};

type Walk = { folder: string; budget: { left: number }; count: { entries: number; nested: number } };

/**
 * Walks through a zip file and the zips in it, one file at a time, in the order of its directory: gigabytes at the
 * memory of one file. Archives inside it are written into `folder` under names of our own and removed.
 *
 * @throws {AppError} INVALID for what is no zip, and for more entries or bytes than an export has
 */
export async function* walkArchive(path: string, folder: string): AsyncGenerator<ArchiveEntry> {
  const { size } = await stat(path);
  const walk = { folder, budget: { left: size * MAX_RATIO + SMALL_BYTES }, count: { entries: 0, nested: 0 } };
  yield* walkZip(path, "", 1, walk);
}

async function* walkZip(
  path: string,
  prefix: string,
  depth: number,
  walk: Walk,
): AsyncGenerator<ArchiveEntry> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > MAX_ENTRIES) throw tooManyEntries();
    await refuseOverlap(path);
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry);
      if (name.endsWith("/")) continue;
      walk.count.entries += 1;
      if (walk.count.entries > MAX_ENTRIES) throw tooManyEntries();
      const label = `${prefix}${name}`;
      const fault = faultOf(entry, name);
      if (fault !== null) yield refused(label, entry, fault);
      else if (/\.zip$/i.test(name)) yield* walkNested(zip, entry, { label, depth, walk });
      else
        yield {
          name: label,
          sizeBytes: entry.uncompressedSize,
          refusal: null,
          read: () => readEntry(zip, entry, walk),
        };
    }
  } finally {
    zip.close();
  }
}

/** Entries that share bytes of the file are how a few megabytes unpack to terabytes. */
async function refuseOverlap(path: string): Promise<void> {
  const zip = await openZip(path);
  const spans: [number, number][] = [];
  try {
    for await (const { relativeOffsetOfLocalHeader: start, compressedSize } of entriesOf(zip))
      spans.push([start, start + LOCAL_HEADER_BYTES + compressedSize]);
  } finally {
    zip.close();
  }
  spans.sort(([a], [b]) => a - b);
  const overlap = spans.some(([start], index) => start < (spans[index - 1]?.[1] ?? 0));
  if (overlap)
    throw new AppError("INVALID", "Files of this archive overlap, which no export does. It was not read.");
}

async function* walkNested(
  zip: ZipFile,
  entry: Entry,
  { label, depth, walk }: { label: string; depth: number; walk: Walk },
): AsyncGenerator<ArchiveEntry> {
  if (depth >= MAX_DEPTH) {
    yield refused(label, entry, `it lies in ${MAX_DEPTH} archives, one inside the other; unpack it first`);
    return;
  }
  walk.count.nested += 1;
  const copy = join(walk.folder, `nested-${walk.count.nested}.zip`);
  try {
    const fault = await unpackNested(zip, entry, copy, walk);
    if (fault !== null) yield refused(label, entry, fault);
    else yield* walkZip(copy, `${label} › `, depth + 1, walk);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield refused(label, entry, error.message);
  } finally {
    await rm(copy, { force: true });
  }
}

async function unpackNested(zip: ZipFile, entry: Entry, copy: string, walk: Walk): Promise<string | null> {
  walk.budget.left -= entry.uncompressedSize;
  if (walk.budget.left < 0) return TOO_MUCH;
  try {
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(copy, { mode: 0o600 }));
    return null;
  } catch (error) {
    if (isDiskFault(error)) throw error;
    return "it is damaged: what it holds is not what its directory says";
  }
}

const TOO_MUCH = `the archive unpacks to more than ${MAX_RATIO} times its size, which no export does`;

async function readEntry(zip: ZipFile, entry: Entry, walk: Walk): Promise<Uint8Array> {
  if (entry.uncompressedSize > MAX_FILE_BYTES)
    throw new AppError("INVALID", "This file is larger than 64 MB unpacked, which no single activity is.");
  walk.budget.left -= entry.uncompressedSize;
  if (walk.budget.left < 0) throw new AppError("INVALID", `This file was not read: ${TOO_MUCH}.`);
  try {
    return await collect(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
  } catch (error) {
    if (isDiskFault(error)) throw error;
    throw new AppError("INVALID", "This file is damaged inside the archive. Download the archive again.");
  }
}

/** The reader itself ends a stream that is longer than its directory says. */
async function collect(stream: Readable, size: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks, size);
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { decodeStrings: false, autoClose: false, lazyEntries: true });
  } catch (error) {
    if (isDiskFault(error)) throw error;
    throw new AppError("INVALID", "This zip file is damaged or cut short. Download it again.");
  }
}

/** The entries of the directory; a damaged one ends the walk with a sentence. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry;
  } catch (error) {
    if (error instanceof AppError || isDiskFault(error)) throw error;
    if (!/invalid|expected|unexpected|compress|zip|central|entry/i.test((error as Error).message))
      throw error;
    throw new AppError("INVALID", "The directory of this zip file is damaged. Download it again.");
  }
}

function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const text = new TextDecoder(isUtf8 ? "utf-8" : "latin1").decode(raw);
  return text.replaceAll("\\", "/");
}

function faultOf(entry: Entry, name: string): string | null {
  const mode = entry.externalFileAttributes >>> 16;
  if ((mode & FORMAT) === SYMLINK)
    return "it is a link to another file, which archives of recordings do not hold";
  if (/^([a-z]:|\/)/i.test(name) || name.split("/").includes(".."))
    return "its name points outside the archive; nothing was written there";
  if ((entry.generalPurposeBitFlag & 1) !== 0) return "it is encrypted; unpack the archive and add the files";
  const isBomb =
    entry.uncompressedSize > SMALL_BYTES && entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
  return isBomb ? `it unpacks to more than ${MAX_RATIO} times its size, which no recording does` : null;
}

function refused(name: string, entry: Entry, because: string): ArchiveEntry {
  const refusal = /\.$/.test(because) ? because : `This file was not read: ${because}.`;
  const read = () => Promise.reject(new AppError("INVALID", refusal));
  return { name, sizeBytes: entry.uncompressedSize, refusal, read };
}

function tooManyEntries(): AppError {
  return new AppError("INVALID", `This archive holds more than ${MAX_ENTRIES} files, which no export does.`);
}

function isDiskFault(error: unknown): boolean {
  return /^(ENOSPC|EIO|EMFILE|ENOENT|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? "");
}
