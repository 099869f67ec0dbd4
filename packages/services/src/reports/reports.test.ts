import { newId, withActor } from "@repo/db";
import { getReport, insertWaiver, listReports } from "@repo/db/queries";
import { seasonWeeks } from "@repo/db/schema";
import {
  makeActivity,
  makeCoachAndAthlete,
  makeConsent,
  makePlannedWorkout,
  makeSeason,
  openTestDb,
  sql,
  type TestDb,
} from "@repo/db/testing";
import { readSeasonsFrom } from "@repo/services/history";
import { createDueNights, judgeWaiting, runNights } from "@repo/services/night";
import { type Renew, sendOutbox } from "@repo/services/outbox";
import { checkIn } from "@repo/services/training";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  createAlerts,
  createDigests,
  createWeekMails,
  getAthleteReport,
  listAthleteReports,
  previewDigest,
  type RenderAlert,
  type RenderReport,
  type ReportDocument,
  readDigest,
  renewMail,
  sendDigestNow,
  setReportSetting,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());
afterEach(async () => {
  await db.owner.execute("truncate users cascade");
  await db.owner.execute("truncate outbox");
});

const NOW = new Date("2026-03-10T12:00:00Z");
const render: RenderReport = (document, to) => ({
  to,
  subject: document.title,
  text: JSON.stringify(document.blocks),
});
const renderAlert: RenderAlert = ({ title }) => title;
const renew: Renew = (tx, payload) =>
  renewMail(tx, payload, { render, renderAlert, appUrl: "http://localhost", now: NOW });
type Pair = Awaited<ReturnType<typeof makeCoachAndAthlete>>;

async function reportPain({ athleteId }: Pair, localDate = "2026-03-10") {
  await withActor(db.web, { userId: athleteId }, (tx) =>
    checkIn(
      { db: tx, actor: { userId: athleteId }, now: NOW },
      { mutationId: newId(), localDate, pain: { site: "left calf", level: 6 } },
    ),
  );
  await judgeWaiting(db.night, { now: NOW });
}

async function sentMails() {
  const sent: { to: string; subject: string; text: string }[] = [];
  const send = async ({ payload }: { payload: { to: string; subject: string; text: string } }) => {
    sent.push(payload);
  };
  await sendOutbox(db.night, { now: () => new Date(), send, renew, jitter: () => 0 });
  return sent;
}

async function pairWithHistory(): Promise<Pair> {
  const pair = await makeCoachAndAthlete(db.owner);
  for (let day = 1; day <= 9; day += 1) {
    await makeActivity(db.owner, pair.athleteId, {
      localDate: `2026-03-0${day}`,
      distanceM: 8_000,
      durationS: 2_880,
    });
  }
  return pair;
}

test("pain is told at once to the coach who is shown health, and to nobody else", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  const other = await pairWithHistory();
  await reportPain(pair);
  await reportPain(other);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "http://localhost", renderAlert })).toEqual({
    created: 1,
  });
  const [mail, ...more] = await sentMails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain("left calf");
  expect(mail?.subject).not.toMatch(/pain|calf/i);
  expect(mail?.text).toContain(`http://localhost/athletes/${pair.athleteId}`);
});

test("who is shown health without training is told of pain, and sent to no page that is closed to them", async () => {
  const pair = await pairWithHistory();
  await db.owner.execute(`delete from consents where athlete_id = '${pair.athleteId}'`);
  await makeConsent(db.owner, pair, ["medical"]);
  await reportPain(pair);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "http://localhost", renderAlert })).toEqual({
    created: 1,
  });
  const [mail] = await sentMails();
  expect(mail?.text).toContain("left calf");
  expect(mail?.text).toMatch(/Since \d+ March\./);
  expect(mail?.text).not.toMatch(/http|morning report/);
});

test("the same pain is not told twice, also when it is judged anew", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  await reportPain(pair);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "", renderAlert })).toEqual({ created: 1 });
  expect(await createAlerts(db.night, { now: NOW, appUrl: "", renderAlert })).toEqual({ created: 0 });
  await db.owner.execute("delete from warnings");
  await reportPain(pair);
  expect(await createAlerts(db.night, { now: NOW, appUrl: "", renderAlert })).toEqual({ created: 0 });
});

