import { newId, withActor } from "@repo/db";
import {
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  assignSeason,
  getSeason,
  listRules,
  previewLimit,
  resetLimit,
  saveSeason,
  setLimit,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  longestRunLast30DaysKm: 14,
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-22" },
  races: [{ date: "2026-06-14", distanceM: 10000, priority: "A", name: "Bergen 10K" }],
};
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function planned(coachId: string, athleteId: string) {
  const seasonId = newId();
  const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  const assigning = { mutationId: newId(), athleteId, seasonId, version: 1 };
  await as(coachId, (ctx) => assignSeason(ctx, assigning, { url: "http://here" }));
  return () => as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId }));
}

const TIGHT = { rule: "hard-sessions-a-week", name: "intermediate", value: 1 };
const verdicts = (season: Awaited<ReturnType<typeof getSeason>>) =>
  season.findings.filter(({ rule }) => rule === TIGHT.rule).length;

test("a limit says beforehand exactly which findings come and go, and then they do", async () => {
  const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner, { role: "head-coach" });
  const season = await planned(coachId, athleteId);
  const before = verdicts(await season());
  const preview = await as(coachId, (ctx) => previewLimit(ctx, { orgId }, TIGHT));
  expect(preview).toMatchObject({ seasons: 1, now: before });
  expect(preview.appear.length).toBeGreaterThan(0);
  expect(verdicts(await season())).toBe(before);
  await as(coachId, (ctx) => setLimit(ctx, { orgId }, { ...TIGHT, reason: "A careful winter" }));
  expect(verdicts(await season())).toBe(preview.after);
  const rules = await as(coachId, (ctx) => listRules(ctx, { orgId }));
  const set = rules.find(({ id }) => id === TIGHT.rule)?.limits.find(({ name }) => name === TIGHT.name)?.set;
  expect(set).toMatchObject({ value: 1, reason: "A careful winter" });
  await as(coachId, (ctx) => resetLimit(ctx, { orgId }, TIGHT));
  expect(verdicts(await season())).toBe(before);
});

test("an athlete's own limit comes before the organisation's", async () => {
  const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner, { role: "head-coach" });
  const season = await planned(coachId, athleteId);
  const before = verdicts(await season());
  await as(coachId, (ctx) => setLimit(ctx, { athleteId }, { ...TIGHT, value: 3, reason: "Used to it" }));
  await as(coachId, (ctx) => setLimit(ctx, { orgId }, { ...TIGHT, reason: "A careful winter" }));
  expect(verdicts(await season())).toBe(before);
  const preview = await as(coachId, (ctx) => previewLimit(ctx, { orgId }, { ...TIGHT, value: 0 }));
  expect(preview.appear).toEqual([]);
});

test("a coach who does not lead the organisation cannot set its limits", async () => {
  const { orgId } = await makeCoachAndAthlete(db.owner);
  const coach = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: coach, role: "coach" });
  const setting = as(coach, (ctx) => setLimit(ctx, { orgId }, { ...TIGHT, reason: "Mine" }));
  await expect(setting).rejects.toThrow();
});

test("the consequence of a limit takes as many statements for twenty athletes as for one", async () => {
  const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner, { role: "head-coach" });
  await planned(coachId, athleteId);
  const count = async () => {
    let statements = 0;
    await withActor(db.web, { userId: coachId }, async (tx) => {
      const counting = new Proxy(tx, {
        get(target, name, receiver) {
          if (name === "execute" || name === "select") statements += 1;
          return Reflect.get(target, name, receiver);
        },
      });
      await previewLimit({ db: counting, actor: { userId: coachId }, now: NOW }, { orgId }, TIGHT);
    });
    return statements;
  };
  const forOne = await count();
  for (let more = 0; more < 4; more++) {
    const other = await makeCoachAndAthlete(db.owner);
    await makeMember(db.owner, orgId, { userId: other.athleteId, role: "athlete" });
    await makeConsent(db.owner, { orgId, coachId, athleteId: other.athleteId });
    await planned(coachId, other.athleteId);
  }
  expect(await count()).toBe(forOne);
  expect(forOne).toBeLessThanOrEqual(3);
});
