import { newId, withActor } from "@repo/db";
import { eraseMe, getAccount } from "@repo/db/queries";
import {
  activities,
  auditEvents,
  consents,
  invitations,
  memberships,
  organisations,
  outbox,
  users,
} from "@repo/db/schema";
import {
  and,
  eq,
  makeActivity,
  makeAthlete,
  makeConsent,
  makeMember,
  makeOrganisation,
  makeUser,
  openTestDb,
  sql,
  type TestDb,
} from "@repo/db/testing";
import { grantConsent } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { signUpByInvitation } from "@repo/services/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  acceptInvitation,
  changeRole,
  createOrganisation,
  endMembership,
  getDigest,
  getInvitation,
  type InviteMemberInput,
  inviteMember,
  listInvitations,
  listMembers,
  renameOrganisation,
  revokeInvitation,
  setDigest,
  settleOwnerships,
} from "./index.ts";

const NOW = new Date("2026-03-02T08:00:00Z");
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const GOOD = "three green umbrellas";
const urlOf = (token: string) => `http://localhost/invitation?token=${token}`;

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const as = <T>(userId: string, work: (ctx: ServiceContext) => Promise<T>, now = NOW) =>
  withActor(db.web, { userId }, (tx) => work({ db: tx, actor: { userId }, now }));

async function club(): Promise<{ orgId: string; ownerId: string }> {
  const [ownerId, orgId] = [await makeUser(db.owner), newId()];
  await as(ownerId, (ctx) => createOrganisation(ctx, { id: orgId, name: "River Runners" }));
  return { orgId, ownerId };
}

async function member(
  orgId: string,
  role: "owner" | "head-coach" | "coach" | "assistant" | "athlete",
): Promise<string> {
  const userId = role === "athlete" ? await makeAthlete(db.owner) : await makeUser(db.owner);
  await makeMember(db.owner, orgId, { userId, role });
  return userId;
}

/** Invites an address and gives the token that its mail holds. */
async function invited(by: string, input: InviteMemberInput): Promise<string> {
  const { invitationId } = await as(by, (ctx) => inviteMember(ctx, input, { urlOf }));
  const [mail] = await db.owner
    .select()
    .from(outbox)
    .where(eq(outbox.dedupeKey, `invitation:${invitationId}`));
  return /token=(\S+)/.exec(String(mail?.payload.text))?.[1] ?? "";
}

const accept = (userId: string, token: string, now = NOW) =>
  as(userId, (ctx) => acceptInvitation(ctx, { token, scopes: ["training"], timeZone: "Europe/Oslo" }), now);

