import { WEEKDAYS } from "@repo/core/calendar";
import { newId, withActor } from "@repo/db";
import { getUser } from "@repo/db/queries";
import { athleteStates, seasons } from "@repo/db/schema";
import { eq, makeAthlete, makeCoachAndAthlete, makeUser, openTestDb, type TestDb } from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addResult,
  becomeAthlete,
  deleteResult,
  getProfile,
  listRacesAhead,
  listResults,
  ProfileChanges,
  updateProfile,
} from "./index.ts";

const NOW = new Date("2026-03-02T08:00:00Z");

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

const dirtyFrom = async (athleteId: string) => {
  const [state] = await db.owner.select().from(athleteStates).where(eq(athleteStates.athleteId, athleteId));
  return state ? state.dirtyFrom : undefined;
};

describe("a profile", () => {
  it("is made once and keeps what it holds", async () => {
    const userId = await makeUser(db.owner);
    await as(userId, (ctx) => becomeAthlete(ctx, { timeZone: "Europe/Oslo" }));
    await as(userId, (ctx) => becomeAthlete(ctx, { timeZone: "Asia/Tokyo" }));
    const profile = await as(userId, (ctx) => getProfile(ctx, { athleteId: userId }));
    expect([profile.timeZone, profile.maxHrBpm, profile.version]).toEqual(["Europe/Oslo", null, 1]);
  });

  it("is not there for who may not see it", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: ["wellness"] });
    const read = as(coachId, (ctx) => getProfile(ctx, { athleteId }));
    await expect(read).rejects.toMatchObject({ code: "NOT_FOUND" });
    const changed = as(coachId, (ctx) =>
      updateProfile(ctx, { athleteId, version: 1, changes: { units: "imperial" } }),
    );
    await expect(changed).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("takes the account along where the athlete sets clock and units, not where a coach does", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const accountOf = async () => {
      const account = await as(athleteId, (ctx) => getUser(ctx.db, athleteId));
      return [account?.timeZone, account?.units];
    };
    const own = { timeZone: "Asia/Tokyo", units: "imperial" } as const;
    await as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version: 1, changes: own }));
    expect(await accountOf()).toEqual(["Asia/Tokyo", "imperial"]);
    const coachs = { timeZone: "Europe/Oslo" };
    await as(coachId, (ctx) => updateProfile(ctx, { athleteId, version: 2, changes: coachs }));
    expect(await accountOf()).toEqual(["Asia/Tokyo", "imperial"]);
  });

  it("is read but not changed by who assists", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { role: "assistant" });
    expect((await as(coachId, (ctx) => getProfile(ctx, { athleteId }))).athleteId).toBe(athleteId);
    const changed = as(coachId, (ctx) =>
      updateProfile(ctx, { athleteId, version: 1, changes: { level: "beginner" } }),
    );
    await expect(changed).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("remembers who set the thresholds, and has every load made again", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const row = await as(coachId, (ctx) =>
      updateProfile(ctx, { athleteId, version: 1, changes: { thresholdPaceSPerKm: 265, maxHrBpm: 190 } }),
    );
    expect(row).toMatchObject({ version: 2, thresholdsSetBy: coachId, thresholdsSetAt: NOW, maxHrBpm: 190 });
    expect(await dirtyFrom(athleteId)).toBe("1900-01-01");
  });

  it("takes no long run on a day without running, whichever of the two is said last", async () => {
    const athleteId = await makeAthlete(db.owner);
    const change = (version: number, changes: ProfileChanges) =>
      as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version, changes }));
    const both = change(1, { longRunDay: "fri", unavailableWeekdays: ["fri"] });
    await expect(both).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("long run"),
    });
    await change(1, { longRunDay: "fri" });
    await expect(change(2, { unavailableWeekdays: ["fri"] })).rejects.toMatchObject({ code: "INVALID" });
    const none = change(2, { longRunDay: null, unavailableWeekdays: [...WEEKDAYS] });
    await expect(none).rejects.toThrow(/No day is left to run on/);
    expect(await change(2, { unavailableWeekdays: ["mon"] })).toMatchObject({ longRunDay: "fri" });
  });

  it("with only a new zone or free day has no load made again", async () => {
    const athleteId = await makeAthlete(db.owner);
    await as(athleteId, (ctx) =>
      updateProfile(ctx, {
        athleteId,
        version: 1,
        changes: { timeZone: "America/Denver", unavailableWeekdays: ["fri"] },
      }),
    );
    expect(await dirtyFrom(athleteId)).toBeNull();
  });

  it("changed by somebody else meanwhile is given back instead of overwritten", async () => {
    const athleteId = await makeAthlete(db.owner);
    const change = (runsPerWeek: number) =>
      as(athleteId, (ctx) => updateProfile(ctx, { athleteId, version: 1, changes: { runsPerWeek } }));
    await change(5);
    await expect(change(6)).rejects.toMatchObject({
      code: "CONFLICT",
      details: { current: { runsPerWeek: 5 } },
    });
  });

  it("refuses heart rates in the wrong order, also against those it holds", async () => {
    const athleteId = await makeAthlete(db.owner, { maxHrBpm: 180 });
    const changed = as(athleteId, (ctx) =>
      updateProfile(ctx, { athleteId, version: 1, changes: { thresholdHrBpm: 185 } }),
    );
    await expect(changed).rejects.toMatchObject({ code: "INVALID" });
  });

  it.each([
    [{ timeZone: "Mars/Olympus" }],
    [{ timeZone: "+02:00" }],
    [{ birthDate: "1990-02-30" }],
    [{ athleteId: "someone" }],
    [{ isDemo: true }],
    [{ maxHrBpm: Number.NaN }],
  ])("does not take %j", (changes) => {
    expect(ProfileChanges.safeParse(changes).success).toBe(false);
  });
});

