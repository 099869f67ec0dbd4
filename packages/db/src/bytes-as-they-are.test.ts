import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDb, type TestDb } from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

test("bytes come back as they were sent, beside texts, nothing and numbers, however often the statement runs", async () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  const wide = new Uint8Array(randomBytes(300_001).buffer, 1, 300_000);
  for (const bytes of [all, new Uint8Array(0), wide, null, all, Buffer.from("\\x00")]) {
    const [row] = (await db.owner.execute(
      sql`select ${bytes}::bytea as bytes, ${"\\x61"}::text as said, ${null}::bytea as none, ${7}::int as number, length(${bytes}::bytea) as size`,
    )) as unknown as {
      bytes: Buffer | null;
      said: string;
      none: null;
      number: number;
      size: number | null;
    }[];
    expect(row?.bytes === null ? null : [...(row?.bytes ?? [])].join()).toEqual(bytes && [...bytes].join());
    expect(row).toMatchObject({ said: "\\x61", none: null, number: 7, size: bytes?.length ?? null });
  }
});
