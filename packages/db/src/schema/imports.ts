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
    finishedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.athleteId] }),
    index("import_batches_athlete").on(t.athleteId, t.createdAt),
    oneOf("import_batches_state", t.state, ["pending", "running", "done", "failed", "undone"]),
    ...athletePolicies({ read: "training", write: "own" }),
  ],
);

/** What became of each file of an import. */
export const importFiles = pgTable(
  "import_files",
  {
    batchId: uuid().notNull(),
    athleteId: athleteId(),
    position: integer().notNull(),
    label: text().notNull(),
    state: text({ enum: ["added", "updated", "duplicate", "failed", "skipped"] }).notNull(),
    /** Some of it could not be read; what could is kept. */
    isPartial: boolean().notNull().default(false),
    message: text(),
    activityId: uuid(),
    detail: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.athleteId, t.position] }),
    foreignKey({
      name: "import_files_batch",
      columns: [t.batchId, t.athleteId],
      foreignColumns: [importBatches.id, importBatches.athleteId],
    }).onDelete("cascade"),
    oneOf("import_files_state", t.state, ["added", "updated", "duplicate", "failed", "skipped"]),
    ...athletePolicies({ read: "training", write: "own" }),
  ],
);
