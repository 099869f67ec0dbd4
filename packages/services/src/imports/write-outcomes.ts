import { isDatabaseAway } from "@repo/db";
import { insertImportFiles, updateImportBatch } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { addPlainFiles, cleanLabel } from "@repo/services/training";
import {
  failed,
  type Outcome,
  outcomeOf,
  type ReadFile,
  readImportFile,
  storeImportFile,
} from "./import-file.ts";

type Place = { position: number; entry: number; name: string };
type Waiting = Place & ({ outcome: Outcome } | { bytes: Uint8Array; read: ReadFile });

export type OutcomeWriter = {
  isKnown(place: Place): boolean;
  /** Notes what became of a file that is not read. */
  add(place: Place, outcome: Outcome): Promise<void>;
  /** Stores what a file holds. */
  read(place: Place, bytes: Uint8Array, read?: ReadFile): Promise<void>;
  flush(): Promise<void>;
  count(): number;
};

type Options = {
  batchId: string;
  /** Places that were written before a crash, as `position:entry`. */
  known: ReadonlySet<string>;
  onFailure: (error: unknown) => void;
  inTransaction: <T>(work: (ctx: ServiceContext) => Promise<T>) => Promise<T>;
};

const FILES_AT_ONCE = 32;
const BYTES_AT_ONCE = 6 * 1024 * 1024;

/** Writes files of a batch, several in one transaction: each with its outcome, or not at all. */
export function createWriter({ batchId, known, onFailure, inTransaction }: Options): OutcomeWriter {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let written = known.size;

  async function flush(): Promise<void> {
    const files = waiting;
    waiting = [];
    bytes = 0;
    if (files.length === 0) return;
    try {
      await inTransaction((ctx) => writeFiles(ctx, batchId, files));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      await writeOneByOne(files, error);
    }
    written += files.length;
  }

  /** A fault of ours in one file must not stop the others. */
  async function writeOneByOne(files: readonly Waiting[], error: unknown): Promise<void> {
    onFailure(error);
    for (const file of files) {
      try {
        await inTransaction((ctx) => writeFiles(ctx, batchId, [file]));
      } catch (fault) {
        if (isDatabaseAway(fault)) throw fault;
        onFailure(fault);
        const outcome = failed(
          "The server could not take this file, which is a fault of the server. It was left out.",
        );
        await inTransaction((ctx) => writeFiles(ctx, batchId, [{ ...file, outcome }]));
      }
    }
  }

  async function push(file: Waiting, size: number): Promise<void> {
    waiting.push(file);
    bytes += size;
    if (waiting.length >= FILES_AT_ONCE || bytes >= BYTES_AT_ONCE) await flush();
  }

  return {
    isKnown: ({ position, entry }) => known.has(`${position}:${entry}`),
    add: (place, outcome) => push({ ...place, outcome }, 0),
    read: (place, content, read) =>
      push(
        { ...place, bytes: content, read: read ?? readImportFile({ name: place.name, bytes: content }) },
        content.length,
      ),
    flush,
    count: () => written,
  };
}

async function writeFiles(ctx: ServiceContext, batchId: string, files: readonly Waiting[]): Promise<void> {
  const rows = [];
  const plain = await writePlain(ctx, batchId, files);
  for (const file of files) {
    const outcome =
      "outcome" in file
        ? file.outcome
        : (plain.get(file) ?? (await storeImportFile(ctx, { ...file, batchId }, file.read)));
    rows.push({
      position: file.position,
      entry: file.entry,
      label: cleanLabel(file.name).slice(0, 300),
      ...outcome,
    });
  }
  await insertImportFiles(ctx.db, ctx.actor.userId, batchId, rows);
  await updateImportBatch(ctx.db, ctx.actor.userId, batchId, { workedAt: ctx.now });
}

/** Most recordings of an export stand alone on their day: these are written together, the others one after the other. */
async function writePlain(
  ctx: ServiceContext,
  batchId: string,
  files: readonly Waiting[],
): Promise<Map<Waiting, Outcome>> {
  const recordings = files.flatMap((file) =>
    "read" in file && file.read.kind === "activity" ? [{ file, read: file.read }] : [],
  );
  const added = await addPlainFiles(
    ctx,
    recordings.map(({ file, read }) => ({
      name: file.name,
      bytes: file.bytes,
      file: read.file,
      importBatchId: batchId,
    })),
  );
  return new Map(
    recordings.flatMap(({ file }, at) => {
      const one = added[at];
      return one ? [[file, outcomeOf(one)] as const] : [];
    }),
  );
}
