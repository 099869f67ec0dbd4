import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHistory } from "@repo/core/history";
import { simulateAthlete } from "@repo/core/simulation";
import { makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "./main.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const FOLDER = mkdtempSync(join(tmpdir(), "mesocycle-cli-"));
const NOW = new Date("2026-03-10T12:00:00Z");

async function run(...words: string[]) {
  let [out, err] = ["", ""];
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    outBytes: () => {},
    err: (text) => {
      err += text;
    },
    env: {
      OWNER_DATABASE_URL: db.urls.owner,
      WEB_DATABASE_URL: db.urls.web,
      AUTH_DATABASE_URL: db.urls.auth,
      WORKER_DATABASE_URL: db.urls.night,
      APP_URL: "https://club.example.org/",
    },
    now: NOW,
  });
  return { code, out, err };
}

function fileOf(name: string, content: string): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(userId: string): Promise<Record<string, number>> {
  const tables = await db.owner.execute<{ table: string; column: string }>(
    `select table_name as "table", column_name as "column" from information_schema.columns
      where table_schema = 'public' and data_type = 'uuid'`,
  );
  const found: Record<string, number> = {};
  for (const { table, column } of tables) {
    const [row] = await db.owner.execute<{ n: number }>(
      `select count(*)::int as n from "${table}" where "${column}" = '${userId}'`,
    );
    if (row && row.n > 0) found[`${table}.${column}`] = row.n;
  }
  return found;
}

test("before anybody has an account, the operator gets the link that makes the first", async () => {
  const { code, out } = await run("user", "owner-link");
  expect(code).toBe(0);
  expect(out).toMatch(/^https:\/\/club\.example\.org\/first-run\?token=[\w-]{40,}\n$/);
  expect(await run("seed")).toMatchObject({ code: 2 });
});

test("a history goes in by file and comes out as the same history", async () => {
  const history = simulateAthlete({ seed: 3, from: "2026-01-05", to: "2026-03-01", story: "improving" });
  await makeUser(db.owner, { email: "in@example.org", name: "In" });
  await makeUser(db.owner, { email: "out@example.org", name: "In" });
  const read = await run("import", fileOf("h.json", JSON.stringify(history)), "--athlete", "IN@example.org");
  expect(read).toMatchObject({ code: 0, err: "" });
  const first = await run("export", "--athlete", "in@example.org");
  expect(readHistory(JSON.parse(first.out)).activities).toHaveLength(history.activities.length);
  await run("import", fileOf("again.json", first.out), "--athlete", "out@example.org");
  expect((await run("export", "--athlete", "out@example.org")).out).toBe(first.out);
});

test("a log is read, a file that is none is named, and the others stay", async () => {
  await makeUser(db.owner, { email: "log@example.org" });
  const log =
    "Date,Type,Distance (km),Duration\n2026-02-01,Running,10.0,50:00\n2026-02-03,Running,8.0,41:00\n";
  const words = [fileOf("log.csv", log), fileOf("photo.fit", "no recording"), "--athlete", "log@example.org"];
  const { code, out, err } = await run("import", ...words);
  expect(code).toBe(1);
  expect(err).toContain("photo.fit: ");
  expect(JSON.parse(out).files.map((file: { state: string }) => file.state)).toEqual(["added", "failed"]);
  const back = JSON.parse((await run("export", "--athlete", "log@example.org")).out);
  expect(back.activities).toHaveLength(2);
});

test("an erased athlete leaves no row, and nobody is erased by a slip", async () => {
  const id = await makeUser(db.owner, { email: "gone@example.org", name: "Gone" });
  const history = simulateAthlete({ seed: 5, from: "2026-02-01", to: "2026-03-01", story: "improving" });
  await run("import", fileOf("gone.json", JSON.stringify(history)), "--athlete", "gone@example.org");
  expect(await run("erase", "--athlete", "gone@example.org")).toMatchObject({ code: 64 });
  expect(Object.keys(await rowsOf(id)).length).toBeGreaterThan(3);
  expect(await run("erase", "--athlete", "gone@example.org", "--yes")).toMatchObject({ code: 0, err: "" });
  expect(await rowsOf(id)).toEqual({});
  expect(await run("erase", "--athlete", "gone@example.org", "--yes")).toMatchObject({ code: 2 });
});

test("the operator is found, listed and not erasable; reset links go to accounts alone", async () => {
  await makeUser(db.owner, { email: "op@example.org", isOperator: true });
  expect(JSON.parse((await run("user", "list")).out)).toContainEqual(
    expect.objectContaining({ email: "op@example.org", isOperator: true }),
  );
  expect(await run("erase", "--athlete", "op@example.org", "--yes")).toMatchObject({ code: 2 });
  expect((await run("user", "reset-link", "op@example.org")).out).toContain("/sign-in/new-password?token=");
  expect(await run("user", "reset-link", "none@example.org")).toMatchObject({ code: 2, out: "" });
  expect(await run("user", "owner-link")).toMatchObject({ code: 2, out: "" });
});

test("the doctor names what is wrong", async () => {
  const { code, out } = await run("doctor");
  const answer = JSON.parse(out);
  expect(code).toBe(1);
  expect(answer.versions.postgres).toMatch(/^\d+/);
  expect(answer.problems.join("\n")).toContain("No worker was ever heard of");
  expect(JSON.parse((await run("migrate")).out).migrations).toBeGreaterThan(0);
});
