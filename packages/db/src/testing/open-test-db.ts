import type { Db } from "../client.ts";
import { createDb } from "../client.ts";
import { createTestDatabase } from "./template.ts";

export type TestDb = {
  /** As the web does it: use `withActor`. */
  web: Db;
  auth: Db;
  night: Db;
  /** Sees and does everything: for preparing and for looking behind the scenes. */
  owner: Db;
  urls: { owner: string; web: string; auth: string; night: string; backup: string };
  close(): Promise<void>;
};

/** A database of its own for a test file: `beforeAll(open)`, `afterAll(close)`. */
export async function openTestDb(): Promise<TestDb> {
  const made = await createTestDatabase();
  const urls = {
    owner: made.ownerUrl,
    web: made.appUrl,
    auth: made.authUrl,
    night: made.workerUrl,
    backup: made.backupUrl,
  };
  const pools = {
    web: createDb(urls.web, { max: 4 }),
    auth: createDb(urls.auth, { max: 4 }),
    night: createDb(urls.night, { max: 4 }),
    owner: createDb(urls.owner, { max: 2 }),
  };
  return {
    ...pools,
    urls,
    async close() {
      await Promise.all(Object.values(pools).map((pool) => pool.close()));
      await made.drop();
    },
  };
}