describe("a result", () => {
  const race = { localDate: "2026-02-01", kind: "race", distanceM: 5_000, timeS: 1_262 } as const;

  it("sent twice is one, and has loads from its day on made again", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const input = { ...race, athleteId, id: newId() };
    const add = () => as(coachId, (ctx) => addResult(ctx, input));
    expect((await add()).id).toBe((await add()).id);
    expect((await as(athleteId, (ctx) => listResults(ctx, { athleteId }))).length).toBe(1);
    expect(await dirtyFrom(athleteId)).toBe("2026-02-01");
    const other = as(athleteId, (ctx) => addResult(ctx, { ...input, timeS: 1_300 }));
    await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("that nobody can have run is refused", async () => {
    const athleteId = await makeAthlete(db.owner);
    const refused = (change: object, why: RegExp) =>
      expect(
        as(athleteId, (ctx) => addResult(ctx, { ...race, athleteId, id: newId(), ...change })),
      ).rejects.toThrow(why);
    await refused({ timeS: 21 }, /faster than anybody has run/);
    await refused({ timeS: 599 }, /5 km in 9:59 is faster than anybody has run/);
    await refused({ distanceM: 42_195, timeS: 4_200 }, /faster/);
    await refused({ timeS: 12_000 }, /slower than walking/);
    await refused({ localDate: "2030-01-01" }, /has not come yet/);
  });

  it("of another athlete is not there", async () => {
    const [me, other] = [await makeAthlete(db.owner), await makeAthlete(db.owner)];
    const input = { ...race, athleteId: other, id: newId() };
    await expect(as(me, (ctx) => addResult(ctx, input))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await as(other, (ctx) => addResult(ctx, input));
    expect(await as(me, (ctx) => listResults(ctx, { athleteId: other }))).toEqual([]);
    const removed = as(me, (ctx) => deleteResult(ctx, { athleteId: other, id: input.id, version: 1 }));
    await expect(removed).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("taken away is no longer listed", async () => {
    const athleteId = await makeAthlete(db.owner);
    const input = { ...race, athleteId, id: newId() };
    await as(athleteId, (ctx) => addResult(ctx, input));
    const remove = () => as(athleteId, (ctx) => deleteResult(ctx, { athleteId, id: input.id, version: 1 }));
    await remove();
    expect(await as(athleteId, (ctx) => listResults(ctx, { athleteId }))).toEqual([]);
    await expect(remove()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the races ahead", () => {
  it("are those of seasons, the next first, with their goals; the athlete sees none of a draft", async () => {
    const { coachId, athleteId, orgId } = await makeCoachAndAthlete(db.owner);
    const race = { distanceM: 10_000, priority: "A" };
    const season = { athleteId, orgId, authorId: coachId, startsOn: "2026-01-05", endsOn: "2026-08-02" };
    const assigned = {
      races: [
        { ...race, date: "2026-06-14", name: "Bergen 10K", goalTimeS: 2_400 },
        { ...race, date: "2026-03-02", priority: "C" },
        { ...race, date: "2026-02-01" },
      ],
    };
    const draft = { races: [{ ...race, date: "2026-04-12", name: "Later" }] };
    await db.owner.insert(seasons).values([
      { ...season, id: newId(), name: "Spring", status: "assigned", request: assigned },
      { ...season, id: newId(), name: "Perhaps", status: "draft", request: draft },
      { ...season, id: newId(), name: "Old", status: "archived", request: draft },
    ]);
    const seen = async (userId: string) =>
      (await as(userId, (ctx) => listRacesAhead(ctx, { athleteId }))).map(
        ({ date, goalTimeS, season: of }) => [date, goalTimeS, of.name],
      );
    expect(await seen(coachId)).toEqual([
      ["2026-03-02", null, "Spring"],
      ["2026-04-12", null, "Perhaps"],
      ["2026-06-14", 2_400, "Spring"],
    ]);
    expect((await seen(athleteId)).map(([date]) => date)).toEqual(["2026-03-02", "2026-06-14"]);
    const { coachId: stranger } = await makeCoachAndAthlete(db.owner);
    const read = as(stranger, (ctx) => listRacesAhead(ctx, { athleteId }));
    await expect(read).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
