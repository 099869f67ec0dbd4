import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { newId, withActor } from "@repo/db";
import {
  insertActivities,
  listPlannedWorkouts,
  listSeasonPhases,
  listSeasons,
  listSeasonWeeks,
  listSeasonWorkouts,
  updatePlannedWorkout,
  updateSeason,
} from "@repo/db/queries";
import { outbox } from "@repo/db/schema";
import {
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makeUser,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addWorkout,
  applyPlanFix,
  assignSeason,
  deleteWorkout,
  editWorkout,
  getCalendar,
  getSeason,
  moveRace,
  moveWorkout,
  previewRaceMove,
  previewSeason,
  saveSeason,
  suggestRequest,
  undoLastEdit,
  waiveFinding,
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
  strengthPerWeek: 1,
  longRunDay: "sun",
  unavailable: ["mon"],
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-22" },
  races: [{ date: "2026-06-14", distanceM: 10000, priority: "A", name: "Bergen 10K" }],
};

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

/** A coach, an athlete and a season of the request between them. */
async function planned(request: Record<string, unknown> = REQUEST) {
  const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const id = newId();
  const saving = { mutationId: newId(), athleteId, id, name: "Spring", request };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  const ref = { athleteId, seasonId: id };
  const season = () => as(coachId, (ctx) => getSeason(ctx, ref));
  const write = () => ({ ...ref, mutationId: newId() });
  return { orgId, coachId, athleteId, ref, season, write };
}

/** All rows of a plan, without what only says how often they were written. */
async function rowsOf(athleteId: string, seasonId: string) {
  return await as(athleteId, async ({ db: tx }) => {
    const workouts = await listSeasonWorkouts(tx, athleteId, seasonId);
    const [season] = await listSeasons(tx, athleteId);
    const { version: _v, updatedAt: _u, ...rest } = season ?? { version: 0, updatedAt: 0 };
    return {
      workouts: workouts.map(({ version: _1, updatedAt: _2, ...row }) => row),
      phases: await listSeasonPhases(tx, athleteId, seasonId),
      weeks: await listSeasonWeeks(tx, athleteId, seasonId),
      season: rest,
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

describe("asking for a season", () => {
  test.each([
    ["races", REQUEST],
    ["none", { ...REQUEST, races: [] }],
  ])("a preview stores nothing and says the same as what is saved, with %s", async (_, request) => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const preview = await as(coachId, (ctx) => previewSeason(ctx, { athleteId, request }));
    expect(await as(coachId, ({ db: tx }) => listSeasons(tx, athleteId))).toEqual([]);
    const id = newId();
    const saving = { mutationId: newId(), athleteId, id, name: "Spring", request };
    await as(coachId, (ctx) => saveSeason(ctx, saving));
    const saved = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId: id }));
    expect(saved.phases).toEqual(preview.phases);
    expect(saved.weeks.map(({ start, targetKm }) => ({ start, targetKm }))).toEqual(
      preview.weeks.map(({ start, targetKm }) => ({ start, targetKm })),
    );
    expect(saved.findings.map(({ rule, dates }) => ({ rule, dates }))).toEqual(
      preview.findings.map(({ rule, dates }) => ({ rule, dates })),
    );
    expect(saved.pacing).toEqual(preview.pacing);
  });

  test("sent twice it is one season, and the athlete sees none of it before it is assigned", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const saving = { mutationId: newId(), athleteId, id: newId(), name: "Spring", request: REQUEST };
    const first = await as(coachId, (ctx) => saveSeason(ctx, saving));
    expect(await as(coachId, (ctx) => saveSeason(ctx, saving))).toEqual(first);
    expect(await as(coachId, ({ db: tx }) => listSeasons(tx, athleteId))).toHaveLength(1);
    const range = { from: "2026-01-01", to: "2026-12-31" };
    expect(await as(athleteId, ({ db: tx }) => listPlannedWorkouts(tx, athleteId, range))).toEqual([]);
  });

  test("a request that contradicts itself is refused with every fault, and nothing is half-saved", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const request = { ...REQUEST, races: [{ date: "2025-01-01", distanceM: 10000, priority: "A" }] };
    const saving = { mutationId: newId(), athleteId, id: newId(), name: "Spring", request };
    const error = await refusal(as(coachId, (ctx) => saveSeason(ctx, saving)));
    expect(error.code).toBe("INVALID");
    expect(error.message).toContain("races[0].date");
    expect(await as(coachId, ({ db: tx }) => listSeasons(tx, athleteId))).toEqual([]);
  });

  test("what is known of the athlete fills the request", async () => {
    const { coachId, athleteId } = await planned();
    const { request } = await as(coachId, (ctx) => suggestRequest(ctx, { athleteId }));
    expect(request.recentResult).toEqual({ distanceM: 5000, timeS: 1262, date: "2026-02-22" });
  });

  test("a usual week is told from two weeks of a log and more, and left to be asked for before", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const run = (localDate: string, km: number) =>
      insertActivities(db.owner, athleteId, [
        {
          id: newId(),
          localDate,
          sport: "run",
          timeZone: "UTC",
          durationS: km * 330,
          distanceM: km * 1_000,
          source: "manual",
        },
      ]);
    const suggested = () => as(coachId, (ctx) => suggestRequest(ctx, { athleteId }));
    await run("2026-03-04", 8);
    expect(await suggested()).toMatchObject({ knowsWeek: false, request: { currentWeeklyKm: 0 } });
    await run("2026-02-19", 20);
    expect(await suggested()).toMatchObject({ knowsWeek: true, request: { currentWeeklyKm: 14 } });
    await run("2025-12-19", 40);
    expect((await suggested()).request.currentWeeklyKm).toBe(7);
  });

  test("nobody plans for, reads or edits an athlete who is not theirs", async () => {
    const { athleteId, ref, season, write } = await planned();
    const { coachId: stranger } = await makeCoachAndAthlete(db.owner);
    const [workout] = (await season()).workouts;
    const at = { id: workout?.id ?? "", version: 1 };
    const tries = [
      (ctx: ServiceContext) => previewSeason(ctx, { athleteId, request: REQUEST }),
      (ctx: ServiceContext) => getSeason(ctx, ref),
      (ctx: ServiceContext) => moveWorkout(ctx, { ...write(), ...at, to: "2026-03-12" }),
      (ctx: ServiceContext) => undoLastEdit(ctx, write()),
      (ctx: ServiceContext) => assignSeason(ctx, { ...write(), version: 1 }, { url: "https://example.org" }),
    ];
    for (const attempt of tries)
      expect((await refusal(as<unknown>(stranger, attempt))).code).toBe("NOT_FOUND");
  });
});

