import { assess, prepareAssessor } from "@repo/core/assessment";
import { addDays, daysBetween, type IsoDate } from "@repo/core/calendar";
import { type DemoAthlete, demoAthletes } from "@repo/core/simulation";
import { refutedKinds } from "@repo/core/warnings";
import { newId, withActor } from "@repo/db";
import { getAthleteState, getLatestAssessment, getLatestRecovery, listWarningsSince } from "@repo/db/queries";
import { makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import { runNights } from "@repo/services/night";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillDemoAthlete } from "./fill-demo-athlete.ts";

/** Whose night is run on this morning: it judges the day before. */
const TODAY = "2026-11-22";
const JUDGED = addDays(TODAY, -1);
const STORIES = [
  "improving",
  "plateau-same-workout",
  "under-recovery",
  "session-spike",
  "missed-workouts",
  "life-stress",
];

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

/** Writes a simulated history as an athlete's rows and makes the nights of all its days due. */
async function entered({ history, story }: DemoAthlete): Promise<string> {
  const id = await makeUser(db.owner, { id: newId(), name: `${story} Demo` });
  const orgId = newId();
  await db.owner.execute(`insert into organisations (id, name) values ('${orgId}', 'Simulated')`);
  await db.owner.execute(
    `insert into memberships (org_id, user_id, role, status) values ('${orgId}', '${id}', 'owner', 'active')`,
  );
  await withActor(db.web, { userId: id }, async (tx) => {
    const ctx = { db: tx, actor: { userId: id }, now: new Date(`${TODAY}T05:00:00Z`) };
    const of = { id, index: 0, timeZone: "UTC", history, orgId, authorId: id, today: TODAY };
    await fillDemoAthlete(ctx, of);
  });
  const days = daysBetween(firstDayOf(history), JUDGED);
  await db.owner.execute(`insert into nightly_runs (athlete_id, local_date, kind, thorough)
    select '${id}', date '${TODAY}' - n, 'night', true from generate_series(0, ${days}) n`);
  return id;
}

function firstDayOf({ activities, wellness, results }: DemoAthlete["history"]): IsoDate {
  return [...activities, ...wellness, ...results].map(({ date }) => date).sort()[0] ?? JUDGED;
}

/** A planned workout has an id of its own in each of the two. */
function nameless(progress: unknown): unknown {
  return JSON.parse(JSON.stringify(progress, (key, value) => (key === "id" ? undefined : value)));
}

for (const demo of demoAthletes(TODAY).filter(({ story }) => STORIES.includes(story))) {
  test(`${demo.story}: the worker's nights say what an assessment of the same file says`, async () => {
    const { history } = demo;
    const id = await entered(demo);
    expect((await runNights(db.night, { now: new Date(`${TODAY}T05:00:00Z`) })).failed).toEqual([]);
    const left = await withActor(db.web, { userId: id }, async (tx) => ({
      state: await getAthleteState(tx, id),
      training: await getLatestAssessment(tx, id),
      recovery: await getLatestRecovery(tx, id),
      warnings: await listWarningsSince(tx, id, "1900-01-01"),
    }));
    const verdict = assess(history, JUDGED);
    expect(left.state).toMatchObject({ judgedThrough: JUDGED, progressState: verdict.progress.state });
    expect(nameless(left.training?.progress)).toEqual(nameless(verdict.progress));
    expect(left.training?.intensity).toEqual(verdict.intensity);
    expect(left.recovery?.recovery).toEqual(verdict.recovery);
    const { warnings, progress } = prepareAssessor(history).at(JUDGED);
    const refuted = refutedKinds(progress);
    const open = (rows: { kind: string; since: string }[]) =>
      rows.map(({ kind, since }) => `${kind} since ${since}`).sort();
    expect(
      open(
        left.warnings
          .filter(({ closedOn }) => closedOn === null)
          .map(({ kind, openedOn }) => ({ kind, since: openedOn })),
      ),
    ).toEqual(open(warnings.filter(({ kind }) => !refuted.includes(kind))));
  }, 300_000);
}
