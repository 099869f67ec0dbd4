import { createHash } from "node:crypto";
import { newId } from "@repo/db";
import { outbox, ownerTokens, sessions, users } from "@repo/db/schema";
import { eq, makeUser, openTestDb, sql, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createOwner,
  createSession,
  hashToken,
  listSessions,
  lookupSession,
  mayMailLink,
  newToken,
  requestPasswordLink,
  requestSignInLink,
  resetPassword,
  revokeSession,
  setPassword,
  signOut,
  signOutEverywhere,
  storeSignInToken,
  takeSignInToken,
  verifyPassword,
} from "./index.ts";
import { storePassword } from "./passwords.ts";

const NOW = new Date("2026-03-02T08:00:00Z");
const GOOD = "three green umbrellas";
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY_MIN = 1_440;

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const at = (now: Date) => ({ db: db.auth, now });

/** An account with the good password. */
async function account(): Promise<{ userId: string; email: string }> {
  const email = `runner-${newId()}@example.org`;
  const userId = await makeUser(db.owner, { email, name: "Runner" });
  await storePassword(at(NOW), { user: { id: userId, email, name: "Runner" }, password: GOOD });
  return { userId, email };
}

/** The link's token of the last mail to an address. */
async function mailedToken(to: string): Promise<string | null> {
  const mails = await db.owner.select().from(outbox).where(sql`payload->>'to' = ${to}`).orderBy(sql`id desc`);
  return /token=(\S+)/.exec(String(mails[0]?.payload.text))?.[1] ?? null;
}

const urlOf = (token: string) => `http://localhost/sign-in?token=${token}`;

describe("the first account", () => {
  it("needs the token the first start printed, works once, and only while nobody has an account", async () => {
    const token = newToken();
    const input = { token, name: " Ada Lovelace ", email: "Ada@Example.ORG", password: GOOD };
    await expect(createOwner(at(NOW), input)).rejects.toMatchObject({ code: "INVALID" });

    await db.owner.insert(ownerTokens).values({
      tokenHash: createHash("sha256").update(token).digest(),
      expiresAt: later(60),
    });
    const { userId } = await createOwner(at(NOW), input);
    const [owner] = await db.owner.select().from(users).where(eq(users.id, userId));
    expect([owner?.email, owner?.name, owner?.isOperator]).toEqual(["ada@example.org", "Ada Lovelace", true]);
    expect(await verifyPassword(at(NOW), { email: "ada@example.org", password: GOOD, ip: null })).toEqual({
      userId,
    });

    await expect(createOwner(at(NOW), { ...input, email: "eve@example.org" })).rejects.toMatchObject({
      code: "INVALID",
    });
    const second = newToken();
    await db.owner.insert(ownerTokens).values({ tokenHash: hashToken(second), expiresAt: later(60) });
    const tooLate = createOwner(at(NOW), { ...input, token: second, email: "eve@example.org" });
    await expect(tooLate).rejects.toMatchObject({ code: "INVALID" });
  });
});

