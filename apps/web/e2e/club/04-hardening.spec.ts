import { OWNER } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const origin = () => new URL(process.env.E2E_APP_URL ?? "http://localhost:3000").origin;
const json = (data: unknown) => ({
  data: JSON.stringify(data),
  headers: { "content-type": "application/json" },
});

test("every answer carries the protective headers, and signed-in ones are stored nowhere", async ({
  page,
}) => {
  await signIn(page, OWNER.email, OWNER.password);
  for (const path of ["/sign-in", "/organisation", "/nowhere", "/api/trpc/account.me"]) {
    const { headers } = await page.request.get(path).then(async (answer) => ({ headers: answer.headers() }));
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["permissions-policy"], path).toContain("geolocation=()");
    expect(headers["cache-control"], path).toContain("no-store");
    if (!path.startsWith("/api"))
      expect(headers["content-security-policy"], path).toMatch(/script-src 'self' 'nonce-/);
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("the session's cookie cannot be read by a script", async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  const cookie = (await page.context().cookies()).find(({ name }) => name.includes("mesocycle-session"));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("a change that another site sends is refused", async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  const send = (headers: Record<string, string>, data = "{}") =>
    page.request.post("/api/trpc/account.signOutEverywhere", { data, headers });
  const type = { "content-type": "application/json" };
  expect((await send({ ...type, "sec-fetch-site": "cross-site" })).status()).toBe(403);
  expect((await send({ ...type, origin: "https://evil.example" })).status()).toBe(403);
  expect((await send({ "content-type": "text/plain", origin: origin() })).status()).toBe(415);
  expect((await page.request.get("/api/trpc/account.signOutEverywhere")).status()).toBe(405);
  expect((await page.request.get("/api/trpc/account.me")).status()).toBe(200);
});

test("a request with too many calls or too much in it is refused", async ({ page }) => {
  const many = Array.from({ length: 21 }, () => "account.me").join(",");
  expect((await page.request.get(`/api/trpc/${many}?batch=1&input={}`)).status()).toBe(413);
  const large = { ...json({ token: "x".repeat(1_100_000) }) };
  const answer = await page.request.post("/api/trpc/account.resetPassword", {
    data: large.data,
    headers: { ...large.headers, origin: origin() },
  });
  expect(answer.status()).toBe(413);
  const deep = await page.request.post("/api/trpc/account.resetPassword", {
    data: "[".repeat(9_000) + "]".repeat(9_000),
    headers: { ...large.headers, origin: origin() },
  });
  expect(deep.status()).toBe(400);
  expect(await deep.text()).toContain("nest lists and objects");
});

test("what is not asked for is refused with the field's name, without a stack", async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  const answer = await page.request.post("/api/trpc/account.update", {
    ...json({ name: "Kari", isOperator: true, role: "owner" }),
    headers: { "content-type": "application/json", origin: origin() },
  });
  expect(answer.status()).toBe(400);
  const told = await answer.text();
  expect(told).not.toContain("node_modules");
  expect(told).toContain("nothing is known here of “isOperator” and “role”. Leave it out.");
  const broken = await page.request.post("/api/trpc/account.update", {
    data: Buffer.from("{ name: Kari"),
    headers: { "content-type": "application/json", origin: origin() },
  });
  expect(broken.status()).toBe(400);
  expect(await broken.text()).toContain("cannot be read as JSON. Correct it");
  expect(await (await page.request.get("/api/trpc/no.such")).text()).toContain(
    "nothing to call at this address",
  );
});

test("no header or odd path opens a page to whoever is not signed in", async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: origin() });
  const paths = [
    "/organisation",
    "/organisation.rsc",
    "/%6frganisation",
    "/organisation;x",
    `${origin()}//organisation`,
  ];
  for (const path of paths) {
    const answer = await request.get(path, {
      headers: { "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
      maxRedirects: 0,
    });
    expect(await answer.text(), path).not.toContain(OWNER.email);
    expect([307, 308, 404, 400], path).toContain(answer.status());
  }
  const forged = await request.post("/organisation", {
    headers: { "next-action": "0".repeat(42) },
    data: "[]",
  });
  expect([404, 405]).toContain(forged.status());
  await request.dispose();
});

test("an address with something else than an id in it is a page that is not there", async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  for (const path of [
    "/athletes/undefined",
    "/athletes/undefined/profile",
    "/athletes/undefined/calendar",
    "/seasons/undefined/undefined",
    "/cycles/undefined",
    "/reports/undefined",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
  for (const path of ["/athletes/%E0%A4%A", "/api/trpc/%E0%A4%A", "/api/calendar/%E0%A4%A"]) {
    const unread = await page.request.get(path);
    expect([unread.status(), await unread.text()], path).toEqual([
      400,
      expect.stringContaining("stands for nothing"),
    ]);
  }
  // An address with a % that does stand for something is read.
  expect((await page.request.get("/api/calendar/%41")).status()).toBe(404);
});
