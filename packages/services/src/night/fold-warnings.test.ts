import type { Warning } from "@repo/core/warnings";
import { newId } from "@repo/db";
import { listWarningsOf, writeWarnings } from "@repo/db/queries";
import { makeAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldWarnings } from "./fold-warnings.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const DAY = "2026-03-03";
const warning = (text: string): Warning => ({
  kind: "plateau",
  severity: "warn",
  since: DAY,
  title: "5K has not moved",
  evidence: [],
  remedy: { code: "vary", text, fix: null },
  source: [],
});

test("a day judged anew brings another remedy, and leaves a row alone that says the same already", async () => {
  const athleteId = await makeAthlete(db.owner, { timeZone: "UTC" });
  await db.owner.execute(`insert into warnings (id, athlete_id, kind, scope, severity, opened_on, last_seen_on, title, evidence, remedy)
    values ('${newId()}', '${athleteId}', 'plateau', 'training', 'warn', '${DAY}', '${DAY}', '5K has not moved', '[]', '{"code": "vary", "text": "Hills.", "fix": null}')`);
  const judge = (text: string) =>
    db.owner.transaction(async (tx) => {
      const rows = await listWarningsOf(tx, [athleteId], "2026-01-01");
      const days = [{ day: DAY, held: [warning(text)], refuted: [] }];
      await writeWarnings(tx, foldWarnings(athleteId, rows, days).writes);
      const [row] = await tx.execute(
        `select remedy ->> 'text' as text, version from warnings where athlete_id = '${athleteId}'`,
      );
      return row;
    });
  expect(await judge("Hills.")).toEqual({ text: "Hills.", version: 1 });
  expect(await judge("1000s.")).toEqual({ text: "1000s.", version: 2 });
});

test("health that was put aside stands again when it becomes grave, and not before", async () => {
  const athleteId = await makeAthlete(db.owner, { timeZone: "UTC" });
  await db.owner.execute(`insert into warnings (id, athlete_id, kind, scope, severity, opened_on, last_seen_on, title, evidence, snoozed_until, snooze_reason)
    values ('${newId()}', '${athleteId}', 'pain', 'medical', 'warn', '${DAY}', '${DAY}', 'Pain: knee, 3 of 10', '[]', '2026-03-20', 'Seen')`);
  const judge = (severity: Warning["severity"], title: string) =>
    db.owner.transaction(async (tx) => {
      const rows = await listWarningsOf(tx, [athleteId], "2026-01-01");
      const held = { ...warning("Rest."), kind: "pain" as const, severity, title };
      const folded = foldWarnings(athleteId, rows, [{ day: DAY, held: [held], refuted: [] }]);
      await writeWarnings(tx, folded.writes);
      const [row] = await tx.execute(
        `select snoozed_until::text as until, snooze_reason as reason from warnings where athlete_id = '${athleteId}'`,
      );
      return [folded.standing(DAY).openWarnings, row];
    });
  expect(await judge("warn", "Pain: knee, 4 of 10")).toEqual([0, { until: "2026-03-20", reason: "Seen" }]);
  expect(await judge("error", "Pain: shin, 9 of 10")).toEqual([1, { until: null, reason: null }]);
});