describe("editing a plan", () => {
  test("a moved workout is on its new day, and only what changed comes back", async () => {
    const { coachId, season, write } = await planned();
    const workout = (await season()).workouts.find(
      ({ kind }) => kind === "threshold" || kind === "intervals",
    );
    if (!workout) throw new Error("no hard workout was planned");
    const to = addDays(workout.date, 1);
    const moving = { ...write(), id: workout.id, version: workout.version, to };
    const answer = await as(coachId, (ctx) => moveWorkout(ctx, moving));
    expect(answer.workouts.find(({ id }) => id === workout.id)).toMatchObject({ date: to, edited: true });
    expect(answer.workouts.length).toBeLessThan(4);
    const after = await season();
    expect(after.findings).toEqual(answer.findings);
    expect(after.lastEdit).toMatchObject({ kind: "move" });
    // The same call again is answered the same and moves nothing further.
    expect(await as(coachId, (ctx) => moveWorkout(ctx, moving))).toEqual(answer);
  });

  test("an edit on a version that is gone is refused with the workout as it is now", async () => {
    const { coachId, season, write } = await planned();
    const [workout] = (await season()).workouts;
    if (!workout) throw new Error("no workout was planned");
    const at = { id: workout.id, version: workout.version };
    await as(coachId, (ctx) => editWorkout(ctx, { ...write(), ...at, title: "Mine" }));
    const error = await refusal(
      as(coachId, (ctx) => editWorkout(ctx, { ...write(), ...at, title: "Yours" })),
    );
    expect(error.code).toBe("CONFLICT");
    expect(error.details.current).toMatchObject({ title: "Mine", version: workout.version + 1 });
  });

  test("a text with a fault names its line, and a good one gets the athlete's own totals", async () => {
    const { coachId, season, write } = await planned();
    const workout = (await season()).workouts.find(({ kind }) => kind === "easy");
    if (!workout) throw new Error("no easy run was planned");
    const at = { id: workout.id, version: workout.version };
    const text = "10min warm-up\n8 x 400m @5k, 200m jog\nblah";
    const error = await refusal(as(coachId, (ctx) => editWorkout(ctx, { ...write(), ...at, text })));
    expect(error.details).toMatchObject({ field: "text", errors: [{ line: 3, found: "blah" }] });
    const good = {
      ...write(),
      ...at,
      kind: "intervals" as const,
      hard: true,
      text: "8 x 400m @5k, 200m jog",
    };
    const { workouts } = await as(coachId, (ctx) => editWorkout(ctx, { ...good, title: "8 × 400 m" }));
    const edited = workouts.find(({ id }) => id === workout.id);
    expect(edited).toMatchObject({ distanceM: 4800, kind: "intervals" });
    // 3.2 km at 4:12 and 1.6 km of jogging.
    expect(edited?.durationS).toBeGreaterThan(1200);
    expect(edited?.durationS).toBeLessThan(1700);
    expect(edited?.load).toBeGreaterThan(0);
  });

  test("an easy run rewritten as intervals is a hard day, and is believed when somebody then says it is none", async () => {
    const { coachId, season, write } = await planned();
    const workout = (await season()).workouts.find(({ kind }) => kind === "easy");
    if (!workout) throw new Error("no easy run was planned");
    const { id, version, title } = workout;
    const edit = (more: { version: number; text: string; hard?: boolean }) =>
      as(coachId, (ctx) => editWorkout(ctx, { ...write(), id, title, kind: "easy", hard: false, ...more }));
    const text = "8 x 400m @5k, 200m jog";
    const { workouts } = await edit({ version, text });
    const edited = workouts.find((each) => each.id === id);
    expect(edited).toMatchObject({ kind: "intervals", hard: true });
    const again = await edit({ version: edited?.version ?? 0, text });
    expect(again.workouts.find((each) => each.id === id)).toMatchObject({ kind: "easy", hard: false });
  });

  test("strength keeps its time and load when its exercises change", async () => {
    const { coachId, season, write } = await planned();
    const workout = (await season()).workouts.find(({ kind }) => kind === "strength");
    if (!workout) throw new Error("no strength was planned");
    const edit = { ...write(), id: workout.id, version: workout.version, text: "Squat 3 x 5" };
    const { workouts } = await as(coachId, (ctx) => editWorkout(ctx, edit));
    expect(workouts[0]).toMatchObject({
      text: "Squat 3 x 5",
      durationS: workout.durationS,
      load: workout.load,
    });
  });

  test("a day outside the season and a workout that was done are refused", async () => {
    const { coachId, athleteId, season, write } = await planned();
    const [workout] = (await season()).workouts;
    if (!workout) throw new Error("no workout was planned");
    const at = { id: workout.id, version: workout.version };
    const outside = await refusal(
      as(coachId, (ctx) => moveWorkout(ctx, { ...write(), ...at, to: "2027-01-01" })),
    );
    expect(outside.message).toContain("outside this season");
    await updatePlannedWorkout(db.owner, athleteId, at, { status: "done" });
    expect(
      (
        await refusal(
          as(coachId, (ctx) => deleteWorkout(ctx, { ...write(), ...at, version: at.version + 1 })),
        )
      ).code,
    ).toBe("INVALID");
  });

  test("a fix of a finding changes the plan and the finding goes; a waived one stays with its reason", async () => {
    const { coachId, season, write } = await planned();
    const before = await season();
    const hard = before.workouts.filter(({ hard: isHard }) => isHard);
    const [first, second] = hard;
    if (!first || !second) throw new Error("too few hard workouts");
    const clash = { ...write(), id: second.id, version: second.version, to: addDays(first.date, 1) };
    const { findings } = await as(coachId, (ctx) => moveWorkout(ctx, clash));
    const finding = findings.find(({ rule, fix }) => rule === "hard-days-apart" && fix !== null);
    if (!finding?.fix) throw new Error("hard days in a row were not found");
    const fix = finding.fix;
    const waiving = { ...write(), rule: finding.rule, date: finding.dates[0] ?? null, reason: "A test week" };
    const waived = await as(coachId, (ctx) => waiveFinding(ctx, waiving));
    expect(waived.findings.find(({ rule, waiverId }) => rule === finding.rule && waiverId)).toMatchObject({
      severity: "info",
      waived: { reason: "A test week" },
    });
    await as(coachId, (ctx) => undoLastEdit(ctx, write()));
    const fixed = await as(coachId, (ctx) => applyPlanFix(ctx, { ...write(), fix }));
    expect(
      fixed.findings.filter(({ rule, title }) => rule === finding.rule && title === finding.title),
    ).toEqual([]);
  });

  test("after any edits, undoing them one by one gives back exactly the rows there were", async () => {
    const step = fc.record({
      kind: fc.constantFrom("move", "edit", "text", "add", "delete", "scale", "race"),
      which: fc.nat(200),
      by: fc.integer({ min: -6, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const { coachId, athleteId, ref, season, write } = await planned();
        const states = [await rowsOf(athleteId, ref.seasonId)];
        for (const one of steps) {
          const edited = await tryEdit(coachId, one, { season, write });
          if (edited) states.push(await rowsOf(athleteId, ref.seasonId));
        }
        for (const state of states.slice(0, -1).reverse()) {
          await as(coachId, (ctx) => undoLastEdit(ctx, write()));
          expect(await rowsOf(athleteId, ref.seasonId)).toEqual(state);
        }
        expect((await refusal(as(coachId, (ctx) => undoLastEdit(ctx, write())))).code).toBe("INVALID");
      }),
      { numRuns: process.env.MESOCYCLE_LONG ? 60 : 3 },
    );
  });

  test("what somebody else changed since is not undone over their head", async () => {
    const { coachId, athleteId, season, write } = await planned();
    const [workout] = (await season()).workouts;
    if (!workout) throw new Error("no workout was planned");
    const at = { id: workout.id, version: workout.version };
    await as(coachId, (ctx) => editWorkout(ctx, { ...write(), ...at, title: "Mine" }));
    const now = { id: workout.id, version: workout.version + 1 };
    await updatePlannedWorkout(db.owner, athleteId, now, { status: "done" });
    expect((await refusal(as(coachId, (ctx) => undoLastEdit(ctx, write())))).code).toBe("CONFLICT");
  });
});

type Step = { kind: string; which: number; by: number };
type Plan = Pick<Awaited<ReturnType<typeof planned>>, "season" | "write">;

/** Makes one edit; false where it changed nothing (and left nothing to undo). */
async function tryEdit(coachId: string, step: Step, { season, write }: Plan): Promise<boolean> {
  const { workouts, version, request, weeks } = await season();
  const workout = workouts[step.which % workouts.length];
  if (!workout) return false;
  const at = { ...write(), id: workout.id, version: workout.version };
  const day = addDays(workout.date, step.by);
  const inside = day >= (weeks[0]?.start ?? "") && day <= addDays(weeks.at(-1)?.start ?? "", 6);
  const race = request?.races[0];
  const edits: Record<string, (ctx: ServiceContext) => Promise<unknown>> = {
    move: (ctx) => moveWorkout(ctx, { ...at, to: inside ? day : workout.date }),
    edit: (ctx) => editWorkout(ctx, { ...at, title: `Changed ${step.which}`, coachNote: "Look up" }),
    text: (ctx) => editWorkout(ctx, { ...at, kind: "hills", hard: true, text: "6 x 1min RPE 9, 2min jog" }),
    add: (ctx) =>
      addWorkout(ctx, {
        ...write(),
        id: newId(),
        date: workout.date,
        title: "Extra",
        kind: "easy",
        hard: false,
        text: "5km easy",
      }),
    delete: (ctx) => deleteWorkout(ctx, at),
    scale: (ctx) =>
      applyPlanFix(ctx, {
        ...write(),
        fix: { kind: "scale-week", weekStart: weeks[step.which % weeks.length]?.start ?? "", factor: 0.8 },
      }),
    race: (ctx) =>
      moveRace(ctx, {
        ...write(),
        version,
        from: race?.date ?? "",
        to: addDays(race?.date ?? "", step.by * 2),
      }),
  };
  const before = (await season()).lastEdit?.id;
  await as(coachId, edits[step.kind] ?? (() => Promise.resolve()));
  return (await season()).lastEdit?.id !== before;
}

describe("moving a race", () => {
  test("says what changes and breaks before anything is saved; edited workouts stay", async () => {
    const { coachId, ref, season, write } = await planned();
    const { workouts, version } = await season();
    const workout = workouts[40];
    if (!workout) throw new Error("too few workouts");
    const at = { id: workout.id, version: workout.version };
    await as(coachId, (ctx) => editWorkout(ctx, { ...write(), ...at, title: "Club night" }));
    const move = { from: "2026-06-14", to: "2026-05-10" };
    const preview = await as(coachId, (ctx) => previewRaceMove(ctx, { ...ref, ...move }));
    expect(preview.changedWeeks.length).toBeGreaterThan(0);
    expect(preview.keptWorkouts).toBe(1);
    expect((await season()).workouts).toHaveLength(workouts.length);
    await as(coachId, (ctx) => moveRace(ctx, { ...write(), ...move, version }));
    const after = await season();
    expect(after.request?.races[0]?.date).toBe("2026-05-10");
    expect(after.workouts.filter(({ date, kind }) => kind === "race" && date === "2026-05-10")).toHaveLength(
      1,
    );
    expect(after.workouts.find(({ id }) => id === workout.id)).toMatchObject({ title: "Club night" });
  });
});

describe("assigning a season", () => {
  test("the athlete sees every workout, and one mail says so", async () => {
    const { coachId, athleteId, ref, season, write } = await planned();
    const { version, workouts } = await season();
    const assigning = { ...write(), version, message: "Have a good one" };
    const link = { url: "https://example.org/today" };
    const answer = await as(coachId, (ctx) => assignSeason(ctx, assigning, link));
    expect(answer).toMatchObject({ status: "assigned", version: version + 1 });
    expect(await as(coachId, (ctx) => assignSeason(ctx, assigning, link))).toEqual(answer);
    const range = { from: "2026-01-01", to: "2026-12-31" };
    const seen = await as(athleteId, ({ db: tx }) => listPlannedWorkouts(tx, athleteId, range));
    expect(seen).toHaveLength(workouts.length);
    const mails = (await db.owner.select().from(outbox)).filter(({ userId }) => userId === athleteId);
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails[0]?.payload)).toContain("Have a good one");
    const added = { ...ref, mutationId: newId(), id: newId(), date: "2026-03-20" };
    await as(coachId, (ctx) =>
      addWorkout(ctx, {
        ...added,
        title: "Extra",
        kind: "easy",
        hard: false,
        text: "5km easy",
        coachNote: "Slowly",
      }),
    );
    const now = await as(athleteId, ({ db: tx }) => listPlannedWorkouts(tx, athleteId, range));
    expect(now).toHaveLength(workouts.length + 1);
    expect(now.find(({ id }) => id === added.id)?.coachNote).toBe("Slowly");
  });

  test("two coaches who assign at once: one of them is told", async () => {
    const { coachId, ref, season, write } = await planned();
    const { version } = await season();
    await updateSeason(db.owner, ref.athleteId, { id: ref.seasonId, version }, { name: "Other" });
    const assigning = { ...write(), version };
    const error = await refusal(
      as(coachId, (ctx) => assignSeason(ctx, assigning, { url: "https://example.org" })),
    );
    expect(error.code).toBe("CONFLICT");
  });

  test("a new season takes the days of the one before; what was done stays", async () => {
    const { coachId, athleteId, season, write } = await planned();
    const old = await season();
    await as(coachId, (ctx) =>
      assignSeason(ctx, { ...write(), version: old.version }, { url: "https://example.org" }),
    );
    const [done] = old.workouts;
    if (!done) throw new Error("no workout was planned");
    await updatePlannedWorkout(db.owner, athleteId, done, { status: "done" });
    const id = newId();
    const next = { mutationId: newId(), athleteId, id, name: "Again", request: REQUEST };
    await as(coachId, (ctx) => saveSeason(ctx, next));
    const assigning = { mutationId: newId(), athleteId, seasonId: id, version: 1 };
    const answer = await as(coachId, (ctx) => assignSeason(ctx, assigning, { url: "https://example.org" }));
    expect(answer.replaced).toEqual(["Spring"]);
    const range = { from: "2026-01-01", to: "2026-12-31" };
    const seen = await as(athleteId, ({ db: tx }) => listPlannedWorkouts(tx, athleteId, range));
    expect(seen.filter(({ seasonId }) => seasonId === old.id).map((row) => row.id)).toEqual([done?.id]);
  });
});

test("an assistant reads a plan and is told that it is not theirs to change", async () => {
  const { orgId, athleteId, ref, season } = await planned();
  const assistantId = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: assistantId, role: "assistant" });
  await makeConsent(db.owner, { orgId, coachId: assistantId, athleteId }, ["training"]);
  expect((await season()).mayPlan).toBe(true);
  expect((await as(assistantId, (ctx) => getSeason(ctx, ref))).mayPlan).toBe(false);
  expect((await as(assistantId, (ctx) => getCalendar(ctx, { athleteId }))).mayPlan).toBe(false);
  expect((await as(athleteId, (ctx) => getCalendar(ctx, { athleteId }))).mayPlan).toBe(true);
});
