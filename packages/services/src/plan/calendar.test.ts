import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { unpackWeeks, weekSums } from "@repo/core/season";
import { newId, withActor } from "@repo/db";
import {
  insertComment,
  listComments,
  listDayBands,
  listPlannedWorkouts,
  listSeasonWeeks,
  markMissedWorkouts,
} from "@repo/db/queries";
import {
  makeActivity,
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makePlannedWorkout,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { markThread } from "@repo/services/inbox";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  assignSeason,
  type CalendarOp,
  changeCalendar,
  getCalendar,
  getCalendarOutline,
  getCalendarWeeks,
  getSeason,
  latestEdit,
  saveSeason,
  undoCalendar,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const RANGE = { from: "2026-01-01", to: "2026-12-31", drafts: true };
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  longestRunLast30DaysKm: 14,
  strengthPerWeek: 1,
  longRunDay: "sun",
  unavailable: ["mon"],
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-22" },
  races: [{ date: "2026-06-14", distanceM: 10000, priority: "A", name: "Bergen 10K" }],
};

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function coached(season = true) {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const seasonId = newId();
  if (season) {
    const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
    await as(coachId, (ctx) => saveSeason(ctx, saving));
    await as(coachId, (ctx) =>
      assignSeason(ctx, { mutationId: newId(), athleteId, seasonId, version: 1 }, { url: "http://here" }),
    );
  }
  const change = (ops: CalendarOp[], kind: "move" | "paste" | "band" | "shift" = "move") =>
    as(coachId, (ctx) => changeCalendar(ctx, { mutationId: newId(), athleteId, kind, ops }));
  const undo = () => as(coachId, (ctx) => undoCalendar(ctx, { mutationId: newId(), athleteId }));
  return {
    coachId,
    athleteId,
    seasonId,
    change,
    undo,
    rows: () => stateOf(athleteId, season ? seasonId : null),
  };
}

/** Everything a calendar holds, without what only says how often it was written. */
async function stateOf(athleteId: string, seasonId: string | null) {
  return await as(athleteId, async ({ db: tx }) => {
    const plain = <T extends { version: number; updatedAt: Date }>({
      version: _v,
      updatedAt: _u,
      ...row
    }: T) => row;
    return {
      workouts: (await listPlannedWorkouts(tx, athleteId, RANGE)).map(plain),
      bands: (await listDayBands(tx, athleteId, RANGE)).map(plain),
      weeks: seasonId ? await listSeasonWeeks(tx, athleteId, seasonId) : [],
      comments: await listComments(tx, athleteId),
    };
  });
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
}

type Row = Awaited<ReturnType<typeof stateOf>>["workouts"][number];
const copyOf = (row: Row, date: string): CalendarOp => ({
  op: "add",
  id: newId(),
  date,
  title: row.title,
  kind: row.kind as "easy",
  hard: row.hard,
  text: row.text ?? "",
  libraryId: row.libraryId,
  coachNote: row.coachNote,
  distanceM: row.distanceM,
  durationS: row.durationS,
  load: row.loadX10 === null ? null : row.loadX10 / 10,
});