describe("a password", () => {
  it("opens its account and no other, however the address is written", async () => {
    const { userId, email } = await account();
    const tries = await Promise.all([
      verifyPassword(at(NOW), { email: ` ${email.toUpperCase()} `, password: GOOD, ip: "10.1.2.3" }),
      verifyPassword(at(NOW), { email, password: `${GOOD}!`, ip: "10.1.2.3" }),
      verifyPassword(at(NOW), { email: "nobody@example.org", password: GOOD, ip: "10.1.2.3" }),
      verifyPassword(at(NOW), { email: `${email},${email}`, password: GOOD, ip: "10.1.2.3" }),
    ]);
    expect(tries).toEqual([{ userId }, "wrong", "wrong", "wrong"]);
  });

  it("of an account without one is never right", async () => {
    const email = `link-only-${newId()}@example.org`;
    await makeUser(db.owner, { email });
    const tries = ["", "no account has this password"].map((password) =>
      verifyPassword(at(NOW), { email, password, ip: null }),
    );
    expect(await Promise.all(tries)).toEqual(["wrong", "wrong"]);
  });

  it("is not looked at after five wrong ones, for a minute, then for two; the right one clears the count", async () => {
    const { userId, email } = await account();
    const attempt = (password: string, now: Date) => verifyPassword(at(now), { email, password, ip: null });
    for (let n = 0; n < 5; n++) expect(await attempt("wrong wrong wrong", NOW)).toBe("wrong");
    expect(await attempt(GOOD, later(0.9))).toBe("limited");
    expect(await attempt("wrong wrong wrong", later(1))).toBe("wrong");
    expect(await attempt(GOOD, later(2.9))).toBe("limited");
    expect(await attempt(GOOD, later(3))).toEqual({ userId });
    expect(await attempt("wrong wrong wrong", later(3))).toBe("wrong");
  });

  it("guessed a hundred times at once is looked at five times at most", async () => {
    const { email } = await account();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        verifyPassword(at(NOW), { email, password: "wrong wrong wrong", ip: null }),
      ),
    );
    expect(answers.filter((answer) => answer === "wrong").length).toBeLessThanOrEqual(5);
  });

  it("is not looked at after fifty wrong ones from a network, whatever the account", async () => {
    const { email } = await account();
    await db.owner.execute(sql`
      insert into login_attempts (id, subject, at)
      select uuidv7(), 'ip:192.0.2.0/24', ${NOW.toISOString()}::timestamptz from generate_series(1, 50)`);
    const from = (ip: string) => verifyPassword(at(later(1)), { email, password: GOOD, ip });
    expect(await from("192.0.2.99")).toBe("limited");
    expect(await from("192.0.3.1")).not.toBe("limited");
  });

  it.each([
    ["short", "at least 12"],
    ["passwordpassword", "list"],
    ["abcabcabcabcabc", "repeats"],
    ["aaaaaaaaaaaaaaaa", "repeats"],
    ["012345678901", "keyboard"],
    ["x".repeat(129), "at most"],
  ])("that is easily guessed is refused with what to do: %s", async (password, words) => {
    const email = `weak-${newId()}@example.org`;
    const user = { id: await makeUser(db.owner, { email }), email, name: "Weak" };
    const refused = storePassword(at(NOW), { user, password });
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toMatchObject({ code: "INVALID", details: { field: "password" } });
  });

  it.each(["three green umbrellas", "a#7!%&/()=?+*", "крепкий пароль да", "🏃🏽‍♀️ runs far and wide"])(
    "that nobody guesses is taken, in any script: %s",
    async (password) => {
      const email = `strong-${newId()}@example.org`;
      const user = { id: await makeUser(db.owner, { email }), email, name: "Strong" };
      await storePassword(at(NOW), { user, password });
      expect(await verifyPassword(at(NOW), { email, password, ip: null })).toEqual({ userId: user.id });
    },
  );

  it("that is the person's own address is refused", async () => {
    const email = "long.distance.runner@example.org";
    const user = { id: await makeUser(db.owner, { email }), email, name: "Runner" };
    await expect(storePassword(at(NOW), { user, password: `${email}1` })).rejects.toThrow("name or address");
  });

  it("is changed only by who knows the present one, and ends the other sign-ins", async () => {
    const { userId, email } = await account();
    const [here, there] = [
      await createSession(at(NOW), { userId }),
      await createSession(at(NOW), { userId }),
    ];
    const change = (currentPassword: string) =>
      setPassword(at(NOW), { userId, currentPassword, password: "four quiet mountains", sessionId: here.id });
    await expect(change("not this one")).rejects.toMatchObject({ code: "INVALID" });
    await change(GOOD);
    const left = await Promise.all([here, there].map(({ token }) => lookupSession(at(NOW), { token })));
    expect(left.map((session) => session !== null)).toEqual([true, false]);
    expect(await verifyPassword(at(NOW), { email, password: "four quiet mountains", ip: null })).toEqual({
      userId,
    });
  });
});

