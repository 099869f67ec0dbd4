import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withActor } from "./context.ts";
import { errorCode, newId } from "./index.ts";
import {
  activities,
  checkIns,
  checkInsMedical,
  comments,
  consents,
  memberships,
  plannedWorkouts,
  users,
  warnings,
} from "./schema/index.ts";
import {
  makeActivity,
  makeAthlete,
  makeCoachAndAthlete,
  makeConsent,
  makeMember,
  makeOrganisation,
  makePlannedWorkout,
  makeUser,
  openTestDb,
  type TestDb,
} from "./testing/index.ts";

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

/** How many of the athlete's activities a user sees. */
const seenBy = (userId: string, athleteId: string) =>
  withActor(db.web, { userId }, (tx) => tx.$count(activities, eq(activities.athleteId, athleteId)));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "no error",
    (error: unknown) => errorCode(error),
  );

const RUN = { localDate: "2026-03-02", sport: "run", durationS: 60, source: "manual" } as const;

describe("a coach", () => {
  it("sees training with its consent, and not before or after", async () => {
    const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: [] });
    await makeActivity(db.owner, athleteId);
    const before = await seenBy(coachId, athleteId);
    await makeConsent(db.owner, { orgId, coachId, athleteId });
    const during = await seenBy(coachId, athleteId);
    await db.owner.update(consents).set({ revokedAt: sql`now()` }).where(eq(consents.athleteId, athleteId));
    expect([before, during, await seenBy(coachId, athleteId)]).toEqual([0, 1, 0]);
  });

  it("loses sight when they, the athlete or the organisation leave", async () => {
    for (const leaver of ["coach", "athlete", "organisation"] as const) {
      const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
      await makeActivity(db.owner, athleteId);
      const userId = leaver === "coach" ? coachId : athleteId;
      if (leaver === "organisation") {
        await db.owner.execute(sql`update organisations set deleted_at = now() where id = ${orgId}`);
      } else {
        await db.owner
          .update(memberships)
          .set({ status: "ended" })
          .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)));
      }
      expect(await seenBy(coachId, athleteId), leaver).toBe(0);
    }
  });

  it("sees what each scope opens and nothing more", async () => {
    const seen: Record<string, number[]> = {};
    for (const scope of ["training", "wellness", "medical", "location"] as const) {
      const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: [scope] });
      await makeActivity(db.owner, athleteId);
      await db.owner.insert(checkIns).values({ athleteId, localDate: "2026-03-02", mood: 4 });
      await db.owner.insert(checkInsMedical).values({ athleteId, localDate: "2026-03-02", ill: true });
      await db.owner.execute(sql`
        insert into activity_tracks select id, athlete_id, 'x', '', '' from activities where athlete_id = ${athleteId}`);
      const [row] = await withActor(db.web, { userId: coachId }, (tx) =>
        tx.execute<{ a: number; b: number; c: number; d: number }>(sql`
          select (select count(*)::int from activities) a, (select count(*)::int from check_ins) b,
                 (select count(*)::int from check_ins_medical) c, (select count(*)::int from activity_tracks) d`),
      );
      seen[scope] = row ? [row.a, row.b, row.c, row.d] : [];
    }
    expect(seen).toEqual({
      training: [1, 0, 0, 0],
      wellness: [0, 1, 0, 0],
      medical: [0, 0, 1, 0],
      location: [0, 0, 0, 1],
    });
  });

  it("sees a warning only with the scope its evidence comes from", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner, { scopes: ["training"] });
    const day = {
      severity: "warn",
      openedOn: "2026-03-02",
      lastSeenOn: "2026-03-02",
      title: "t",
    } as const;
    await db.owner.insert(warnings).values([
      { id: newId(), athleteId, kind: "session-spike", scope: "training", evidence: [], ...day },
      { id: newId(), athleteId, kind: "short-sleep", scope: "wellness", evidence: [], ...day },
      { id: newId(), athleteId, kind: "illness", scope: "medical", evidence: [], ...day },
    ]);
    const kinds = (userId: string) =>
      withActor(db.web, { userId }, (tx) => tx.select({ kind: warnings.kind }).from(warnings));
    expect(await kinds(coachId)).toEqual([{ kind: "session-spike" }]);
    expect((await kinds(athleteId)).length).toBe(3);
  });

  it("plans for the athlete but does not write what the athlete did", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const workout = {
      id: newId(),
      athleteId,
      localDate: "2026-03-03",
      kind: "easy",
      hard: false,
      title: "Easy",
    };
    const planned = await withActor(db.web, { userId: coachId }, (tx) =>
      tx.insert(plannedWorkouts).values(workout).returning(),
    );
    expect(planned.length).toBe(1);
    const logged = withActor(db.web, { userId: coachId }, (tx) =>
      tx.insert(activities).values({ ...RUN, id: newId(), athleteId }),
    );
    expect(await codeOf(logged)).toBe("42501");
  });

  it("who assists reads and comments but does not plan", async () => {
    const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner, { role: "assistant" });
    await makePlannedWorkout(db.owner, athleteId);
    const asAssistant = { userId: coachId };
    expect(await withActor(db.web, asAssistant, (tx) => tx.$count(plannedWorkouts))).toBe(1);
    const edited = await withActor(db.web, asAssistant, (tx) =>
      tx.update(plannedWorkouts).set({ title: "x" }).returning(),
    );
    expect(edited).toEqual([]);
    await withActor(db.web, asAssistant, (tx) =>
      tx.insert(comments).values({ id: newId(), athleteId, orgId, authorId: coachId, body: "Well run" }),
    );
    expect(await withActor(db.web, { userId: athleteId }, (tx) => tx.$count(comments))).toBe(1);
  });

  it("keeps private notes among the staff of the organisation", async () => {
    const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const elsewhere = await makeOrganisation(db.owner);
    const otherCoach = await makeUser(db.owner);
    await makeMember(db.owner, elsewhere, { userId: otherCoach, role: "coach" });
    await makeMember(db.owner, elsewhere, { userId: athleteId, role: "athlete" });
    await makeConsent(db.owner, { orgId: elsewhere, coachId: otherCoach, athleteId });
    await withActor(db.web, { userId: coachId }, (tx) =>
      tx
        .insert(comments)
        .values({ id: newId(), athleteId, orgId, authorId: coachId, body: "b", isPrivate: true }),
    );
    const count = (userId: string) => withActor(db.web, { userId }, (tx) => tx.$count(comments));
    expect([await count(coachId), await count(athleteId), await count(otherCoach)]).toEqual([1, 0, 0]);
  });

  it("cannot give themselves a consent, a membership or a role", async () => {
    const { orgId, coachId } = await makeCoachAndAthlete(db.owner);
    const stranger = await makeAthlete(db.owner);
    await makeMember(db.owner, orgId, { userId: stranger, role: "athlete" });
    const me = { userId: coachId };
    const grant = {
      orgId,
      coachId,
      athleteId: stranger,
      scope: "training",
      textVersion: "1",
      grantedAt: new Date(),
    } as const;
    const tries = await Promise.all([
      codeOf(withActor(db.web, me, (tx) => tx.insert(consents).values(grant))),
      codeOf(
        withActor(db.web, me, (tx) =>
          tx.execute(
            sql`insert into memberships (org_id, user_id, role, status) values (${orgId}, ${newId()}, 'coach', 'active')`,
          ),
        ),
      ),
      codeOf(
        withActor(db.web, me, (tx) =>
          tx.update(memberships).set({ role: "owner" }).where(eq(memberships.userId, coachId)),
        ),
      ),
      codeOf(
        withActor(db.web, me, (tx) =>
          tx.execute(sql`update users set is_operator = true where id = ${coachId}`),
        ),
      ),
    ]);
    expect(tries).toEqual(["42501", "42501", "42501", "42501"]);
  });

  it("may end a consent given to them but never bring it back", async () => {
    const { coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const mine = eq(consents.coachId, coachId);
    await withActor(db.web, { userId: coachId }, (tx) =>
      tx.update(consents).set({ revokedAt: new Date() }).where(mine),
    );
    expect(await seenBy(coachId, athleteId)).toBe(0);
    const again = withActor(db.web, { userId: coachId }, (tx) =>
      tx.update(consents).set({ revokedAt: null }).where(mine).returning(),
    );
    expect(await again).toEqual([]);
  });
});

