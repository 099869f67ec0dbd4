import { newId } from "@repo/db";
import { outbox } from "@repo/db/schema";
import { makeUser, openTestDb, sql, type TestDb } from "@repo/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  requestNewEmail,
  requestPasswordLink,
  resetPassword,
  takeNewEmail,
  verifyPassword,
} from "./index.ts";
import { storePassword } from "./passwords.ts";

const NOW = new Date("2026-03-02T08:00:00Z");
const PASSWORD = "three green umbrellas";
const urlOf = (token: string) => `http://localhost/sign-in/new-email?token=${token}`;

let db: TestDb;
beforeAll(async () => {
  db = await openTestDb();
});
afterAll(() => db.close());

const at = (minutes = 0) => ({ db: db.auth, now: new Date(NOW.getTime() + minutes * 60_000) });
const newAddress = () => `runner-${newId()}@example.org`;

async function account(): Promise<{ userId: string; email: string }> {
  const email = newAddress();
  const userId = await makeUser(db.owner, { email, name: "Runner" });
  await storePassword(at(), { user: { id: userId, email, name: "Runner" }, password: PASSWORD });
  return { userId, email };
}

/** Texts of the mails to an address, the last one first. */
async function mailsTo(address: string): Promise<string[]> {
  const rows = await db.owner
    .select()
    .from(outbox)
    .where(sql`payload->>'to' = ${address}`)
    .orderBy(sql`id desc`);
  return rows.map((row) => String(row.payload.text));
}

const tokenTo = async (address: string) => /token=(\S+)/.exec((await mailsTo(address))[0] ?? "")?.[1] ?? "";
const opens = (email: string) => verifyPassword(at(), { email, password: PASSWORD, ip: null });

it("changes when the link that went there is opened, once, and the old address is told", async () => {
  const [{ userId, email: old }, email] = [await account(), newAddress()];
  const wish = { userId, currentPassword: PASSWORD, email: ` ${email.toUpperCase()}`, ip: null, urlOf };
  await requestPasswordLink(at(), { email: old, ip: null, urlOf });
  const oldLink = await tokenTo(old);
  await requestNewEmail(at(), wish);
  const token = await tokenTo(email);
  expect(await opens(old)).toEqual({ userId });
  await takeNewEmail(at(29), { token });
  expect([await opens(email), await opens(old)]).toEqual([{ userId }, "wrong"]);
  expect((await mailsTo(old))[0]).toContain("another e-mail address");
  await expect(resetPassword(at(1), { token: oldLink, password: "five brown otters" })).rejects.toMatchObject(
    {
      code: "INVALID",
    },
  );
  await expect(takeNewEmail(at(29), { token })).rejects.toMatchObject({ code: "INVALID" });
});

it("stays without the password, for what is no address, and half an hour after the link was sent", async () => {
  const [{ userId, email: old }, email] = [await account(), newAddress()];
  const wish = { userId, currentPassword: PASSWORD, email, ip: null, urlOf };
  const refused = (change: object, field: string) =>
    expect(requestNewEmail(at(), { ...wish, ...change })).rejects.toMatchObject({
      code: "INVALID",
      details: { field },
    });
  await refused({ currentPassword: "guessed" }, "currentPassword");
  await refused({ currentPassword: null }, "currentPassword");
  await refused({ email: "nobody" }, "email");
  await refused({ email: old.toUpperCase() }, "email");
  expect(await mailsTo(email)).toEqual([]);
  await requestNewEmail(at(), wish);
  await expect(takeNewEmail(at(31), { token: await tokenTo(email) })).rejects.toMatchObject({
    code: "INVALID",
  });
  expect(await opens(old)).toEqual({ userId });
});

it("is nobody else's: the answer does not tell, no mail goes out, and who was first keeps it", async () => {
  const [one, other, email] = [await account(), await account(), newAddress()];
  const wish = { userId: one.userId, currentPassword: PASSWORD, ip: null, urlOf };
  expect(await requestNewEmail(at(), { ...wish, email: other.email })).toBeUndefined();
  expect(await mailsTo(other.email)).toEqual([]);
  await requestNewEmail(at(), { ...wish, email });
  const token = await tokenTo(email);
  await makeUser(db.owner, { email, name: "Somebody" });
  await expect(takeNewEmail(at(), { token })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await opens(one.email)).toEqual({ userId: one.userId });
});

it("is the last one wished: an earlier link opens nothing any more", async () => {
  const [{ userId }, first, second] = [await account(), newAddress(), newAddress()];
  const wish = { userId, currentPassword: PASSWORD, ip: null, urlOf };
  await requestNewEmail(at(), { ...wish, email: first });
  const token = await tokenTo(first);
  await requestNewEmail(at(), { ...wish, email: second });
  await expect(takeNewEmail(at(), { token })).rejects.toMatchObject({ code: "INVALID" });
  await takeNewEmail(at(), { token: await tokenTo(second) });
  expect(await opens(second)).toEqual({ userId });
});
