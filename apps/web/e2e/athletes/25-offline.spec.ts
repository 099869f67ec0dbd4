import type { BrowserContext, Page } from "@playwright/test";
import { ask } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { inviteAthlete, joinAsAthlete } from "../support/join-as-athlete.ts";
import { OWNER } from "../support/people.ts";
import { planWorkout } from "../support/plan-workout.ts";
import { enterAs, signIn } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });
test.use({ serviceWorkers: "allow" });

const RUNNER = { name: "Sunna Demo", email: "sunna@example.org", password: "seven stones in a river" };

const inDays = (days: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Oslo" }).format(
    new Date(Date.now() + days * 86_400_000),
  );

let phone: Page;
let context: BrowserContext;

test("after one visit Today, the calendar and the log open without a network", async ({ page, browser }) => {
  await enterAs(page, OWNER);
  await inviteAthlete(page, RUNNER.email, ["Training"]);
  phone = await joinAsAthlete(browser, RUNNER, ["Training"]);
  context = phone.context();
  const { userId: athleteId } = await ask<{ userId: string }>(phone, "account.me");
  await planWorkout(page, athleteId, { today: inDays(0), date: inDays(10) });
  await phone.goto("/today");
  await expect.poll(() => keptPages(phone)).toEqual(["/calendar", "/today"]);
  await context.setOffline(true);
  await phone.goto("/calendar");
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Calendar");
  await phone.getByText("What to do: 10 × 400 m").tap();
  await expect(phone.getByText("10 × 400 m").last()).toBeVisible();
  await phone.getByRole("link", { name: "Today", exact: true }).first().tap();
  await expect(phone).toHaveURL(/\/today$/);
  await expect(phone.getByText(/^Offline: this page is as of /)).toBeVisible();
  await checkPage(phone);
});

test("what is logged offline waits through a reload, arrives once each and in order", async () => {
  await logRun("First", "31:00");
  await expect(phone.getByText("1 waiting")).toBeVisible();
  await logRun("Second", "32:00");
  await phone.getByText("Good", { exact: true }).first().tap();
  await expect(phone.getByText("3 waiting")).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("3 waiting")).toBeVisible();
  await expect(phone.getByRole("radio", { name: "Good", exact: true }).first()).toBeChecked();
  await expect(phone.getByText("Saved on this device; it waits to be sent.")).toBeVisible();
  await context.setOffline(false);
  await expect(phone.getByText("3 waiting")).toBeHidden();
  await expect(phone.getByText("Saved. Sleep, resting heart rate and HRV would say more.")).toBeVisible();
  const done = phone.getByRole("region", { name: "Done today" }).getByRole("link");
  await expect(done).toHaveCount(2);
  await expect(done.first()).toContainText("First");
});

