import { readHistory } from "@repo/core/history";
import { simulateAthlete } from "@repo/core/simulation";
import { withActor } from "@repo/db";
import { makeAthlete, makePlannedWorkout, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportHistory, importHistory } from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-10T12:00:00Z");
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));
const wire = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const RECORDING = { season: true, laps: 0.9, wellness: 0.9, hrv: true, rpe: 0.9, titles: "telling" } as const;

/** Half a year of a simulated athlete, with all that a file may say beyond it. */
function richFile() {
  const history = simulateAthlete({
    seed: 7,
    from: "2025-09-01",
    to: "2026-03-01",
    story: "improving",
    recording: RECORDING,
  });
  const [first, ...rest] = history.activities;
  if (!first) throw new Error("the simulated athlete never ran");
  return wire({
    ...history,
    athlete: { ...history.athlete, name: "Ann Sample", birthDate: "1990-06-15", shoeSize: 41 },
    activities: [
      {
        ...first,
        startTime: `${first.date}T06:30:00+01:00`,
        movingS: 1_000,
        device: "Watch 3",
        weather: { wind: "hard" },
        laps: [{ kind: "work", durationS: 90, distanceM: 400, avgHr: null, maxHr: 171, stroke: "none" }],
      },
      ...rest,
    ],
    wellness: [
      { date: "2025-09-01", pain: { site: "left calf", level: 3 }, steps: 12_000 },
      ...history.wellness.filter((day) => day.date > "2025-09-01"),
    ],
    results: [
      {
        date: "2026-02-01",
        kind: "race",
        distanceM: 5000,
        timeS: 1262,
        temperatureC: 9,
        name: "Park 5K",
        bib: 7,
      },
    ],
  });
}

test("exported, imported into an empty account and exported again, a history is equal", async () => {
  const [first, second] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  const imported = await as(first, (ctx) => importHistory(ctx, richFile()));
  expect(imported.activities).toBeGreaterThan(80);
  const once = wire(await as(first, exportHistory));
  await as(second, (ctx) => importHistory(ctx, once));
  expect(wire(await as(second, exportHistory))).toEqual(once);
});

test("what a file says of days that have not come is left out by name, and the rest is there", async () => {
  const athlete = await makeAthlete(db.owner);
  const file = richFile();
  const [day] = file.wellness;
  const tooEarly = { ...file, wellness: [...file.wellness, { ...day, date: "2027-03-01" }] };
  const { ahead } = await as(athlete, (ctx) => importHistory(ctx, tooEarly));
  expect(ahead).toEqual(["2027-03-01"]);
  expect((await as(athlete, exportHistory)).wellness.map(({ date }) => date)).not.toContain("2027-03-01");
});

test("what is planned beside a season travels with the history, and is written once", async () => {
  const [first, second] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
  await as(first, (ctx) => importHistory(ctx, richFile()));
  const own = { localDate: "2026-03-20", title: "Parkrun", text: "5km @5k", statusReason: "with friends" };
  await makePlannedWorkout(db.owner, first, own);
  await makePlannedWorkout(db.owner, first, { localDate: "2026-03-21", title: "A draft", isAssigned: false });
  const file = wire(await as(first, exportHistory));
  expect(file.planned).toMatchObject([{ date: "2026-03-20", title: "Parkrun", text: "5km @5k" }]);
  readHistory(file);
  await as(second, (ctx) => importHistory(ctx, file));
  await as(second, (ctx) => importHistory(ctx, file));
  expect(wire(await as(second, exportHistory))).toEqual(file);
});

test("what a file says is what the export says: ids, offsets, unknown fields and pairings", async () => {
  const athlete = await makeAthlete(db.owner);
  const file = richFile();
  await as(athlete, (ctx) => importHistory(ctx, file));
  const back = await as(athlete, exportHistory);
  readHistory(wire(back));
  const [asked, given] = [
    file.activities[0],
    back.activities.find(({ id }) => id === file.activities[0]?.id),
  ];
  expect(given).toMatchObject(asked ?? {});
  expect(back.athlete).toMatchObject({ name: "Ann Sample", birthDate: "1990-06-15", shoeSize: 41 });
  expect(back.wellness[0]).toMatchObject({ pain: { site: "left calf", level: 3 }, steps: 12_000 });
  expect(back.results).toMatchObject(file.results);
  const pairs = (history: { activities: { id: string; plannedWorkoutId?: string | null }[] }) =>
    history.activities.map(({ id, plannedWorkoutId }) => [id, plannedWorkoutId ?? null]).sort();
  const season = back.season?.weeks.flatMap((week) => week.workouts.map(({ id }) => id)) ?? [];
  const wanted = file.season?.weeks.flatMap((week) => week.workouts.map(({ id }) => id)) ?? [];
  expect(season.sort()).toEqual(wanted.sort());
  expect(pairs(back)).toEqual(pairs(file));
});

test("read twice, a file changes nothing", async () => {
  const athlete = await makeAthlete(db.owner);
  await as(athlete, (ctx) => importHistory(ctx, richFile()));
  const before = wire(await as(athlete, exportHistory));
  const again = await as(athlete, (ctx) => importHistory(ctx, richFile()));
  expect(again).toMatchObject({ activities: 0, results: 0, plannedWorkouts: 0 });
  expect(wire(await as(athlete, exportHistory))).toEqual(before);
});

test("a faulty file leaves nothing, and each fault has its path", async () => {
  const athlete = await makeAthlete(db.owner);
  const file = { ...richFile(), wellness: [{ date: "yesterday" }] };
  await expect(as(athlete, (ctx) => importHistory(ctx, file))).rejects.toThrow(/wellness\[0\]/);
  expect((await as(athlete, exportHistory)).activities).toEqual([]);
});
