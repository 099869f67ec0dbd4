import { AppError } from "@repo/core/errors";
import type { Db } from "@repo/db";
import { createDb } from "@repo/db/internal";
import type { CommandIo } from "./command.ts";

/** A connection of one role for the length of a command; a sentence when no database is named. */
export async function withDatabase<T>(
  io: CommandIo,
  variable: "WORKER_DATABASE_URL" | "WEB_DATABASE_URL" | "AUTH_DATABASE_URL" | "OWNER_DATABASE_URL",
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const url = io.env[variable];
  if (!url) {
    throw new AppError(
      "INVALID",
      `${variable} is not set. Call this as "npm run --silent mesocycle -- …" in the project, which finds or starts the database.`,
    );
  }
  const db = createDb(url, { max: 4, applicationName: "mesocycle-cli" });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
