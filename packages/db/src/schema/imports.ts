import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { athletes } from "./athletes.ts";
import { athleteId, bytea, createdAt, instant, oneOf } from "./columns.ts";
import { athletePolicies } from "./policies.ts";

/**
 * Files as they were uploaded, under their content's SHA-256. They live in the database so that one backup
 * holds everything and a row never stands without its file.
 */
export const originals = pgTable(
  "originals",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    /** Hexadecimal, of the bytes as uploaded. */
    sha256: text().notNull(),
    /** The file's name as the user knew it: a label, never a path. */
    label: text().notNull(),
    kind: text().notNull(),
    sizeBytes: integer().notNull(),
    encoding: text({ enum: ["none", "gzip", "zstd", "brotli"] }).notNull(),
    bytes: bytea().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    unique("originals_content").on(t.athleteId, t.sha256),
    // A file of a watch holds the route.
    ...athletePolicies({ read: "location", write: "own" }),
  ],
);

/** One upload of one or many files, or of a history; it can be undone as a whole. */
export const importBatches = pgTable(
  "import_batches",
  {
    id: uuid().notNull(),
    athleteId: athleteId().references(() => athletes.athleteId, { onDelete: "cascade" }),
    kind: text({ enum: ["files", "history", "csv"] }).notNull(),
    state: text({ enum: ["pending", "running", "done", "failed", "undone"] }).notNull(),
    label: text(),
    total: integer().notNull().default(0),
    added: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    duplicates: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    message: text(),
    startedBy: uuid().notNull(),
    createdAt: createdAt(),
    /** When a worker last said that it is at it: long ago means that it died, and another takes over. */
    workedAt: instant(),
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("import_batches_athlete").on(t.athleteId, t.createdAt),
    oneOf("import_batches_state", t.state, ["pending", "running", "done", "failed", "undone"]),
    index("import_batches_open").on(t.state).where(sql`state in ('pending', 'running')`),
    ...athletePolicies({ read: "training", write: "own", night: "read" }),
  ],
);

/** Files of an import on their way in, in pieces, until the worker has read them. */
export const importPieces = pgTable(
  "import_pieces",
  {
    batchId: uuid().notNull(),
    athleteId: athleteId(),
    /** Which file of the batch. */
    position: integer().notNull(),
    piece: integer().notNull(),
    /** How many pieces the file has. */
    pieces: integer().notNull(),
    label: text().notNull(),
    bytes: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.athleteId, t.position, t.piece] }),
    foreignKey({
      name: "import_pieces_batch",
      columns: [t.batchId, t.athleteId],
      foreignColumns: [importBatches.id, importBatches.athleteId],
    }).onDelete("cascade"),
    // A file of a watch holds the route.
    ...athletePolicies({ read: "location", write: "own" }),
  ],
);

/** What became of each file of an import. */
export const importFiles = pgTable(
  "import_files",
  {
    batchId: uuid().notNull(),
    athleteId: athleteId(),
    position: integer().notNull(),
    /** Which file inside an archive, from 1; 0 for the file itself. */
    entry: integer().notNull().default(0),
    label: text().notNull(),
    state: text({ enum: ["added", "updated", "duplicate", "failed", "skipped"] }).notNull(),
    /** Some of it could not be read; what could is kept. */
    isPartial: boolean().notNull().default(false),
    message: text(),
    activityId: uuid(),
    /** A recording or log that looks like what was here already: kept while it is a question. */
    originalId: uuid(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.athleteId, t.position, t.entry] }),
    foreignKey({
      name: "import_files_batch",
      columns: [t.batchId, t.athleteId],
      foreignColumns: [importBatches.id, importBatches.athleteId],
    }).onDelete("cascade"),
    oneOf("import_files_state", t.state, ["added", "updated", "duplicate", "failed", "skipped"]),
    ...athletePolicies({ read: "training", write: "own" }),
  ],
);
