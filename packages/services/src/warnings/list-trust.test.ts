import { newId, withActor } from "@repo/db";
import {
  makeAthlete,
  makeConsent,
  makeMember,
  makeOrganisation,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeWarning, listTrust } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-11-20T08:00:00Z");

test("a coach sees how often each kind was called wrong, of what is shared with them and of no more", async () => {
  const [orgId, coach, athlete] = [
    await makeOrganisation(db.owner),
    await makeUser(db.owner),
    await makeAthlete(db.owner),
  ];
  await makeMember(db.owner, orgId, { userId: coach, role: "coach" });
  await makeMember(db.owner, orgId, { userId: athlete, role: "athlete" });
  await makeConsent(db.owner, { orgId, coachId: coach, athleteId: athlete }, ["training"]);
  const raise = async (kind: string, scope: string, openedOn: string) => {
    const id = newId();
    await db.owner.execute(`insert into warnings (id, athlete_id, kind, scope, severity, opened_on, last_seen_on, closed_on, title, evidence)
      values ('${id}', '${athlete}', '${kind}', '${scope}', 'warn', '${openedOn}', '${openedOn}', '${openedOn}', '…', '[]')`);
    return id;
  };
  const wrong = await raise("plateau", "training", "2026-11-01");
  await raise("plateau", "training", "2026-08-01");
  await raise("plateau", "training", "2024-08-01");
  await raise("pain", "medical", "2026-11-01");
  const as = <T>(work: (ctx: Parameters<typeof listTrust>[0]) => Promise<T>) =>
    withActor(db.web, { userId: coach }, (tx) => work({ db: tx, actor: { userId: coach }, now: NOW }));
  await as((ctx) =>
    judgeWarning(ctx, { mutationId: newId(), athleteId: athlete, warningId: wrong, verdict: "wrong" }),
  );
  expect((await as(listTrust)).kinds).toEqual([{ kind: "plateau", opened: 2, wrong: 1, right: 0 }]);
});
