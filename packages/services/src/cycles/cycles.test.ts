import { addDays } from "@repo/core/calendar";
import { type Cycle, findClassicCycle } from "@repo/core/cycles";
import { newId, withActor } from "@repo/db";
import { insertComment } from "@repo/db/queries";
import {
  makeActivity,
  makeAthlete,
  makeCoachAndAthlete,
  makeMember,
  makeUser,
  openTestDb,
  sql,
  type TestDb,
} from "@repo/db/testing";
import type { ServiceContext } from "@repo/services/context";
import { changeCalendar, getSeason } from "@repo/services/plan";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  AssignCycleInput,
  assignCycle,
  type CycleResult,
  getCycle,
  listCycles,
  previewCycle,
  previewRollOut,
  rollOutCycle,
  saveCycle,
  saveCycleVersion,
  seasonAsCycle,
  undoRollOut,
} from "./index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const NOW = new Date("2026-03-04T09:00:00Z");
const MONDAY = "2026-03-09";
const LINKS = { urlOf: ({ seasonId }: { seasonId: string }) => `http://here/${seasonId}` };
const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now: NOW }));

function content(weeks = 4): Cycle {
  const made = findClassicCycle("10k-intermediate")?.content();
  if (!made) throw new Error("the plan is missing");
  return { ...made, weeks: made.weeks.slice(0, weeks), races: [] };
}

/** A coach with athletes, and a cycle of four weeks. */
async function club(athletes = 2) {
  const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
  const others = Array.from({ length: athletes - 1 }, () => newId());
  const many = sql`from unnest(${`{${others.join(",")}}`}::uuid[]) as id`;
  await db.owner.execute(
    sql`insert into users (id, email, name) select id, id || '@example.org', 'Athlete' ${many}`,
  );
  await db.owner.execute(sql`insert into athletes (athlete_id, time_zone) select id, 'Europe/Oslo' ${many}`);
  await db.owner.execute(
    sql`insert into memberships (org_id, user_id, role, status) select ${orgId}::uuid, id, 'athlete', 'active' ${many}`,
  );
  await db.owner.execute(sql`insert into consents (org_id, coach_id, athlete_id, scope, text_version, granted_at)
    select ${orgId}::uuid, ${coachId}::uuid, id, 'training', '1', now() ${many}`);
  const athleteIds = [athleteId, ...others];
  const cycleId = newId();
  const saving = {
    mutationId: newId(),
    orgId,
    id: cycleId,
    name: "Four weeks",
    about: "",
    content: content(),
  };
  await as(coachId, (ctx) => saveCycle(ctx, saving));
  const input = (ids: readonly string[], overrides: object = {}) => ({
    ...AssignCycleInput.parse({
      mutationId: newId(),
      cycle: { cycleId },
      name: "Spring",
      anchor: { kind: "start", date: MONDAY },
      athletes: ids.map((id) => ({ athleteId: id })),
      ...overrides,
    }),
    orgId,
  });
  const assign = (ids: readonly string[], overrides: object = {}) =>
    as(coachId, (ctx) => assignCycle(ctx, input(ids, overrides), LINKS));
  const version = (next: Cycle, from = 1) =>
    as(coachId, (ctx) =>
      saveCycleVersion(ctx, {
        mutationId: newId(),
        orgId,
        cycleId,
        version: from,
        note: "Longer",
        content: next,
      }),
    );
  const rollOut = () => as(coachId, (ctx) => rollOutCycle(ctx, { mutationId: newId(), orgId, cycleId }));
  const season = (athlete: string, seasonId: string) =>
    as(coachId, (ctx) => getSeason(ctx, { athleteId: athlete, seasonId }));
  return { orgId, coachId, athleteId, athleteIds, cycleId, input, assign, version, rollOut, season };
}

const assigned = (results: readonly CycleResult[]) => results.filter((each) => each.outcome === "assigned");
const titlesIn = (season: Awaited<ReturnType<typeof getSeason>>, week: string) =>
  season.workouts.filter(({ date }) => week <= date && date <= addDays(week, 6)).map(({ title }) => title);

