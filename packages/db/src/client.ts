import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { ARRAY_TYPES } from "./pg-arrays.ts";
import { prepareStatements } from "./prepare-statements.ts";

/** What a query works on: a transaction, or the database itself where no athlete is concerned. */
export type Tx = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>;

/** A pool of connections of one role. Nothing of an athlete is seen through it without `withActor`. */
export type Db = Tx & {
  /** How long a transaction waits for a free connection before it is told that all are busy. */
  waitForConnectionMs: number;
  close(): Promise<void>;
};

const DATE_OID = 1082;

export type DbOptions = {
  /** Connections at most. */
  max?: number;
  waitForConnectionMs?: number;
  applicationName?: string;
  /** Told the text of every statement as it goes out: for counting them. */
  onStatement?: (text: string) => void;
};

/**
 * Opens a pool, lazily: the first query connects, and a connection that died is replaced by the next query.
 * A day stays the text `YYYY-MM-DD`; statements end after 15 s, forgotten transactions after 30 s.
 */
export function createDb(url: string, options: DbOptions = {}): Db {
  const { onStatement } = options;
  const client = postgres(url, {
    ...(onStatement ? { debug: (_: number, text: string) => onStatement(text) } : {}),
    max: options.max ?? 10,
    connect_timeout: 5,
    backoff: reconnectDelayS,
    onnotice: () => {},
    types: {
      ...ARRAY_TYPES,
      day: {
        to: DATE_OID,
        from: [DATE_OID],
        parse: (text: string) => text,
        serialize: (text: string) => text,
      },
    },
    connection: {
      application_name: options.applicationName ?? "mesocycle",
      TimeZone: "UTC",
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
    },
  });
  const db = drizzle(prepareStatements(client), { casing: "snake_case" });
  return Object.assign(db, {
    waitForConnectionMs: options.waitForConnectionMs ?? 5_000,
    close: () => client.end({ timeout: 5 }),
  });
}

/** The driver's own delay grows with every connection of the pool that a crash took: to 20 s at once. */
function reconnectDelayS(): number {
  return 0.05 + Math.random() * 0.2;
}
