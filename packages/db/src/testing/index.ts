export * from "./factories.ts";
export { openTestDb, type TestDb } from "./open-test-db.ts";
export { createTestDatabase, type TestDatabase } from "./template.ts";
