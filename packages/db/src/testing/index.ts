/** For looking at rows in the tests of packages that have no business with the query builder. */
export { and, eq, sql } from "drizzle-orm";
export * from "./factories.ts";
export { openTestDb, type TestDb } from "./open-test-db.ts";
export { tablesNaming } from "./tables-naming.ts";
export { createTestDatabase, type TestDatabase } from "./template.ts";