test("old pain, found when history is judged, wakes nobody", async () => {
  const pair = await pairWithHistory();
  await makeConsent(db.owner, pair, ["medical"]);
  await reportPain(pair, "2026-03-10");
  const later = new Date("2026-03-14T12:00:00Z");
  expect(await createAlerts(db.night, { now: later, appUrl: "", renderAlert })).toEqual({ created: 0 });
});

test("a digest comes once a morning, waits for the judgement, and says when it was sent", async () => {
  const pair = await pairWithHistory();
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 1 });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  expect(await sentMails()).toHaveLength(1);
  const [report] = await withActor(db.web, { userId: pair.coachId }, (tx) => listReports(tx, pair.coachId));
  expect(report).toMatchObject({ localDate: "2026-03-10", readAt: null });
  expect(report?.sentAt).not.toBeNull();
  const foreign = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    getReport(tx, pair.athleteId, report?.id ?? ""),
  );
  expect(foreign).toBeNull();
});

test("the preview says what the digest says, and an athlete's end of consent empties it", async () => {
  const pair = await pairWithHistory();
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  await createDigests(db.night, { now: NOW, render });
  const preview = () =>
    withActor(db.web, { userId: pair.coachId }, (tx) =>
      previewDigest({ db: tx, actor: { userId: pair.coachId }, now: NOW }, pair),
    );
  const stored = await withActor(db.web, { userId: pair.coachId }, async (tx) => {
    const [first] = await listReports(tx, pair.coachId);
    return (await getReport(tx, pair.coachId, first?.id ?? ""))?.content;
  });
  expect(await preview()).toEqual(stored);
  expect(stored).toMatchObject({ athletes: 1 });
  await db.owner.execute("update consents set revoked_at = now()");
  expect((await preview()).athletes).toBe(0);
  const read = withActor(db.web, { userId: pair.coachId }, async (tx) => {
    const [first] = await listReports(tx, pair.coachId);
    const ctx = { db: tx, actor: { userId: pair.coachId }, now: NOW };
    return await readDigest(ctx, { reportId: first?.id ?? "" });
  });
  await expect(read).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a digest tells trends with what they rest on, as long as they hold", async () => {
  const { coachId, orgId, athleteId } = await pairWithHistory();
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  const preview = () =>
    withActor(db.web, { userId: coachId }, (tx) =>
      previewDigest({ db: tx, actor: { userId: coachId }, now: NOW }, { orgId }),
    );
  expect((await preview()).trends).toEqual([]);
  const trend = { state: "improving", changePct: 3.14, interval: [1.22, 5.06], n: 12, windowDays: 84 };
  await db.owner.execute(sql`update assessments set progress = progress || ${JSON.stringify(trend)}::jsonb`);
  await db.owner.execute("update athlete_states set progress_state = 'improving'");
  const told = { athleteId, changePct: 3.1, interval: [1.2, 5.1], n: 12 };
  expect((await preview()).trends).toMatchObject([told]);
  await db.owner.execute("update athlete_states set progress_state = 'inconclusive'");
  expect((await preview()).trends).toEqual([]);
});

test("a digest asked for comes at once, in place of the morning's, and once", async () => {
  const pair = await pairWithHistory();
  await createDueNights(db.night, { now: NOW });
  await runNights(db.night, { now: NOW });
  await createDigests(db.night, { now: NOW, render });
  const ask = (again = false) =>
    withActor(db.web, { userId: pair.coachId }, (tx) =>
      sendDigestNow({ db: tx, actor: { userId: pair.coachId }, now: NOW }, { orgId: pair.orgId, again }),
    );
  // The morning's waits for the mail server; then it went out just now, then an hour ago.
  expect(await ask()).toEqual({ asked: false, sentAt: null });
  expect(await sentMails()).toHaveLength(1);
  expect(await ask()).toEqual({ asked: false, sentAt: expect.any(Date) });
  await db.owner.execute("update reports set sent_at = '2026-03-10T11:00:00Z'");
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  expect(await ask()).toMatchObject({ asked: true });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 1 });
  expect(await createDigests(db.night, { now: NOW, render })).toEqual({ created: 0 });
  expect(await ask(true)).toMatchObject({ asked: true });
  expect(await sentMails()).toHaveLength(1);
  const reports = await withActor(db.web, { userId: pair.coachId }, (tx) => listReports(tx, pair.coachId));
  expect(reports).toHaveLength(1);
});

