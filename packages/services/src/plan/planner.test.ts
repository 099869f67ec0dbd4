import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { newId, withActor } from "@repo/db";
import { listSeasonPhases, listSeasons, listSeasonWeeks, listSeasonWorkouts } from "@repo/db/queries";
import { makeCoachAndAthlete, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changePhases,
  changeRaces,
  getSeason,
  previewPhases,
  previewRaces,
  saveSeason,
  startEmpty,
  startFromSeason,
  undoCalendar,
  undoLastEdit,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const RACE = { date: "2026-06-14", distanceM: 10_000, priority: "A" as const, name: "Bergen 10K" };
const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2026-03-09",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  longestRunLast30DaysKm: 14,
  recentResult: { distanceM: 5000, timeS: 1262, date: "2026-02-22" },
  races: [RACE],
};
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

async function planned() {
  const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const seasonId = newId();
  const saving = { mutationId: newId(), athleteId, id: seasonId, name: "Spring", request: REQUEST };
  await as(coachId, (ctx) => saveSeason(ctx, saving));
  const ref = { athleteId, seasonId };
  return { coachId, athleteId, ref, season: () => as(coachId, (ctx) => getSeason(ctx, ref)) };
}

async function rowsOf(athleteId: string, seasonId: string) {
  return await as(athleteId, async ({ db: tx }) => {
    const [season] = await listSeasons(tx, athleteId);
    const { version: _v, updatedAt: _u, ...rest } = season ?? { version: 0, updatedAt: 0 };
    const workouts = await listSeasonWorkouts(tx, athleteId, seasonId);
    return {
      season: rest,
      phases: await listSeasonPhases(tx, athleteId, seasonId),
      weeks: await listSeasonWeeks(tx, athleteId, seasonId),
      workouts: workouts.map(({ version: _1, updatedAt: _2, ...row }) => row),
    };
  });
}

describe("phases", () => {
  test("an edge moved says what it breaks and mends, keeps every workout, and comes back by undo", async () => {
    const { coachId, athleteId, ref, season } = await planned();
    const before = await rowsOf(athleteId, ref.seasonId);
    const { phases, weeks, version } = await season();
    const drafts = phases.map(({ kind, start }, at) => ({
      kind,
      start: at === 0 ? (weeks[0]?.start ?? start) : at === 1 ? addDays(start, -28) : start,
    }));
    const change = { ...ref, phases: drafts, end: addDays(weeks.at(-1)?.start ?? "", 6) };
    const preview = await as(coachId, (ctx) => previewPhases(ctx, change));
    expect(preview.newFindings.length + preview.goneFindings.length).toBeGreaterThan(0);
    expect(await rowsOf(athleteId, ref.seasonId)).toEqual(before);
    await as(coachId, (ctx) => changePhases(ctx, { ...change, mutationId: newId(), version }));
    const after = await season();
    expect(after.phases[1]?.start).toBe(drafts[1]?.start);
    expect(after.workouts).toHaveLength(before.workouts.length);
    const open = after.findings.map(({ title }) => title);
    for (const { title } of preview.newFindings) expect(open).toContain(title);
    for (const { title } of preview.goneFindings) expect(open).not.toContain(title);
    await as(coachId, (ctx) => undoCalendar(ctx, { athleteId, mutationId: newId() }));
    expect(await rowsOf(athleteId, ref.seasonId)).toEqual(before);
  });

  test("a version somebody else has changed, and phases that are none, are refused", async () => {
    const { coachId, ref, season } = await planned();
    const { weeks } = await season();
    const start = weeks[0]?.start ?? "";
    const change = { ...ref, mutationId: newId(), version: 9, end: addDays(weeks.at(-1)?.start ?? "", 6) };
    const phases = [{ kind: "base" as const, start }];
    const late = as(coachId, (ctx) => changePhases(ctx, { ...change, phases }));
    await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
    const odd = [{ kind: "base" as const, start: addDays(start, 1) }];
    const wrong = as(coachId, (ctx) =>
      changePhases(ctx, { ...change, mutationId: newId(), version: 1, phases: odd }),
    );
    await expect(wrong).rejects.toBeInstanceOf(AppError);
  });
});

describe("races", () => {
  test("a race added says beforehand which weeks change, spends a peak, and is taken back by undo", async () => {
    const { coachId, athleteId, ref, season } = await planned();
    const before = await rowsOf(athleteId, ref.seasonId);
    const { version, peaks } = await season();
    const races = [RACE, { ...RACE, date: "2026-10-11", name: "Autumn 10K" }];
    const preview = await as(coachId, (ctx) => previewRaces(ctx, { ...ref, races }));
    expect(preview.changedWeeks.length).toBeGreaterThan(0);
    expect(await rowsOf(athleteId, ref.seasonId)).toEqual(before);
    await as(coachId, (ctx) => changeRaces(ctx, { ...ref, races, version, mutationId: newId() }));
    const after = await season();
    expect(after.request?.races.map(({ name }) => name)).toEqual(["Bergen 10K", "Autumn 10K"]);
    expect(after.peaks.used).toBe(peaks.used + 1);
    await as(coachId, (ctx) => undoLastEdit(ctx, { ...ref, mutationId: newId() }));
    expect(await rowsOf(athleteId, ref.seasonId)).toEqual(before);
  });
});

describe("starting a season", () => {
  test("from typed phases: weeks of the right kinds, nothing planned, a draft", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const id = newId();
    const phases = [
      { kind: "base" as const, start: "2026-03-09" },
      { kind: "build" as const, start: "2026-05-04" },
    ];
    const starting = { mutationId: newId(), athleteId, id, name: "Typed", phases, end: "2026-06-28" };
    await as(coachId, (ctx) => startEmpty(ctx, starting));
    const season = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId: id }));
    expect(season).toMatchObject({ status: "draft", workouts: [], endsOn: "2026-06-28" });
    expect(season.weeks.filter(({ phase }) => phase === "base")).toHaveLength(8);
    expect(season.weeks.filter(({ phase }) => phase === "build")).toHaveLength(8);
  });

  test("from an earlier season: the same weeks and workouts later, none of them done, races moved along", async () => {
    const { coachId, athleteId, season } = await planned();
    const old = await season();
    const id = newId();
    const start = addDays(old.weeks[0]?.start ?? "", 52 * 7);
    const starting = { mutationId: newId(), athleteId, id, name: "Again", seasonId: old.id, start };
    await as(coachId, (ctx) => startFromSeason(ctx, starting));
    const again = await as(coachId, (ctx) => getSeason(ctx, { athleteId, seasonId: id }));
    expect(again.weeks.map(({ phase, targetKm }) => [phase, targetKm])).toEqual(
      old.weeks.map(({ phase, targetKm }) => [phase, targetKm]),
    );
    expect(again.workouts.map(({ date, title, text }) => [date, title, text])).toEqual(
      old.workouts.map(({ date, title, text }) => [addDays(date, 364), title, text]),
    );
    expect(again.workouts.every(({ status }) => status === "planned")).toBe(true);
    expect(again.request?.races[0]?.date).toBe(addDays(RACE.date, 364));
    const crooked = as(coachId, (ctx) =>
      startFromSeason(ctx, { ...starting, id: newId(), mutationId: newId(), start: addDays(start, 1) }),
    );
    await expect(crooked).rejects.toMatchObject({ code: "INVALID" });
  });
});