test("a change, a deletion taken back and a file wait the same way", async () => {
  const first = phone.getByRole("region", { name: "Done today" }).getByRole("link").first();
  const id = (await first.getAttribute("href"))?.split("/").at(-1) ?? "";
  await first.tap();
  await expect(phone.getByRole("button", { name: "Edit", exact: true })).toBeVisible();
  await context.setOffline(true);
  for (const note of ["Said once", "Said at last"]) {
    await phone.getByRole("button", { name: "Edit", exact: true }).tap();
    await phone.getByRole("textbox", { name: "Note", exact: true }).fill(note);
    await phone.getByRole("button", { name: "Save", exact: true }).tap();
    await expect(phone.getByRole("dialog")).toBeHidden();
  }
  await expect(phone.getByText("1 waiting")).toBeVisible();
  await phone.getByRole("button", { name: "Delete", exact: true }).tap();
  await expect(phone.getByText("Deleted; waiting to be sent.")).toBeVisible();
  await phone.getByRole("button", { name: "Undo" }).last().tap();
  await phone.goto("/today");
  await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles({
    name: "watch.gpx",
    mimeType: "application/gpx+xml",
    buffer: Buffer.from(recordingOf(inDays(-3))),
  });
  await expect(phone.getByText("2 waiting")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(unsent).toEqual([]);
  expect(await ask(phone, "log.activity", { id })).toMatchObject({ notes: "Said at last" });
  await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles({
    name: "again.gpx",
    mimeType: "application/gpx+xml",
    buffer: Buffer.from(recordingOf(inDays(-3))),
  });
  await expect(phone.getByText("This file was added before; nothing changed.")).toBeVisible();
});

test("an answer that was lost on the way is asked for again, and nothing is there twice", LONG, async () => {
  let lost = 0;
  await phone.route("**/api/trpc/log.log*", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await logRun("Third", "33:00");
  await expect(phone.getByText("1 waiting")).toBeVisible();
  expect(lost).toBe(1);
  // As after a crash: the page is gone, and another one opens.
  await phone.close();
  phone = await context.newPage();
  await phone.goto("/today");
  const done = phone.getByRole("region", { name: "Done today" }).getByRole("link");
  await expect.poll(unsent).toEqual([]);
  await expect(done).toHaveCount(3);
});

test("what the server refuses is kept, with the reason", LONG, async () => {
  await context.setOffline(true);
  await logRun("Too fast", "1:00", "90");
  await expect(phone.getByText("1 waiting")).toBeVisible();
  await context.setOffline(false);
  await expect(phone.getByText(/^Too fast was not taken/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText(/^Too fast was not taken/)).toBeVisible();
  await phone.getByRole("button", { name: "Remove it" }).tap();
  await expect(phone.getByText(/was not taken/)).toBeHidden();
});

test("an expired sign-in keeps what waits, and nobody else's sign-in sends it", LONG, async () => {
  await context.setOffline(true);
  await logRun("Fourth", "34:00");
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.setOffline(false);
  await expect(phone.getByRole("link", { name: "Sign in to send" })).toBeVisible();
  await signIn(phone, OWNER.email, OWNER.password);
  await expect(phone.getByText(/waiting/)).toBeHidden();
  await context.clearCookies();
  await context.addCookies(cookies);
  await phone.goto("/today");
  await expect(phone.getByRole("region", { name: "Done today" }).getByRole("link")).toHaveCount(4);
});

test(
  "what the server fails over again and again is put aside, and what came after it arrives",
  LONG,
  async () => {
    await phone.close();
    phone = await context.newPage();
    await phone.clock.install();
    await phone.goto("/today");
    let failures = 0;
    const fault = { message: "A fault of the server", code: -32603, data: { httpStatus: 500 } };
    await phone.route("**/api/trpc/log.log*", async (route) => {
      if (!route.request().postData()?.includes("Stuck")) return await route.continue();
      failures += 1;
      await route.fulfill({ status: 500, json: [{ error: fault }] });
    });
    await logRun("Stuck", "36:00");
    await logRun("Behind", "37:00");
    await expect(phone.getByText("2 waiting")).toBeVisible();
    for (let round = 0; round < 4; round += 1) {
      const before = failures;
      await phone.clock.fastForward(31_000);
      await expect.poll(() => failures).toBeGreaterThan(before);
    }
    await expect(phone.getByText(/^Stuck was not taken\. The server failed over it/)).toBeVisible();
    const done = phone.getByRole("region", { name: "Done today" }).getByRole("link");
    await expect(done).toHaveCount(5);
    await phone.unroute("**/api/trpc/log.log*");
    await phone.getByRole("button", { name: "Send again" }).tap();
    await expect(done).toHaveCount(6);
    await phone.close();
    phone = await context.newPage();
  },
);

test(
  "a page that was kept on an earlier day says so, and leads to the new day in the calendar",
  LONG,
  async () => {
    await phone.goto("/today");
    await expect.poll(() => keptPages(phone)).toEqual(["/calendar", "/today"]);
    await context.setOffline(true);
    // The clock is that of all pages of the device: it is set back below.
    await phone.clock.setSystemTime(Date.now() + 86_400_000);
    await phone.goto("/today");
    await expect(phone.getByText(/A day has begun since/)).toBeVisible();
    await phone.getByRole("link", { name: "calendar", exact: true }).tap();
    await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Calendar");
    await phone.clock.setSystemTime(Date.now());
    await context.setOffline(false);
    await phone.close();
    phone = await context.newPage();
  },
);

test("signing out names what was not sent, and leaves nothing on the device", LONG, async () => {
  await phone.goto("/settings");
  await phone.goto("/today");
  await expect.poll(() => keptPages(phone)).toEqual(["/calendar", "/today"]);
  await phone.route("**/api/trpc/log.log*", (route) => route.abort());
  await logRun("Fifth", "35:00");
  await expect(phone.getByText("1 waiting")).toBeVisible();
  await phone.goto("/settings");
  await phone.getByRole("button", { name: "Sign out", exact: true }).tap();
  const dialog = phone.getByRole("alertdialog", { name: "1 not sent yet" });
  await expect(dialog).toContainText("Fifth");
  await dialog.getByRole("button", { name: "Sign out and lose it" }).tap();
  await expect(phone).toHaveURL(/\/sign-in/);
  expect(await keptPages(phone)).toEqual([]);
  expect(await phone.evaluate(keptEntries)).toEqual([]);
  expect(await phone.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await phone.goBack();
  await expect(phone.getByText("Fifth")).toBeHidden();
  await context.setOffline(true);
  await phone.goto("/today");
  await expect(phone.getByRole("heading", { name: "You are offline" })).toBeVisible();
  await context.close();
});

async function logRun(title: string, time: string, distance = "6") {
  await phone.getByRole("button", { name: /^Log (a session|something else)$/ }).tap();
  await phone.getByLabel("Title").fill(title);
  await phone.getByLabel("Distance").fill(distance);
  await phone.getByLabel("Time", { exact: true }).fill(time);
  await phone.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(phone.getByRole("dialog")).toBeHidden();
}

/** Ten minutes of a day, as a phone records them. */
function recordingOf(day: string): string {
  const points = Array.from({ length: 11 }, (_, minute) => {
    const time = `${day}T10:${String(minute).padStart(2, "0")}:00Z`;
    return `<trkpt lat="${(59.9 + minute * 0.0018).toFixed(4)}" lon="10.7"><time>${time}</time></trkpt>`;
  });
  return `<gpx><trk><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`;
}

/** What this device has not sent; asked of the browser, since a page not drawn yet shows nothing waiting either. */
async function unsent(): Promise<unknown[]> {
  return (await phone.evaluate(keptEntries)).flat();
}

async function keptPages(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const cacheNames = (await caches.keys()).filter((name) => name.includes("pages"));
    const requests = await Promise.all(cacheNames.map(async (name) => (await caches.open(name)).keys()));
    return requests
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .sort();
  });
}

/** Every value in every database of the browser. */
async function keptEntries(): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ""));
    for (const table of database.objectStoreNames)
      values.push(...(await done(database.transaction(table).objectStore(table).getAll())));
    database.close();
  }
  return values;

  function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