/** The Monday after the week that `pairWithHistory` ends in. */
const MONDAY = new Date("2026-03-09T12:00:00Z");

test("an athlete's week comes once, on its day and hour, and tells of the week that ended", async () => {
  const pair = await pairWithHistory();
  const early = new Date("2026-03-09T00:30:00Z");
  expect(await createWeekMails(db.night, { now: early, render })).toEqual({ created: 0 });
  expect(await createWeekMails(db.night, { now: MONDAY, render })).toEqual({ created: 1 });
  expect(await createWeekMails(db.night, { now: MONDAY, render })).toEqual({ created: 0 });
  expect(await createWeekMails(db.night, { now: NOW, render })).toEqual({ created: 0 });
  const [mail] = await sentMails();
  expect(mail?.subject).toBe("56 km in 7 runs");
  // Without a season the picture shows the last weeks: one run on the day before this week, and this week's seven.
  expect(mail?.text).toContain('"doneKm":[null,null,null,null,null,null,null,null,null,null,8,56]');
  const reports = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    listReports(tx, pair.athleteId),
  );
  expect(reports).toMatchObject([{ kind: "week", localDate: "2026-03-02", orgId: null }]);
  expect(reports[0]?.sentAt).not.toBeNull();
});

test("nobody is written to who switched it off, or of whom nothing was heard for weeks", async () => {
  const pair = await pairWithHistory();
  await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    setReportSetting(
      { db: tx, actor: { userId: pair.athleteId }, now: NOW },
      { isOn: false, weekday: 1, hour: 7 },
    ),
  );
  expect(await createWeekMails(db.night, { now: MONDAY, render })).toEqual({ created: 0 });
  const later = new Date("2026-05-11T12:00:00Z");
  const silent = await pairWithHistory();
  expect(await createWeekMails(db.night, { now: later, render })).toEqual({ created: 0 });
  const reports = await withActor(db.web, { userId: silent.athleteId }, (tx) =>
    listReports(tx, silent.athleteId),
  );
  expect(reports).toEqual([]);
});

test("a mail that is given up is said beside its report, with the reason", async () => {
  const pair = await pairWithHistory();
  await createWeekMails(db.night, { now: MONDAY, render });
  let at = Date.now();
  const later = () => {
    at += 86_400_000;
    return new Date(at);
  };
  const refuse = async () => {
    throw new Error("no such mailbox");
  };
  await sendOutbox(db.night, { now: later, send: refuse, renew, jitter: () => 0.5 });
  const reports = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    listReports(tx, pair.athleteId),
  );
  expect(reports[0]).toMatchObject({ sentAt: null, failure: "no such mailbox" });
});

test("coach and athlete read the same week, each under their own address; what is not there is not found", async () => {
  const pair = await pairWithHistory();
  const read = (userId: string, kind: "week" | "block" | "race", date: string) =>
    withActor(db.web, { userId }, (tx) =>
      getAthleteReport({ db: tx, actor: { userId }, now: NOW }, { athleteId: pair.athleteId, kind, date }),
    );
  const own = await read(pair.athleteId, "week", "2026-03-04");
  const coached = await read(pair.coachId, "week", "2026-03-04");
  expect(own.title).toBe("56 km in 7 runs");
  expect({ ...coached, path: own.path } satisfies ReportDocument).toEqual(own);
  expect(own.path).toBe("/progress/reports/week/2026-03-04");
  expect(coached.path).toBe(`/athletes/${pair.athleteId}/reports/week/2026-03-04`);
  await expect(read(pair.coachId, "block", "2026-03-04")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(read(pair.coachId, "race", "2026-03-04")).rejects.toMatchObject({ code: "NOT_FOUND" });
  const links = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    listAthleteReports({ db: tx, actor: { userId: pair.athleteId }, now: NOW }, pair),
  );
  expect(links[0]).toEqual({
    kind: "week",
    date: "2026-03-09",
    label: "This week",
    path: "/progress/reports/week/2026-03-09",
  });
});