describe("a coach's calendar", () => {
  test("a week pasted on another athlete arrives in that athlete's own totals, and undo leaves no trace", async () => {
    const [a, b] = [await coached(), await coached()];
    const week = (await a.rows()).workouts.filter(
      ({ localDate }) => localDate >= "2026-03-23" && localDate <= "2026-03-29",
    );
    expect(week.length).toBeGreaterThan(4);
    const [first] = (await b.rows()).workouts;
    const comment = {
      id: newId(),
      authorId: b.coachId,
      body: "Well run.",
      plannedWorkoutId: first?.id ?? null,
    };
    await as(b.coachId, ({ db: tx }) => insertComment(tx, b.athleteId, comment));
    const before = await b.rows();
    const pasted = await b.change(
      week.map((row) => copyOf(row, addDays(row.localDate, 14))),
      "paste",
    );
    expect(pasted.workouts.map(({ title }) => title).sort()).toEqual(week.map(({ title }) => title).sort());
    expect(pasted.workouts.every(({ seasonId }) => seasonId === b.seasonId)).toBe(true);
    expect(pasted.findings[0]?.findings.length).toBeGreaterThan(0);
    expect(await b.rows()).not.toEqual(before);
    await b.undo();
    expect(await b.rows()).toEqual(before);
  });

  test("who changed the plan last, or took a change back, is told to whoever looks at it", async () => {
    const { athleteId, coachId, change, undo } = await coached(false);
    const told = (userId: string) => as(userId, (ctx) => latestEdit(ctx, { athleteId }));
    expect(await told(athleteId)).toBeNull();
    const band = { kind: "travel" as const, from: "2026-03-10", to: "2026-03-12", note: "Rome" };
    await change([{ op: "add-band", id: newId(), ...band }], "band");
    const first = await told(coachId);
    expect(first).toMatchObject({ isOwn: true, isUndone: false });
    expect(await told(athleteId)).toEqual({ ...first, isOwn: false });
    await undo();
    expect(await told(athleteId)).toEqual({ ...first, isOwn: false, isUndone: true });
    const stranger = await makeCoachAndAthlete(db.owner);
    expect(await told(stranger.coachId)).toBeNull();
  });

  test("a word on a workout is new to its reader until it was read, never to its author", async () => {
    const { athleteId, coachId } = await coached();
    const span = { athleteId, from: "2026-03-09", weeks: 1, drafts: false };
    const first = async () =>
      (await as(coachId, (ctx) => getCalendarWeeks(ctx, span))).workouts.map(({ id, comments, unread }) => ({
        id,
        said: [comments, unread],
      }))[0];
    const { id = "" } = (await first()) ?? {};
    const say = (authorId: string, body: string) =>
      as(authorId, ({ db: tx }) =>
        insertComment(tx, athleteId, { id: newId(), authorId, body, plannedWorkoutId: id }),
      );
    await say(athleteId, "On grass?");
    expect((await first())?.said).toEqual([1, 1]);
    await say(coachId, "Yes.");
    expect((await first())?.said).toEqual([2, 1]);
    const readAt = new Date(Date.now() + 60_000).toISOString();
    const later = { userId: coachId };
    await withActor(db.web, later, (tx) =>
      markThread(
        { db: tx, actor: later, now: new Date(readAt) },
        { athleteId, plannedWorkoutId: id, readAt },
      ),
    );
    expect((await first())?.said).toEqual([2, 0]);
  });

  test("what was not done as planned says why", async () => {
    const { coachId, athleteId } = await coached(false);
    const graded = (grade: string, reason: string) =>
      makePlannedWorkout(db.owner, athleteId, { status: "done", grade: { grade, reason } });
    await graded("far-off", "easy-ran-hard");
    await graded("done", "as-planned");
    const { workouts } = await as(coachId, (ctx) =>
      getCalendarWeeks(ctx, { athleteId, from: "2026-02-02", weeks: 8, drafts: false }),
    );
    const reasons = workouts.map(({ grade, gradeReason }) => [grade, gradeReason]);
    expect(reasons).toHaveLength(2);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ["far-off", "easy-ran-hard"],
        ["done", null],
      ]),
    );
  });

  test("weeks in outline tell what the same weeks in full hold", async () => {
    const { athleteId, coachId, change } = await coached();
    const span = { athleteId, from: "2026-03-09", weeks: 14, drafts: false };
    const read = <T>(work: (ctx: ServiceContext) => Promise<T>) => as(coachId, work);
    const first = (await read((ctx) => getCalendarWeeks(ctx, span))).workouts[0];
    await change([{ op: "move", id: first?.id ?? "", version: first?.version ?? 0, to: "2026-03-15" }]);
    const done = { localDate: "2026-03-11", distanceM: 8_000, durationS: 2_400, loadX10: 415 };
    await makeActivity(db.owner, athleteId, done);
    const full = await read((ctx) => getCalendarWeeks(ctx, span));
    const outline = unpackWeeks((await read((ctx) => getCalendarOutline(ctx, span))).weeks);
    const isIn = (date: string, start: string) => start <= date && date <= addDays(start, 6);
    const expected = Array.from({ length: span.weeks }, (_, at) => {
      const start = addDays(span.from, at * 7);
      const workouts = full.workouts.filter(({ date, kind }) => isIn(date, start) && kind !== "rest");
      const { planned, done: were } = weekSums({
        workouts,
        activities: full.activities.filter(({ date }) => isIn(date, start)),
      });
      return {
        kinds: workouts.map(({ kind }) => kind),
        phase: full.weeks.find((week) => isIn(week.start, start))?.phase,
        load: [planned.load, were.load].map((load) => (load === null ? null : Math.round(load))),
        unplanned: at === 0 ? 1 : 0,
      };
    });
    expect(
      outline.map(({ days, phase, planned, done: were }) => ({
        kinds: days.flatMap(({ workouts }) => workouts.map(({ kind }) => kind)),
        phase,
        load: [planned.load, were.load],
        unplanned: days.reduce((count, day) => count + day.unplanned, 0),
      })),
    ).toEqual(expected);
  });

  test("whatever is changed, the same number of undos brings every row back, bands and excuses included", async () => {
    const world = await coached();
    const start = await world.rows();
    const step = fc.record({
      what: fc.constantFrom("move", "remove", "copy", "band", "place"),
      at: fc.nat(60),
      by: fc.integer({ min: -9, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (edits) => {
          let made = 0;
          for (const edit of edits) {
            const { workouts } = await as(world.coachId, (ctx) =>
              getCalendarWeeks(ctx, {
                athleteId: world.athleteId,
                from: "2026-03-09",
                weeks: 14,
                drafts: true,
              }),
            );
            const seen = new Set<string>();
            const ops = edit.flatMap(({ what, at, by }): CalendarOp[] => {
              const row = workouts[at % workouts.length];
              if (!row || seen.has(row.id)) return [];
              seen.add(row.id);
              const to = addDays(row.date, by);
              const { id, version } = row;
              if (what === "move") return [{ op: "move", id, version, to }];
              if (what === "place") return [{ op: "move", id, version, to, place: 0 }];
              if (what === "remove") return [{ op: "remove", id, version }];
              if (what === "band")
                return [
                  { op: "add-band", id: newId(), kind: "travel", from: to, to: addDays(to, 3), note: null },
                ];
              return [
                {
                  op: "add",
                  id: newId(),
                  date: to,
                  title: "Easy",
                  kind: "easy",
                  hard: false,
                  text: "5km easy",
                  libraryId: null,
                  coachNote: null,
                  distanceM: null,
                  durationS: null,
                  load: null,
                },
              ];
            });
            if (ops.length === 0) continue;
            await world.change(ops);
            made += 1;
          }
          for (; made > 0; made--) await world.undo();
          expect(await world.rows()).toEqual(start);
        },
      ),
      { numRuns: process.env.MESOCYCLE_LONG ? 40 : 3 },
    );
  });

  test("its findings are those of the season's page", async () => {
    const { coachId, athleteId, seasonId, change, rows } = await coached();
    const hard = (await rows()).workouts.filter(({ hard }) => hard);
    const [first, second] = hard;
    const versions = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId }));
    const version = versions.workouts.find(({ id }) => id === second?.id)?.version ?? 0;
    const changed = await change([
      { op: "move", id: second?.id ?? "", version, to: addDays(first?.localDate ?? "", 1) },
    ]);
    const page = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId }));
    expect(changed.findings).toEqual([{ seasonId, findings: page.findings }]);
    expect(page.findings.some(({ rule }) => rule === "hard-days-apart")).toBe(true);
    const calendar = await as(coachId, (ctx) => getCalendar(ctx, { athleteId }));
    expect(calendar.findings).toEqual(changed.findings);
  });

  test("a workout that somebody changed meanwhile is not overwritten: the refusal holds it as it is now", async () => {
    const { change, rows } = await coached();
    const [row] = (await rows()).workouts;
    const move = (to: string): CalendarOp => ({ op: "move", id: row?.id ?? "", version: 1, to });
    await change([move("2026-03-20")]);
    const error = await refusal(change([move("2026-03-21")]));
    expect(error.code).toBe("CONFLICT");
    expect(error.details).toMatchObject({ current: { date: "2026-03-20", version: 2 } });
    expect((await rows()).workouts.find(({ id }) => id === row?.id)?.localDate).toBe("2026-03-20");
  });

  test("a band excuses what lies under it, and gives it back when it goes; the athlete's own word stands", async () => {
    const { athleteId, change, rows } = await coached(false);
    const ids = [newId(), newId(), newId()] as const;
    await makePlannedWorkout(db.owner, athleteId, { id: ids[0], localDate: "2026-03-10" });
    const said = { status: "excused", statusReason: "work" } as const;
    await makePlannedWorkout(db.owner, athleteId, { id: ids[1], localDate: "2026-03-11", ...said });
    await makePlannedWorkout(db.owner, athleteId, { id: ids[2], localDate: "2026-03-12" });
    const id = newId();
    const band = { id, kind: "illness" as const, from: "2026-03-10", to: "2026-03-11", note: "Cold" };
    await change([{ op: "add-band", ...band }], "band");
    const statuses = async () =>
      (await rows()).workouts.map(({ status, statusReason }) => [status, statusReason]);
    expect(await statuses()).toEqual([
      ["excused", "illness"],
      ["excused", "work"],
      ["planned", null],
    ]);
    await change([{ op: "edit-band", ...band, version: 1, from: "2026-03-11", to: "2026-03-12" }], "band");
    expect(await statuses()).toEqual([
      ["planned", null],
      ["excused", "work"],
      ["excused", "illness"],
    ]);
    await change([{ op: "remove-band", id, version: 2 }], "band");
    expect(await statuses()).toEqual([
      ["planned", null],
      ["excused", "work"],
      ["planned", null],
    ]);
  });

  test("the night excuses what was planned under a band and not done, and calls the rest not logged", async () => {
    const { athleteId, change, rows } = await coached(false);
    await change(
      [{ op: "add-band", id: newId(), kind: "travel", from: "2026-03-02", to: "2026-03-02", note: null }],
      "band",
    );
    await makePlannedWorkout(db.owner, athleteId, { localDate: "2026-03-02" });
    await makePlannedWorkout(db.owner, athleteId, { localDate: "2026-03-03" });
    await db.night.transaction((tx) => markMissedWorkouts(tx as never, athleteId, "2026-03-04"));
    expect((await rows()).workouts.map(({ status, statusReason }) => [status, statusReason])).toEqual([
      ["excused", "away"],
      ["missed", null],
    ]);
  });

  test("what is planned anew under a band the rules ask to move, what was excused by it they leave alone", async () => {
    const { coachId, athleteId, seasonId, change, rows } = await coached();
    const [row] = (await rows()).workouts.filter(({ kind }) => kind !== "rest");
    const day = row?.localDate ?? "";
    const band = { id: newId(), kind: "unavailable" as const, from: day, to: day, note: null };
    const marked = await change([{ op: "add-band", ...band }], "band");
    const foundIn = ({ findings }: typeof marked) =>
      findings
        .flatMap((each) => each.findings)
        .filter(({ rule, dates }) => rule === "unavailable-day" && dates[0] === day);
    expect(foundIn(marked)).toEqual([]);
    if (!row) throw new Error("there is a workout to copy");
    const added = await change([copyOf({ ...row, title: `${row.title} again` }, day)]);
    expect(foundIn(added)).toHaveLength(1);
    const page = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId }));
    expect(page.request?.blackoutDates ?? []).toEqual([]);
  });

  test("health on a calendar is seen by its author and by whom the athlete shows it, by no other coach", async () => {
    const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner, {
      scopes: ["training", "medical"],
    });
    const second = await makeUser(db.owner);
    await makeMember(db.owner, orgId, { userId: second, role: "coach" });
    await makeConsent(db.owner, { orgId, coachId: second, athleteId });
    const band = { id: newId(), kind: "injury" as const, from: "2026-03-10", to: "2026-03-11", note: "Calf" };
    const ops: CalendarOp[] = [{ op: "add-band", ...band }];
    await as(coachId, (ctx) => changeCalendar(ctx, { mutationId: newId(), athleteId, kind: "band", ops }));
    const seenBy = (userId: string) => as(userId, ({ db: tx }) => listDayBands(tx, athleteId, RANGE));
    expect(await seenBy(coachId)).toHaveLength(1);
    expect(await seenBy(athleteId)).toHaveLength(1);
    expect(await seenBy(second)).toHaveLength(0);
  });
});