test("a cycle becomes a season for each, from a day of their own, in their own paces and on their own days", async () => {
  const { athleteIds, assign, season } = await club(2);
  const [fast = "", slow = ""] = athleteIds;
  for (const [id, timeS] of [
    [fast, 1_000],
    [slow, 1_700],
  ] as const) {
    await db.owner.execute(sql`insert into results (id, athlete_id, local_date, kind, distance_m, time_s)
      values (${newId()}, ${id}, '2026-02-20', 'race', 5000, ${timeS})`);
  }
  await db.owner.execute(sql`update athletes set unavailable_weekdays = '{wed}' where athlete_id = ${slow}`);
  const later = { kind: "start", date: addDays(MONDAY, 14) };
  const results = assigned(
    await assign(athleteIds, { athletes: [{ athleteId: fast }, { athleteId: slow, anchor: later }] }),
  );
  expect(results.map(({ startsOn }) => startsOn).sort()).toEqual([MONDAY, later.date]);
  const [of, other] = [
    results.find((each) => each.athleteId === fast),
    results.find((each) => each.athleteId === slow),
  ];
  const [one, two] = [await season(fast, of?.seasonId ?? ""), await season(slow, other?.seasonId ?? "")];
  expect(one.status).toBe("assigned");
  expect(one.workouts.length).toBe(content().weeks.flatMap(({ workouts }) => workouts).length);
  const seconds = (each: typeof one) =>
    each.workouts.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0);
  expect(seconds(two)).toBeGreaterThan(seconds(one) * 1.2);
  expect(two.workouts.filter(({ date }) => new Date(`${date}T00:00:00Z`).getUTCDay() === 3)).toEqual([]);
  const mails = await db.owner.execute(sql`select 1 from outbox where user_id in (${fast}, ${slow})`);
  expect(mails).toHaveLength(2);
});

test("whom the coach may not plan for is refused by name, the others are planned; a repeated send is the same", async () => {
  const { coachId, athleteId, input } = await club(1);
  const stranger = await makeAthlete(db.owner);
  const sent = input([athleteId, stranger]);
  const first = await as(coachId, (ctx) => assignCycle(ctx, sent, LINKS));
  expect(first.map(({ outcome }) => outcome)).toEqual(["assigned", "refused"]);
  expect(first[1]).toEqual({ athleteId: stranger, outcome: "refused", reason: "not-coached" });
  expect(await as(coachId, (ctx) => assignCycle(ctx, sent, LINKS))).toEqual(first);
  const rows = await db.owner.execute(sql`select 1 from seasons where athlete_id = ${athleteId}`);
  expect(rows).toHaveLength(1);
});

test("an assistant and a coach of another club can neither keep nor assign a cycle", async () => {
  const { orgId, cycleId, athleteId, input } = await club(1);
  const assistant = await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId: assistant, role: "assistant" });
  const elsewhere = await makeCoachAndAthlete(db.owner);
  const saving = { mutationId: newId(), orgId, id: newId(), name: "No", about: "", content: content() };
  for (const userId of [assistant, elsewhere.coachId]) {
    await expect(as(userId, (ctx) => saveCycle(ctx, { ...saving, mutationId: newId() }))).rejects.toThrow();
    const tried = as(userId, (ctx) => assignCycle(ctx, input([athleteId]), LINKS)).catch(() => []);
    expect(assigned(await tried)).toEqual([]);
  }
  const seen = as(elsewhere.coachId, (ctx) => getCycle(ctx, { orgId, cycle: { cycleId } }));
  await expect(seen).rejects.toThrow(/no such cycle/);
});