describe("a sign-in", () => {
  it("is found by its token, which is stored nowhere", async () => {
    const userId = await makeUser(db.owner);
    const { token } = await createSession(at(NOW), { userId, userAgent: "Browser", ip: "2001:db8:1::5" });
    const found = await lookupSession(at(NOW), { token });
    const [row] = await db.owner.select().from(sessions).where(eq(sessions.userId, userId));
    expect(found?.user.id).toBe(userId);
    expect(row?.ipPrefix).toBe("2001:db8:1::/48");
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await lookupSession(at(NOW), { token: newToken() })).toBeNull();
  });

  it("ends after 14 days without use and after 90 days in any case", async () => {
    const { token: idle } = await createSession(at(NOW), { userId: await makeUser(db.owner) });
    expect(await lookupSession(at(later(14 * DAY_MIN + 1)), { token: idle })).toBeNull();

    const { token: busy } = await createSession(at(NOW), { userId: await makeUser(db.owner) });
    for (let day = 10; day < 90; day += 10) {
      expect(await lookupSession(at(later(day * DAY_MIN)), { token: busy })).not.toBeNull();
    }
    expect(await lookupSession(at(later(90 * DAY_MIN)), { token: busy })).toBeNull();
  });

  it("ends at once when signed out here, from elsewhere or everywhere", async () => {
    const userId = await makeUser(db.owner);
    const [a, b, c, d] = await Promise.all(
      Array.from({ length: 4 }, () => createSession(at(NOW), { userId })),
    );
    if (!a || !b || !c || !d) throw new Error("four sessions were made");
    const alive = async () =>
      Promise.all([a, b, c, d].map(async ({ token }) => (await lookupSession(at(NOW), { token })) !== null));
    await signOut(at(NOW), { token: a.token });
    await revokeSession(at(NOW), { userId, sessionId: b.id });
    expect(await alive()).toEqual([false, false, true, true]);
    expect(await signOutEverywhere(at(NOW), { userId, exceptSessionId: d.id })).toBe(1);
    expect(await alive()).toEqual([false, false, false, true]);
    expect((await listSessions(at(NOW), { userId })).map((session) => session.id)).toEqual([d.id]);
  });

  it("of somebody else cannot be ended", async () => {
    const session = await createSession(at(NOW), { userId: await makeUser(db.owner) });
    const foreign = revokeSession(at(NOW), { userId: await makeUser(db.owner), sessionId: session.id });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await lookupSession(at(NOW), { token: session.token })).not.toBeNull();
  });

  it("of an account that was deleted is none", async () => {
    const userId = await makeUser(db.owner);
    const { token } = await createSession(at(NOW), { userId });
    await db.owner.update(users).set({ deletedAt: NOW }).where(eq(users.id, userId));
    expect(await lookupSession(at(NOW), { token })).toBeNull();
  });
});

describe("counted sign-ins", () => {
  it("are forgotten a day later, whoever signs in then", async () => {
    const guess = (now: Date) =>
      verifyPassword(at(now), { email: `guess-${newId()}@example.org`, password: "wrong", ip: null });
    const ofThatMoment = async () =>
      await db.owner.execute(sql`select id from login_attempts where at = ${NOW.toISOString()}`);
    await guess(NOW);
    expect(await ofThatMoment()).not.toEqual([]);
    await guess(later(DAY_MIN + 1));
    expect([...(await ofThatMoment())]).toEqual([]);
  });
});

