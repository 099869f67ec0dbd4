import { openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "./log.ts";
import { trustedNow } from "./trusted-now.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

test("a clock that jumped a day ahead makes nothing due, one a minute off is said", async () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const off = (seconds: number) => new Date(Date.now() + seconds * 1_000);
  await trustedNow(db.night, log);
  expect(lines).toEqual([]);
  await expect(trustedNow(db.night, log, off(86_400))).rejects.toThrow("an hour apart");
  await expect(trustedNow(db.night, log, off(-86_400))).rejects.toThrow("an hour apart");
  await trustedNow(db.night, log, off(60));
  expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ msg: "the clocks are apart" });
});