test("the season it replaces gives up its days from then on, and keeps what was before", async () => {
  const { athleteId, assign, season } = await club(1);
  const [first] = assigned(await assign([athleteId]));
  const [next] = assigned(
    await assign([athleteId], { anchor: { kind: "start", date: addDays(MONDAY, 14) } }),
  );
  expect(next?.replaced).toEqual(["Spring"]);
  expect((await season(athleteId, first?.seasonId ?? "")).status).toBe("archived");
  const days = await db.owner.execute<{ local_date: string }>(
    sql`select local_date::text from planned_workouts where season_id = ${first?.seasonId ?? ""} and is_assigned`,
  );
  expect(days.length).toBeGreaterThan(0);
  expect(days.every(({ local_date }) => local_date < addDays(MONDAY, 14))).toBe(true);
});

test("a preview names paces, days that move, what the rules say and what is replaced, and stores nothing", async () => {
  const { orgId, coachId, athleteId, cycleId } = await club(1);
  await makeActivity(db.owner, athleteId, { localDate: "2026-02-25", distanceM: 12_000 });
  await db.owner.execute(
    sql`update athletes set unavailable_weekdays = '{wed}' where athlete_id = ${athleteId}`,
  );
  const input = {
    orgId,
    cycle: { cycleId },
    anchor: { kind: "start" as const, date: MONDAY },
    athletes: [{ athleteId }],
    isScaled: false,
  };
  const { athletes } = await as(coachId, (ctx) => previewCycle(ctx, input));
  expect(athletes[0]).toMatchObject({ athleteId, startsOn: MONDAY, weeks: 4 });
  expect(athletes[0]?.moved).toBeGreaterThan(0);
  expect(athletes[0]?.samples.length).toBeGreaterThan(0);
  // Twelve kilometres in four weeks, and then forty a week.
  expect(athletes[0]?.warnings).toBeGreaterThan(0);
  const rows = await db.owner.execute(sql`select 1 from seasons where athlete_id = ${athleteId}`);
  expect(rows).toHaveLength(0);
});

test("a new version reaches only whole weeks ahead that nobody touched, and says what it left and why", async () => {
  const { coachId, athleteIds, assign, version, rollOut, season, orgId, cycleId } = await club(2);
  const [edited = "", plain = ""] = athleteIds;
  const results = assigned(await assign(athleteIds));
  const seasonOf = (id: string) => results.find(({ athleteId }) => athleteId === id)?.seasonId ?? "";
  const before = await season(edited, seasonOf(edited));
  const [second, third] = [addDays(MONDAY, 7), addDays(MONDAY, 14)];
  const mine = before.workouts.find(({ date }) => date >= second && date < third);
  const op = { op: "edit" as const, id: mine?.id ?? "", version: mine?.version ?? 1, title: "My own" };
  await as(coachId, (ctx) =>
    changeCalendar(ctx, { mutationId: newId(), athleteId: edited, kind: "edit", ops: [op] }),
  );
  const talked = before.workouts.find(({ date }) => date >= third && date < addDays(third, 7));
  await as(coachId, (ctx) =>
    insertComment(ctx.db, edited, {
      id: newId(),
      orgId,
      authorId: coachId,
      body: "Mind the wind",
      plannedWorkoutId: talked?.id ?? null,
    }),
  );
  const next = content(5);
  for (const week of next.weeks) for (const workout of week.workouts) workout.title = `New ${workout.title}`;
  await version(next);
  const told = await as(coachId, (ctx) => previewRollOut(ctx, { orgId, cycleId }));
  const rolled = await rollOut();
  expect({ ...rolled, rollOutId: null }).toEqual(told);
  const of = (id: string) => rolled.seasons.find(({ athleteId }) => athleteId === id);
  expect(of(edited)?.skipped).toEqual([
    { week: second, reason: "edited" },
    { week: third, reason: "edited" },
  ]);
  expect(of(plain)?.skipped).toEqual([]);
  const [after, other] = [await season(edited, seasonOf(edited)), await season(plain, seasonOf(plain))];
  expect(titlesIn(after, second)).toContain("My own");
  expect(titlesIn(after, second).some((title) => title.startsWith("New"))).toBe(false);
  expect(titlesIn(after, MONDAY).every((title) => title.startsWith("New"))).toBe(true);
  expect(other.weeks.length).toBe(5);
  expect(other.workouts.every(({ title }) => title.startsWith("New"))).toBe(true);
  expect((await rollOut()).seasons).toEqual([]);
});

