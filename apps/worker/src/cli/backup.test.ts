import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simulateAthlete } from "@repo/core/simulation";
import { withActor } from "@repo/db";
import { insertOriginal } from "@repo/db/queries";
import { makeCoachAndAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { createDueNights, runNights } from "@repo/services/night";
import { importHistory } from "@repo/services/transfer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "./main.ts";

const NOW = new Date("2026-03-10T12:00:00Z");
const FOLDER = mkdtempSync(join(tmpdir(), "mesocycle-backup-"));
const FILE = join(FOLDER, "club.backup");

let [from, to]: TestDb[] = [];
beforeAll(async () => {
  [from, to] = [await openTestDb(), await openTestDb()];
  await fill(from);
});
afterAll(async () => {
  await from?.close();
  await to?.close();
});

/** An athlete with training, files with any bytes, and a night. */
async function fill(db: TestDb): Promise<void> {
  const { athleteId } = await makeCoachAndAthlete(db.owner);
  const actor = { userId: athleteId };
  const history = simulateAthlete({ seed: 1, from: "2025-09-01", to: "2026-03-01", story: "improving" });
  await withActor(db.web, actor, async (tx) => {
    await importHistory({ db: tx, actor, now: NOW }, history);
    const bytes = Buffer.from(
      Array.from({ length: 1_000_000 }, (_, index) => (index * 37 + (index >> 8)) % 256),
    );
    const label = "odd \\ name\t\n";
    const about = { sha256: "a".repeat(64), kind: "fit", label, sizeBytes: bytes.length } as const;
    await insertOriginal(tx, athleteId, { id: crypto.randomUUID(), ...about, encoding: "none", bytes });
  });
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
}

async function run(db: TestDb | undefined, ...words: string[]) {
  let [out, err] = ["", ""];
  const env = { OWNER_DATABASE_URL: db?.urls.owner, BACKUP_DATABASE_URL: db?.urls.backup };
  const io = {
    out: (text: string) => {
      out += text;
    },
    outBytes: () => {},
    err: (text: string) => {
      err += text;
    },
  };
  return { code: await main(words, { ...io, env, now: NOW }), out, err };
}

/** Every row of every table, as text, in order. */
async function contentOf(db: TestDb | undefined): Promise<Record<string, string[]>> {
  if (!db) return {};
  const tables = await db.owner.execute<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await db.owner.execute<{ row: string }>(
      `select t::text as row from public."${name}" t order by 1`,
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

test("a restored backup equals what was backed up, row by row", async () => {
  const made = await run(from, "backup", FILE);
  expect(made).toMatchObject({ code: 0, err: "" });
  const before = await contentOf(from);
  expect(Object.values(before).flat().length).toBeGreaterThan(300);
  expect(await run(to, "restore", FILE)).toMatchObject({ code: 0, err: "" });
  expect(await contentOf(to)).toEqual(before);
});

test("a folder that is not there is named, and not what the system calls it", async () => {
  const file = join(FOLDER, "nowhere", "club.backup");
  const { code, err } = await run(from, "backup", file);
  expect([code, err]).toEqual([2, expect.stringContaining(`There is no folder ${join(FOLDER, "nowhere")}`)]);
});

test("a database that holds somebody is left alone, and a file is never written over", async () => {
  const before = await contentOf(from);
  expect(await run(from, "restore", FILE)).toMatchObject({
    code: 1,
    err: expect.stringContaining("accounts already"),
  });
  expect(await contentOf(from)).toEqual(before);
  expect(await run(from, "backup", FILE)).toMatchObject({ code: 2 });
});

test("a backup that is cut short or changed restores nothing", async () => {
  const whole = readFileSync(FILE);
  const fresh = await openTestDb();
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(whole.length >> 1) ^ 0xff, whole.length >> 1);
  const broken = [
    whole.subarray(0, whole.length - 200),
    whole.subarray(0, 100),
    changed,
    Buffer.from("no backup"),
  ];
  for (const [index, bytes] of broken.entries()) {
    const file = join(FOLDER, `broken-${index}`);
    writeFileSync(file, bytes);
    expect(await run(fresh, "restore", file), `broken ${index}`).toMatchObject({ code: 1, out: "" });
  }
  expect(Object.values(await contentOf(fresh)).flat()).toEqual([]);
  await fresh.close();
});