test("what a coach let stand in the plan is said in the report of its week, with the reason", async () => {
  const pair = await pairWithHistory();
  const seasonId = await makeSeason(db.owner, pair.athleteId);
  await insertWaiver(db.owner, pair.athleteId, {
    id: newId(),
    seasonId,
    rule: "hard-days-apart",
    dates: ["2026-03-05"],
    reason: "Both races count for the club",
  });
  const read = (date: string) =>
    withActor(db.web, { userId: pair.coachId }, (tx) =>
      getAthleteReport(
        { db: tx, actor: { userId: pair.coachId }, now: NOW },
        { athleteId: pair.athleteId, kind: "week", date },
      ),
    );
  const said = "Hard days apart: Both races count for the club";
  expect(JSON.stringify((await read("2026-03-02")).blocks)).toContain(said);
  expect(JSON.stringify((await read("2026-03-09")).blocks)).not.toContain(said);
});

test("a season that is assigned for later leaves the running one its reports and its nights", async () => {
  const pair = await pairWithHistory();
  const running = await makeSeason(db.owner, pair.athleteId);
  const weeks = ["2026-02-23", "2026-03-02", "2026-03-09"];
  const key = { athleteId: pair.athleteId, seasonId: running, phase: "base" as const };
  await db.owner.insert(seasonWeeks).values(weeks.map((startsOn) => ({ ...key, startsOn })));
  const next = { startsOn: "2026-06-01", endsOn: "2026-08-30", name: "Summer" };
  await makeSeason(db.owner, pair.athleteId, next);
  for (const localDate of ["2026-03-03", "2026-03-05", "2026-03-07"]) {
    const planned = { seasonId: running, localDate, title: `Easy on ${localDate}` };
    await makePlannedWorkout(db.owner, pair.athleteId, planned);
  }
  await withActor(db.web, { userId: pair.coachId }, async (tx) => {
    const ctx = { db: tx, actor: { userId: pair.coachId }, now: NOW };
    const week = await getAthleteReport(ctx, {
      athleteId: pair.athleteId,
      kind: "week",
      date: "2026-03-04",
    });
    expect(JSON.stringify(week.blocks)).toContain("Easy on 2026-03-05");
  });
  const followed = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    readSeasonsFrom(tx, pair.athleteId, "2026-03-09"),
  );
  expect(followed?.weeks.map((week) => week.start)).toEqual(weeks);
  expect(followed?.weeks.flatMap((week) => week.workouts)).toHaveLength(3);
});

test("a workout planned beside any season stands in its week's report as planned and done", async () => {
  const pair = await pairWithHistory();
  const workoutId = await makePlannedWorkout(db.owner, pair.athleteId, {
    localDate: "2026-03-04",
    title: "Easy 8 km",
    kind: "easy",
    distanceM: 8_000,
    isAssigned: true,
  });
  const done = sql`athlete_id = ${pair.athleteId} and local_date = '2026-03-04'`;
  await db.owner.execute(sql`update activities set planned_workout_id = ${workoutId} where ${done}`);
  const report = await withActor(db.web, { userId: pair.athleteId }, (tx) =>
    getAthleteReport(
      { db: tx, actor: { userId: pair.athleteId }, now: NOW },
      { athleteId: pair.athleteId, kind: "week", date: "2026-03-02" },
    ),
  );
  const days = report.blocks.find((block) => block.kind === "table");
  expect(days?.kind === "table" && days.rows[2]).toEqual(["Wed 4 Mar", "Easy 8 km", "8 km, 48:00", "done"]);
});
