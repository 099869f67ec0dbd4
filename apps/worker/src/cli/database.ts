import { AppError } from "@repo/core/errors";
import type { Db } from "@repo/db";
import { createDb } from "@repo/db/internal";
import type { CommandIo } from "./command.ts";

type Variable =
  | "WORKER_DATABASE_URL"
  | "WEB_DATABASE_URL"
  | "AUTH_DATABASE_URL"
  | "OWNER_DATABASE_URL"
  | "BACKUP_DATABASE_URL";

/** The address of one role's account; a sentence when no database is named. */
export function databaseUrl(io: CommandIo, variable: Variable): string {
  const url = io.env[variable];
  if (url) return url;
  throw new AppError(
    "INVALID",
    `${variable} is not set. Call this as "npm run --silent mesocycle -- …" in the project, which finds or starts the database.`,
  );
}

/** A connection of one role for the length of a command; a sentence when no database is named. */
export async function withDatabase<T>(
  io: CommandIo,
  variable: Variable,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const url = databaseUrl(io, variable);
  const db = createDb(url, { max: 4, applicationName: "mesocycle-cli" });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
