import { newId, withActor } from "@repo/db";
import { activityStreams, comments, dayBands } from "@repo/db/schema";
import {
  makeActivity,
  makeCoachAndAthlete,
  makePlannedWorkout,
  openTestDb,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { emptySamples } from "@repo/services/files";
import { packSamples } from "@repo/services/training";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptSuggestion,
  addResult,
  dismissSuggestion,
  getTimeline,
  listResults,
  listSuggestions,
  updateProfile,
} from "./index.ts";

const NOW = new Date("2026-03-02T08:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>, now = NOW) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));

const result = (athleteId: string, timeS: number, localDate = "2026-02-01") => {
  return { athleteId, id: newId(), localDate, kind: "race" as const, distanceM: 5_000, timeS };
};

/** An athlete with a result, a faster race that is none yet, and a session at 5K pace ahead. */
async function makeRacer() {
  const people = await makeCoachAndAthlete(db.owner);
  const { athleteId } = people;
  await as(athleteId, (ctx) => addResult(ctx, result(athleteId, 1_300)));
  const race = { localDate: "2026-02-28", kind: "race", title: "Club 10 km", distanceM: 10_000 };
  const plannedWorkoutId = await makePlannedWorkout(db.owner, athleteId, { ...race, hard: true });
  const done = { localDate: race.localDate, distanceM: 10_120, durationS: 2_520, title: null };
  const activityId = await makeActivity(db.owner, athleteId, { ...done, plannedWorkoutId });
  const planned = { localDate: "2026-03-10", kind: "intervals", title: "5 x 1 km", hard: true };
  await makePlannedWorkout(db.owner, athleteId, { ...planned, text: "5 x 1km @5k, 2min jog" });
  const steady = { localDate: "2026-03-11", text: "40min RPE 3" };
  await makePlannedWorkout(db.owner, athleteId, { ...steady, title: "By feel" });
  return { ...people, activityId, key: `result:${activityId}` };
}

describe("a race that nobody wrote down as a result", () => {
  it("is suggested as one, over its course, with the workouts it re-paces", async () => {
    const { coachId, athleteId, key } = await makeRacer();
    const [suggestion, ...more] = await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }));
    expect(more).toEqual([]);
    expect(suggestion).toMatchObject({ key, kind: "result", date: "2026-02-28", isDismissed: false });
    expect(suggestion).toMatchObject({ race: { distanceM: 10_000, timeS: 2_520, name: "Club 10 km" } });
    expect(suggestion?.repaced).toMatchObject({
      count: 1,
      first: [{ title: "5 x 1 km", date: "2026-03-10" }],
    });
    const [{ before, after } = { before: null, after: null }] = suggestion?.repaced.first ?? [];
    expect(after?.fastSPerKm).toBeLessThan(before?.fastSPerKm ?? 0);
  });

  it("becomes a result when the coach accepts it, once, and who did is kept", async () => {
    const { coachId, athleteId, key } = await makeRacer();
    const input = { mutationId: newId(), athleteId, key };
    const accept = () => as(coachId, (ctx) => acceptSuggestion(ctx, input));
    expect(await accept()).toEqual(await accept());
    const results = await as(coachId, (ctx) => listResults(ctx, { athleteId }));
    expect(results).toHaveLength(2);
    expect(results[1]).toMatchObject({ distanceM: 10_000, timeS: 2_520, localDate: "2026-02-28" });
    expect(await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }))).toEqual([]);
    const again = as(coachId, (ctx) => acceptSuggestion(ctx, { ...input, mutationId: newId() }));
    await expect(again).rejects.toMatchObject({ code: "CONFLICT" });
    const [latest] = await as(athleteId, (ctx) => getTimeline(ctx, { athleteId }));
    expect(latest).toMatchObject({ what: "result", isAdded: true, isSuggested: true, actorId: coachId });
  });

  it("stays dismissed once it is, until it is brought back", async () => {
    const { coachId, athleteId, key } = await makeRacer();
    const dismiss = (isBack: boolean, at: string) =>
      as(
        coachId,
        (ctx) =>
          dismissSuggestion(ctx, {
            mutationId: newId(),
            athleteId,
            key,
            isBack,
            reason: isBack ? "" : "Ill",
          }),
        new Date(at),
      );
    const isDismissed = async () =>
      (await as(athleteId, (ctx) => listSuggestions(ctx, { athleteId })))[0]?.isDismissed;
    await dismiss(false, "2026-03-02T09:00:00Z");
    expect(await isDismissed()).toBe(true);
    const [latest] = await as(athleteId, (ctx) => getTimeline(ctx, { athleteId }));
    expect(latest).toMatchObject({ what: "suggestion", isDismissed: true, reason: "Ill", actorId: coachId });
    await dismiss(true, "2026-03-02T10:00:00Z");
    expect(await isDismissed()).toBe(false);
  });

  it("is read but not settled by who assists", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { role: "assistant" });
    await makeActivity(db.owner, athleteId, { title: "Race", distanceM: 5_000, durationS: 1_200 });
    const [suggestion] = await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }));
    const input = { mutationId: newId(), athleteId, key: suggestion?.key ?? "" };
    await expect(as(coachId, (ctx) => acceptSuggestion(ctx, input))).rejects.toThrow();
    expect(await as(athleteId, (ctx) => listResults(ctx, { athleteId }))).toEqual([]);
  });
});