describe("an organisation", () => {
  it("belongs to who made it, once however often it is sent, and under nobody else's id", async () => {
    const { orgId, ownerId } = await club();
    await as(ownerId, (ctx) => createOrganisation(ctx, { id: orgId, name: "River Runners" }));
    const members = await as(ownerId, (ctx) => listMembers(ctx, { orgId }));
    expect(members.map(({ userId, role }) => [userId, role])).toEqual([[ownerId, "owner"]]);
    const thief = as(await makeUser(db.owner), (ctx) => createOrganisation(ctx, { id: orgId, name: "Mine" }));
    await expect(thief).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not there for who does not belong", async () => {
    const { orgId } = await club();
    const stranger = await makeUser(db.owner);
    await expect(as(stranger, (ctx) => listMembers(ctx, { orgId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(as(stranger, (ctx) => listInvitations(ctx, { orgId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("shows an athlete its staff and themselves, its staff everybody", async () => {
    const { orgId, ownerId } = await club();
    const [one, two] = [await member(orgId, "athlete"), await member(orgId, "athlete")];
    const seen = async (userId: string) =>
      new Set((await as(userId, (ctx) => listMembers(ctx, { orgId }))).map((row) => row.userId));
    expect(await seen(one)).toEqual(new Set([ownerId, one]));
    expect(await seen(ownerId)).toEqual(new Set([ownerId, one, two]));
  });
});

describe("an invitation", () => {
  it("makes a new person an athlete who shows the inviter what they agreed to, and nobody more", async () => {
    const { orgId, ownerId } = await club();
    const head = await member(orgId, "head-coach");
    const email = `new-${newId()}@example.org`;
    const token = await invited(ownerId, { orgId, email, role: "athlete", scopes: ["training", "wellness"] });

    const view = await getInvitation({ db: db.auth, now: NOW }, { token });
    expect(view).toMatchObject({
      state: "open",
      orgName: "River Runners",
      role: "athlete",
      email,
      hasAccount: false,
    });
    expect(view.willSee.map(({ scopes }) => scopes)).toEqual([["training", "wellness"]]);

    const { userId } = await signUpByInvitation(
      { db: db.auth, now: NOW },
      { token, name: "New", password: GOOD },
    );
    expect(await accept(userId, token)).toEqual({ orgId, role: "athlete" });
    await makeActivity(db.owner, userId);
    const seen = (by: string) => as(by, (ctx) => ctx.db.$count(activities, eq(activities.athleteId, userId)));
    expect([await seen(ownerId), await seen(head)]).toEqual([1, 0]);
    const given = await db.owner.select().from(consents).where(eq(consents.athleteId, userId));
    expect(given.map(({ coachId, scope }) => [coachId, scope])).toEqual([[ownerId, "training"]]);
  });

  it("gives nothing that was not asked for", async () => {
    const { orgId, ownerId } = await club();
    const email = `modest-${newId()}@example.org`;
    const token = await invited(ownerId, { orgId, email, role: "athlete", scopes: ["training"] });
    const userId = await makeUser(db.owner, { email });
    await as(userId, (ctx) =>
      acceptInvitation(ctx, { token, scopes: ["training", "medical"], timeZone: "Asia/Tokyo" }),
    );
    const given = await db.owner.select().from(consents).where(eq(consents.athleteId, userId));
    expect(given.map(({ scope }) => scope)).toEqual(["training"]);
  });

  it("is for its address alone", async () => {
    const { orgId, ownerId } = await club();
    const token = await invited(ownerId, { orgId, email: `a-${newId()}@example.org`, role: "coach" });
    const other = await makeUser(db.owner);
    await expect(accept(other, token)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(as(other, (ctx) => listMembers(ctx, { orgId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("works once, also when two accept at the same moment", async () => {
    const { orgId, ownerId } = await club();
    const email = `twice-${newId()}@example.org`;
    const token = await invited(ownerId, { orgId, email, role: "coach" });
    const userId = await makeUser(db.owner, { email });
    const both = await Promise.allSettled([accept(userId, token), accept(userId, token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(accept(userId, token)).rejects.toMatchObject({
      code: "INVALID",
      details: { state: "accepted" },
    });
  });

  it("ends after 14 days, when taken back, and when a newer one is sent", async () => {
    const { orgId, ownerId } = await club();
    const email = `late-${newId()}@example.org`;
    const userId = await makeUser(db.owner, { email });
    const old = await invited(ownerId, { orgId, email, role: "coach" });
    await expect(accept(userId, old, later(15))).rejects.toMatchObject({ details: { state: "expired" } });
    const newer = await invited(ownerId, { orgId, email, role: "coach" });
    await expect(accept(userId, old)).rejects.toMatchObject({ details: { state: "revoked" } });
    const [open] = await as(ownerId, (ctx) => listInvitations(ctx, { orgId }));
    await as(ownerId, (ctx) => revokeInvitation(ctx, { orgId, invitationId: open?.id ?? "" }));
    await expect(accept(userId, newer)).rejects.toMatchObject({ details: { state: "revoked" } });
  });

  it("never overwrites an account: its owner signs in instead", async () => {
    const { orgId, ownerId } = await club();
    const email = `known-${newId()}@example.org`;
    const userId = await makeUser(db.owner, { email, name: "Known" });
    const token = await invited(ownerId, { orgId, email, role: "athlete" });
    expect((await getInvitation({ db: db.auth, now: NOW }, { token })).hasAccount).toBe(true);
    const overwritten = signUpByInvitation({ db: db.auth, now: NOW }, { token, name: "Eve", password: GOOD });
    await expect(overwritten).rejects.toMatchObject({ code: "CONFLICT" });
    const [user] = await db.owner.select().from(users).where(eq(users.id, userId));
    expect(user?.name).toBe("Known");
  });

  it("is made by owners and head coaches for all below an owner, by coaches for athletes, by others for nobody", async () => {
    const { orgId, ownerId } = await club();
    const roles = ["owner", "head-coach", "coach", "assistant", "athlete"] as const;
    const may: Record<string, string[]> = {};
    for (const role of roles) {
      const by = role === "owner" ? ownerId : await member(orgId, role);
      may[role] = [];
      for (const wanted of roles) {
        const input = { orgId, email: `x-${newId()}@example.org`, role: wanted };
        const done = as(by, (ctx) => inviteMember(ctx, input, { urlOf })).then(() => true);
        if (
          await done.catch((error: { code: string }) =>
            error.code === "FORBIDDEN" ? false : Promise.reject(error),
          )
        )
          may[role].push(wanted);
      }
    }
    expect(may).toEqual({
      owner: [...roles],
      "head-coach": ["head-coach", "coach", "assistant", "athlete"],
      coach: ["athlete"],
      assistant: [],
      athlete: [],
    });
  });

  it("never lowers the role of who belongs already", async () => {
    const { orgId, ownerId } = await club();
    const email = `head-${newId()}@example.org`;
    const userId = await makeUser(db.owner, { email });
    await makeMember(db.owner, orgId, { userId, role: "head-coach" });
    await accept(userId, await invited(ownerId, { orgId, email, role: "athlete" }));
    const [row] = await db.owner.select().from(memberships).where(eq(memberships.userId, userId));
    expect(row?.role).toBe("head-coach");
  });

  it("leaves its secret only in the mail", async () => {
    const { orgId, ownerId } = await club();
    const token = await invited(ownerId, { orgId, email: `s-${newId()}@example.org`, role: "coach" });
    const rows = await db.owner.select().from(invitations).where(eq(invitations.orgId, orgId));
    expect(token.length).toBeGreaterThan(40);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("a membership", () => {
  it("that ends takes what was shown with it, and a return does not bring it back", async () => {
    const { orgId, ownerId } = await club();
    const [coachId, athleteId] = [await member(orgId, "coach"), await member(orgId, "athlete")];
    await as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["training"] }));
    await makeActivity(db.owner, athleteId);
    await as(ownerId, (ctx) => endMembership(ctx, { orgId, userId: coachId }));
    const seen = () => as(coachId, (ctx) => ctx.db.$count(activities));
    expect(await seen()).toBe(0);
    await db.owner.update(memberships).set({ status: "active" }).where(eq(memberships.userId, coachId));
    expect(await seen()).toBe(0);
  });

  it("as a coach that becomes an athlete's shows nothing, also after a promotion back", async () => {
    const { orgId, ownerId } = await club();
    const [coachId, athleteId] = [await member(orgId, "coach"), await member(orgId, "athlete")];
    await as(athleteId, (ctx) => grantConsent(ctx, { orgId, coachId, scopes: ["training"] }));
    await makeActivity(db.owner, athleteId);
    const seen = async () => [
      await as(coachId, (ctx) => ctx.db.$count(activities)),
      await db.owner.$count(consents, sql`coach_id = ${coachId} and revoked_at is null`),
    ];
    expect(await seen()).toEqual([1, 1]);
    for (const role of ["athlete", "coach"] as const) {
      await as(ownerId, (ctx) => changeRole(ctx, { orgId, userId: coachId, role }));
      expect(await seen(), role).toEqual([0, 0]);
    }
  });

  it("can be left by anybody but the last owner", async () => {
    const { orgId, ownerId } = await club();
    const athleteId = await member(orgId, "athlete");
    await makeConsent(db.owner, { orgId, coachId: ownerId, athleteId });
    await as(athleteId, (ctx) => endMembership(ctx, { orgId, userId: athleteId }));
    const [consent] = await db.owner.select().from(consents).where(eq(consents.athleteId, athleteId));
    expect(consent?.revokedAt).toEqual(NOW);
    const assistant = await member(orgId, "assistant");
    await as(assistant, (ctx) => endMembership(ctx, { orgId, userId: assistant }));
    await expect(as(assistant, (ctx) => listMembers(ctx, { orgId }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const leave = () => as(ownerId, (ctx) => endMembership(ctx, { orgId, userId: ownerId }));
    await expect(leave()).rejects.toMatchObject({ code: "CONFLICT" });
    const heir = await member(orgId, "coach");
    await as(ownerId, (ctx) => changeRole(ctx, { orgId, userId: heir, role: "owner" }));
    await leave();
    expect((await as(heir, (ctx) => listMembers(ctx, { orgId }))).length).toBe(1);
  });

  it("is not managed by who may not, nor across organisations", async () => {
    const { orgId, ownerId } = await club();
    const other = await club();
    const [head, coach] = [await member(orgId, "head-coach"), await member(orgId, "coach")];
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect([
      await codeOf(as(coach, (ctx) => endMembership(ctx, { orgId, userId: head }))),
      await codeOf(as(head, (ctx) => endMembership(ctx, { orgId, userId: ownerId }))),
      await codeOf(as(head, (ctx) => changeRole(ctx, { orgId, userId: coach, role: "owner" }))),
      await codeOf(as(coach, (ctx) => changeRole(ctx, { orgId, userId: coach, role: "head-coach" }))),
      await codeOf(as(other.ownerId, (ctx) => endMembership(ctx, { orgId, userId: coach }))),
      await codeOf(as(other.ownerId, (ctx) => endMembership(ctx, { orgId: other.orgId, userId: coach }))),
    ]).toEqual(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "NOT_FOUND", "NOT_FOUND"]);
  });

  it("says in words what a role may not do", async () => {
    const { orgId } = await club();
    const assistant = await member(orgId, "assistant");
    const input = { orgId, email: "runner@example.org", role: "head-coach" as const };
    await expect(as(assistant, (ctx) => inviteMember(ctx, input, { urlOf }))).rejects.toThrow(
      "As an assistant you may not invite a head coach. Ask an owner or head coach.",
    );
  });

  it("leaves a trace of who ended it", async () => {
    const { orgId, ownerId } = await club();
    const userId = await member(orgId, "coach");
    await as(ownerId, (ctx) => endMembership(ctx, { orgId, userId }));
    const [event] = await db.owner
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.orgId, orgId), eq(auditEvents.kind, "membership-ended")));
    expect([event?.actorId, event?.detail]).toEqual([ownerId, { userId }]);
  });

  it("has its own hour for the digest", async () => {
    const { orgId, ownerId } = await club();
    expect(await as(ownerId, (ctx) => getDigest(ctx, { orgId }))).toEqual({ isOn: true, hour: 6 });
    await as(ownerId, (ctx) => setDigest(ctx, { orgId, isOn: true, hour: 5 }));
    await as(ownerId, (ctx) => setDigest(ctx, { orgId, isOn: false, hour: 7 }));
    expect(await as(ownerId, (ctx) => getDigest(ctx, { orgId }))).toEqual({ isOn: false, hour: 7 });
    const elsewhere = await makeOrganisation(db.owner);
    const set = as(ownerId, (ctx) => setDigest(ctx, { orgId: elsewhere, isOn: true, hour: 7 }));
    await expect(set).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.owner.$count(sql`digest_settings`)).toBe(1);
  });
});

it("nobody is invited into a demo club, and one's own organisation comes before it", async () => {
  const { orgId, ownerId } = await club();
  const demoId = newId();
  await db.owner.execute(
    sql`insert into organisations (id, name, is_demo) values (${demoId}, 'A demo club', true)`,
  );
  await makeMember(db.owner, demoId, { userId: ownerId, role: "owner" });
  const input = { orgId: demoId, email: "runner@example.org", role: "athlete" as const };
  await expect(as(ownerId, (ctx) => inviteMember(ctx, input, { urlOf }))).rejects.toThrow(/demo club/);
  const account = await as(ownerId, (ctx) => getAccount(ctx.db, ownerId));
  expect(account?.organisations.map((each) => each.orgId)).toEqual([orgId, demoId]);
});

it("an owner gives the organisation another name, and nobody else does", async () => {
  const { orgId, ownerId } = await club();
  const head = await member(orgId, "head-coach");
  const rename = (by: string, to = orgId) =>
    as(by, (ctx) => renameOrganisation(ctx, { orgId: to, name: "Hill Runners" }));
  await expect(rename(head)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(rename(ownerId, await makeOrganisation(db.owner))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await rename(ownerId);
  const account = await as(head, (ctx) => getAccount(ctx.db, head));
  expect(account?.organisations).toMatchObject([{ orgId, name: "Hill Runners" }]);
});

describe("erasing the account of an owner", () => {
  const erase = (userId: string) =>
    as(userId, async (ctx) => {
      await settleOwnerships(ctx);
      return eraseMe(ctx.db);
    });

  it("is refused while others would be left without an owner, and works once there is another", async () => {
    const { orgId, ownerId } = await club();
    const coachId = await member(orgId, "coach");
    await expect(erase(ownerId)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("River Runners would be left without an owner"),
    });
    expect(await as(ownerId, (ctx) => listMembers(ctx, { orgId }))).toHaveLength(2);
    await as(ownerId, (ctx) => changeRole(ctx, { orgId, userId: coachId, role: "owner" }));
    expect(await erase(ownerId)).toBe(true);
    expect(await as(coachId, (ctx) => listMembers(ctx, { orgId }))).toMatchObject([{ userId: coachId }]);
  });

  it("closes an organisation that nobody else belongs to", async () => {
    const { orgId, ownerId } = await club();
    const goneId = await member(orgId, "athlete");
    await as(ownerId, (ctx) => endMembership(ctx, { orgId, userId: goneId }));
    expect(await erase(ownerId)).toBe(true);
    const [left] = await db.owner.select().from(organisations).where(eq(organisations.id, orgId));
    expect(left?.deletedAt).toEqual(NOW);
  });
});