test("a roll-out is taken back as a whole: every row as it was, but for what was begun, done or changed since", async () => {
  const { coachId, athleteIds, assign, version, rollOut, orgId, cycleId } = await club(2);
  const [changed = "", plain = ""] = athleteIds;
  await assign(athleteIds);
  const rows = (table: string, athlete: string) =>
    db.owner.execute(
      sql`select to_jsonb(t) - 'version' - 'updated_at' as row from ${sql.raw(table)} t where athlete_id = ${athlete}
        order by to_jsonb(t)::text`,
    );
  const tables = ["planned_workouts", "season_phases", "season_weeks", "cycle_assignments", "seasons"];
  const stored = async (athlete: string) =>
    Promise.all(tables.map(async (table) => (await rows(table, athlete)).map(({ row }) => row)));
  const before = await stored(plain);
  const next = content(5);
  for (const week of next.weeks) for (const workout of week.workouts) workout.title = `New ${workout.title}`;
  await version(next);
  const { rollOutId } = await rollOut();
  expect(await stored(plain)).not.toEqual(before);
  const [touched] = await db.owner.execute<{ id: string; version: number }>(
    sql`select id, version from planned_workouts where athlete_id = ${changed} and local_date between ${addDays(MONDAY, 7)} and ${addDays(MONDAY, 13)} limit 1`,
  );
  const op = { op: "edit" as const, id: touched?.id ?? "", version: touched?.version ?? 1, title: "My own" };
  await as(coachId, (ctx) =>
    changeCalendar(ctx, { mutationId: newId(), athleteId: changed, kind: "edit", ops: [op] }),
  );
  const undo = () =>
    as(coachId, (ctx) =>
      undoRollOut(ctx, { mutationId: newId(), orgId, cycleId, rollOutId: rollOutId ?? "" }),
    );
  const shown = await as(coachId, (ctx) => getCycle(ctx, { orgId, cycle: { cycleId } }));
  expect(shown.rollOut).toMatchObject({ id: rollOutId, version: 2, seasons: 2 });
  const { seasons } = await undo();
  expect(await stored(plain)).toEqual(before);
  const of = (id: string) => seasons.find(({ athleteId }) => athleteId === id);
  expect(of(plain)?.skipped).toEqual([]);
  expect(of(changed)?.skipped).toEqual([{ week: addDays(MONDAY, 7), reason: "edited" }]);
  const titles = await db.owner.execute<{ title: string }>(
    sql`select title from planned_workouts where athlete_id = ${changed} and deleted_at is null`,
  );
  expect(titles.filter(({ title }) => title === "My own")).toHaveLength(1);
  expect(titles.some(({ title }) => title.startsWith("New"))).toBe(true);
  await expect(undo()).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await rollOut()).seasons.map(({ fromVersion }) => fromVersion)).toEqual([1, 1]);
});

test("a cycle follows what each runs now where that is asked for: told before, and again when it is rolled out", async () => {
  const { coachId, athleteIds, input, version, rollOut, season } = await club(2);
  const [little = "", silent = ""] = athleteIds;
  for (const day of ["2026-02-10", "2026-02-17", "2026-02-24", "2026-03-01"])
    await makeActivity(db.owner, little, { localDate: day, distanceM: 22_000 });
  const asked = input(athleteIds, { isScaled: true });
  const { athletes } = await as(coachId, (ctx) => previewCycle(ctx, asked));
  const of = (id: string) => athletes.find(({ athleteId }) => athleteId === id);
  expect(of(silent)?.scale).toBeNull();
  expect(of(little)?.scale).toMatchObject({ nowKm: 22 });
  expect(of(little)?.firstKm).toBeLessThan((of(silent)?.firstKm ?? 0) * 0.85);
  const results = assigned(await as(coachId, (ctx) => assignCycle(ctx, asked, LINKS)));
  const given = results.find(({ athleteId }) => athleteId === little);
  expect(given?.factor).toBe(of(little)?.scale?.factor);
  await version(content(4));
  const weekKm = async () =>
    (await season(little, given?.seasonId ?? "")).workouts
      .filter(({ date }) => date < addDays(MONDAY, 7))
      .reduce((sum, { distanceM }) => sum + (distanceM ?? 0), 0);
  const km = await weekKm();
  await rollOut();
  expect(await weekKm()).toBe(km);
});