describe("a threshold pace that a fresh result contradicts", () => {
  it("is suggested anew and set on the coach's yes", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const given = { athleteId, version: 1, changes: { thresholdPaceSPerKm: 280 } };
    await as(athleteId, (ctx) => updateProfile(ctx, given));
    await as(athleteId, (ctx) => addResult(ctx, result(athleteId, 1_200)));
    const [suggestion] = await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }));
    expect(suggestion).toMatchObject({ kind: "threshold-pace", from: 280, repaced: { count: 0 } });
    const input = { mutationId: newId(), athleteId, key: suggestion?.key ?? "" };
    await as(coachId, (ctx) => acceptSuggestion(ctx, input), new Date("2026-03-02T09:00:00Z"));
    const [latest] = await as(coachId, (ctx) => getTimeline(ctx, { athleteId }));
    expect(latest).toMatchObject({
      what: "profile",
      actorId: coachId,
      isSuggested: true,
      changes: [{ field: "thresholdPaceSPerKm", before: 280, after: suggestion?.to }],
    });
  });
});

describe("a heart rate above the maximum that is known", () => {
  /** A run whose heart climbs to a height within five minutes and holds it for half a minute. */
  async function makeRun(athleteId: string, over: { top: number; leaps?: boolean; maxHrBpm?: number }) {
    const { top, leaps = false, maxHrBpm = top } = over;
    const hrBpm = [
      ...Array.from({ length: 300 }, (_, at) => 120 + Math.round(((top - 120) * at) / (leaps ? 1e9 : 300))),
      ...Array.from({ length: 30 }, () => top),
    ];
    const done = { localDate: "2026-02-27", distanceM: 1_200, durationS: 330, title: "Hill", maxHrBpm };
    const activityId = await makeActivity(db.owner, athleteId, done);
    const samples = { ...emptySamples(), timeS: hrBpm.map((_, at) => at), hrBpm };
    const { streams } = packSamples({ ...samples, cadenceRpm: hrBpm.map(() => 88) }, null);
    await db.owner.insert(activityStreams).values({ ...streams, athleteId, activityId });
    return activityId;
  }
  const known = { maxHrBpm: 185, restingHrBpm: 50 };

  it("is suggested with the run that held it, re-paces what rests on it, and is set on the coach's yes", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    await as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version: 1, changes: known }));
    const planned = {
      localDate: "2026-03-10",
      kind: "threshold",
      title: "By heart",
      text: "20min 85-90% HRmax",
    };
    await makePlannedWorkout(db.owner, athleteId, planned);
    const activityId = await makeRun(athleteId, { top: 191 });
    const [suggestion, ...more] = await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }));
    expect(more).toEqual([]);
    const key = `max-hr:${activityId}:191`;
    expect(suggestion).toMatchObject({ kind: "max-hr", key, from: 185, to: 191 });
    expect(suggestion?.repaced).toMatchObject({ count: 1, first: [{ title: "By heart" }] });
    const input = { mutationId: newId(), athleteId, key };
    await as(coachId, (ctx) => acceptSuggestion(ctx, input), new Date("2026-03-02T09:00:00Z"));
    expect(await as(coachId, (ctx) => listSuggestions(ctx, { athleteId }))).toEqual([]);
    const [latest] = await as(coachId, (ctx) => getTimeline(ctx, { athleteId }));
    expect(latest).toMatchObject({
      what: "profile",
      changes: [{ field: "maxHrBpm", before: 185, after: 191 }],
    });
  });

  it("is no suggestion where the sensor leapt, where a summary alone says so, or where no maximum is known", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const asked = () => as(coachId, (ctx) => listSuggestions(ctx, { athleteId }));
    await makeRun(athleteId, { top: 191 });
    expect(await asked()).toEqual([]);
    const changes = { ...known, maxHrBpm: 195 };
    await as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version: 1, changes }));
    await makeRun(athleteId, { top: 210, leaps: true });
    await makeRun(athleteId, { top: 180, maxHrBpm: 204 });
    const summary = { localDate: "2026-02-27", distanceM: 5_000, durationS: 1_500, maxHrBpm: 203 };
    await makeActivity(db.owner, athleteId, summary);
    expect(await asked()).toEqual([]);
  });
});

describe("the timeline", () => {
  it("names who changed what, and tells each only what they may see", async () => {
    const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner);
    const changes = { injurySites: ["achilles"], runsPerWeek: 4, units: "imperial" as const };
    await as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version: 1, changes }));
    const said = { athleteId, orgId, authorId: coachId, createdAt: new Date("2026-03-02T10:00:00Z") };
    await db.owner.insert(comments).values([
      { ...said, id: newId(), body: "Among us", isPrivate: true },
      { ...said, id: newId(), body: "To you" },
    ]);
    const band = { athleteId, authorId: athleteId, startsOn: "2026-03-03", endsOn: "2026-03-05" };
    const createdAt = new Date("2026-03-02T11:00:00Z");
    await db.owner.insert(dayBands).values([
      { ...band, id: newId(), kind: "illness", note: "Flu", createdAt },
      { ...band, id: newId(), kind: "travel", note: "Rome", createdAt },
    ]);
    const told = async (userId: string) =>
      (await as(userId, (ctx) => getTimeline(ctx, { athleteId }))).map((entry) =>
        entry.what === "note" ? entry.body : entry.what === "band" ? entry.note : entry.what,
      );
    expect((await told(athleteId)).toSorted()).toEqual(["Flu", "Rome", "To you", "profile"]);
    expect((await told(coachId)).toSorted()).toEqual(["Among us", "Rome", "To you", "profile"]);
    const profile = (await as(coachId, (ctx) => getTimeline(ctx, { athleteId }))).find(
      ({ what }) => what === "profile",
    );
    expect(profile).toMatchObject({
      actorId: athleteId,
      changes: [
        { field: "runsPerWeek", before: null, after: 4 },
        { field: "injurySites", before: [], after: ["achilles"] },
      ],
    });
  });

  it("is not there for who may not see training", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: ["wellness"] });
    const read = as(coachId, (ctx) => getTimeline(ctx, { athleteId }));
    await expect(read).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