describe("an organisation", () => {
  it("shows a head coach who belongs, without showing their training", async () => {
    const { orgId, athleteId } = await makeCoachAndAthlete(db.owner);
    await makeActivity(db.owner, athleteId);
    const head = await makeUser(db.owner);
    await makeMember(db.owner, orgId, { userId: head, role: "head-coach" });
    const seen = await withActor(db.web, { userId: head }, async (tx) => [
      await tx.$count(memberships),
      await tx.$count(users),
      await tx.$count(activities),
    ]);
    expect(seen).toEqual([3, 3, 0]);
  });

  it("does not let a head coach make an owner", async () => {
    const { orgId, coachId } = await makeCoachAndAthlete(db.owner);
    const head = await makeUser(db.owner);
    await makeMember(db.owner, orgId, { userId: head, role: "head-coach" });
    const promoted = withActor(db.web, { userId: head }, (tx) =>
      tx.update(memberships).set({ role: "owner" }).where(eq(memberships.userId, coachId)),
    );
    expect(await codeOf(promoted)).toBe("42501");
  });

  it("does not show athletes to each other", async () => {
    const { orgId, coachId, athleteId } = await makeCoachAndAthlete(db.owner);
    const other = await makeAthlete(db.owner);
    await makeMember(db.owner, orgId, { userId: other, role: "athlete" });
    const seen = await withActor(db.web, { userId: athleteId }, (tx) =>
      tx.select({ id: users.id }).from(users).orderBy(users.id),
    );
    expect(new Set(seen.map((row) => row.id))).toEqual(new Set([athleteId, coachId]));
  });
});