test("two coaches who add a version to the same one: the second is told", async () => {
  const { version } = await club(1);
  await version(content(3));
  await expect(version(content(2))).rejects.toThrow(/newer version/);
});

test("a text that cannot be read is refused with week, workout, line and what would do", async () => {
  const { version } = await club(1);
  const broken = structuredClone(content(2));
  const [, week] = broken.weeks;
  if (week?.workouts[0])
    week.workouts[0] = { ...week.workouts[0], kind: "easy", title: "Odd", text: "ten of those" };
  await expect(version(broken)).rejects.toThrow(/Week 2, Odd, line 1: .* cannot be read/);
});

test("a season becomes a cycle, whole or in part, and stands in the list beside the classic plans", async () => {
  const { coachId, orgId, athleteId, assign } = await club(1);
  const [made] = assigned(await assign([athleteId], { cycle: { classicId: "half-intermediate" } }));
  const at = { athleteId, seasonId: made?.seasonId ?? "" };
  const whole = await as(coachId, (ctx) => seasonAsCycle(ctx, at));
  const part = await as(coachId, (ctx) =>
    seasonAsCycle(ctx, { ...at, from: MONDAY, to: addDays(MONDAY, 21) }),
  );
  expect(whole.content).toEqual(findClassicCycle("half-intermediate")?.content());
  expect(part.content.weeks).toHaveLength(4);
  const saving = {
    mutationId: newId(),
    orgId,
    id: newId(),
    name: "A base",
    about: "",
    content: part.content,
  };
  await as(coachId, (ctx) => saveCycle(ctx, saving));
  const { own, classic } = await as(coachId, (ctx) => listCycles(ctx, orgId));
  expect(own.map(({ name }) => name)).toEqual(["A base", "Four weeks"]);
  expect(classic).toHaveLength(13);
});

test("to assign, to preview and to roll out take as many statements for a whole club as for two", async () => {
  const count = async (athletes: number) => {
    const { coachId, athleteIds, input, orgId, cycleId, version } = await club(athletes);
    const counted = async (work: (ctx: ServiceContext) => Promise<unknown>) => {
      let statements = 0;
      await withActor(db.web, { userId: coachId }, async (tx) => {
        const counting = new Proxy(tx, {
          get(target, name, receiver) {
            if (["execute", "select", "insert", "update", "delete"].includes(String(name))) statements += 1;
            return Reflect.get(target, name, receiver);
          },
        });
        await work({ db: counting, actor: { userId: coachId }, now: NOW });
      });
      return statements;
    };
    const asked = input(athleteIds);
    const preview = await counted((ctx) => previewCycle(ctx, asked));
    const assign = await counted((ctx) => assignCycle(ctx, asked, LINKS));
    await version(content(3));
    const rollOut = await counted((ctx) => rollOutCycle(ctx, { mutationId: newId(), orgId, cycleId }));
    const rows = await db.owner.execute(
      sql`select 1 from cycle_assignments where cycle_id = ${cycleId} and version = 2`,
    );
    expect(rows).toHaveLength(athletes);
    return { preview, assign, rollOut };
  };
  const two = await count(2);
  expect(await count(process.env.MESOCYCLE_LONG ? 200 : 30)).toEqual(two);
  // Read the cycle, read the athletes; nothing else is needed to look.
  expect(two.preview).toBe(2);
  expect(two.assign).toBeLessThanOrEqual(15);
});