describe("a link by mail", () => {
  it("signs in once, within half an hour, and proves the address", async () => {
    const { userId, email } = await account();
    await requestSignInLink(at(NOW), { email, ip: null, urlOf });
    const token = (await mailedToken(email)) ?? "";
    expect(await takeSignInToken(at(later(31)), { token })).toBeNull();
    expect(await takeSignInToken(at(later(29)), { token, email })).toMatchObject({ id: userId });
    expect(await takeSignInToken(at(later(29)), { token })).toBeNull();
    const [user] = await db.owner.select().from(users).where(eq(users.id, userId));
    expect(user?.emailVerifiedAt).toEqual(later(29));
  });

  it("is not sent to an address without an account, and nobody is told", async () => {
    const email = `nobody-${newId()}@example.org`;
    expect(await requestSignInLink(at(NOW), { email, ip: null, urlOf })).toBeUndefined();
    expect(await mailedToken(email)).toBeNull();
  });

  it("that the caller mails works the same, for its own address only", async () => {
    const { userId, email } = await account();
    const [one, two] = [newToken(), newToken()];
    await storeSignInToken(at(NOW), { email, token: one, expiresAt: later(10) });
    await storeSignInToken(at(NOW), { email, token: two, expiresAt: later(10) });
    expect(await takeSignInToken(at(NOW), { token: one, email: "other@example.org" })).toBeNull();
    expect(await takeSignInToken(at(NOW), { token: two, email })).toMatchObject({ id: userId });
  });

  it("sets a new password once and signs out everywhere", async () => {
    const { userId, email } = await account();
    const { token: signedIn } = await createSession(at(NOW), { userId });
    await requestPasswordLink(at(NOW), { email, ip: null, urlOf });
    const token = (await mailedToken(email)) ?? "";
    const weak = resetPassword(at(NOW), { token, password: "short" });
    await expect(weak).rejects.toMatchObject({ code: "INVALID" });
    await resetPassword(at(NOW), { token, password: "five brown otters" });
    expect(await lookupSession(at(NOW), { token: signedIn })).toBeNull();
    expect(await verifyPassword(at(NOW), { email, password: "five brown otters", ip: null })).toEqual({
      userId,
    });
    const again = resetPassword(at(NOW), { token, password: "six white swans here" });
    await expect(again).rejects.toMatchObject({ code: "INVALID" });
  });

  it("is mailed five times in a quarter of an hour, whatever it is for and however often it is wished", async () => {
    const { email } = await account();
    const mails = async () =>
      (await db.owner.select().from(outbox).where(sql`payload->>'to' = ${email}`)).length;
    for (let n = 0; n < 4; n++) await requestPasswordLink(at(NOW), { email, ip: null, urlOf });
    const wishes = Array.from({ length: 40 }, () =>
      requestSignInLink(at(later(1)), { email: email.toUpperCase(), ip: null, urlOf }),
    );
    expect(new Set(await Promise.all(wishes))).toEqual(new Set([undefined]));
    expect(await mails()).toBeLessThanOrEqual(5);
    const sent = await mails();
    await requestPasswordLink(at(later(16.5)), { email, ip: null, urlOf });
    expect(await mails()).toBe(sent + 1);
  });

  it("that worked goes on working when further ones are refused", async () => {
    const { userId, email } = await account();
    for (let n = 0; n < 5; n++) await requestSignInLink(at(NOW), { email, ip: null, urlOf });
    const token = (await mailedToken(email)) ?? "";
    await requestSignInLink(at(NOW), { email, ip: null, urlOf });
    expect(await takeSignInToken(at(later(1)), { token })).toMatchObject({ id: userId });
  });

  it("is mailed thirty times in a quarter of an hour at the wish of one network", async () => {
    const wish = async (n: number) =>
      await mayMailLink(at(NOW), { email: `net-${n}@example.org`, ip: `198.51.100.${n}` });
    for (let n = 0; n < 30; n++) expect(await wish(n)).toBe(true);
    expect(await wish(30)).toBe(false);
    expect(await mayMailLink(at(NOW), { email: "net-31@example.org", ip: "198.51.101.1" })).toBe(true);
    expect(await mayMailLink(at(later(16)), { email: "net-30@example.org", ip: "198.51.100.1" })).toBe(true);
  });

  it("for signing in sets no password, and the other way round", async () => {
    const { email } = await account();
    await requestSignInLink(at(NOW), { email, ip: null, urlOf });
    const token = (await mailedToken(email)) ?? "";
    await expect(resetPassword(at(NOW), { token, password: GOOD })).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
