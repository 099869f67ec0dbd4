import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import type { Download, Page } from "@playwright/test";
import { ask } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { inviteAthlete, joinAsAthlete } from "../support/join-as-athlete.ts";
import { OWNER } from "../support/people.ts";
import { planWorkout } from "../support/plan-workout.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

const RUNNER = { name: "Liv Demo", email: "liv@example.org", password: "nine lanterns by a lake" };
const OTHER = { name: "Odd Demo", email: "odd@example.org", password: "seven kites over a hill" };
/** First-load JavaScript of the athlete's day, gzipped: it may not grow (docs/performance.md). */
const MOST_SCRIPT_BYTES = 207 * 1024;
const FILES = join(import.meta.dirname, "../files");
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Oslo" }).format(new Date());

let phone: Page;

test("strength is logged with its weights, changed, and the change taken back", async ({ page, browser }) => {
  await enterAs(page, OWNER);
  await inviteAthlete(page, RUNNER.email, ["Training", "Wellness"]);
  phone = await joinAsAthlete(browser, RUNNER, ["Training", "Wellness"]);
  const { userId: athleteId } = await ask<{ userId: string }>(phone, "account.me");
  await planWorkout(page, athleteId, {
    today: today(),
    date: today(),
    workout: { title: "Gym", kind: "strength", hard: false, text: "Squat 3 x 6\nPlank 3 x 40s" },
  });
  await phone.goto("/today");
  await phone.getByRole("button", { name: "Log this session" }).tap();
  await expect(phone.getByLabel("Exercise 1")).toHaveValue("Squat");
  await phone.getByLabel("Weight").first().fill("62,5");
  await phone.getByRole("button", { name: "Remove Plank" }).tap();
  await phone.getByLabel("Time", { exact: true }).fill("40:00");
  await phone.getByRole("radio", { name: /^6,/ }).locator("..").tap();
  await checkPage(phone);
  await phone.getByRole("button", { name: "Save", exact: true }).tap();
  await phone.getByRole("region", { name: "Done today" }).getByRole("link").first().tap();
  await expect(phone.getByRole("heading", { name: "1 of 2 exercises at their whole dose" })).toBeVisible();
  await expect(phone.getByRole("row", { name: /Squat 3 x 6 3 x 6 62.5/ })).toBeVisible();
  await expect(phone.getByRole("row", { name: /Plank 3 x 40s not done/ })).toBeVisible();
  await checkPage(phone);
  await phone.getByRole("button", { name: "Edit" }).tap();
  await phone.getByLabel("Weight").fill("70");
  await phone.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(phone.getByRole("row", { name: /Squat .* 70/ })).toBeVisible();
  // The newest of what can be taken back stands first.
  await phone.getByRole("button", { name: "Undo" }).first().tap();
  await expect(phone.getByRole("row", { name: /Squat .* 62.5/ })).toBeVisible();
});

test("the next time is filled in from the last, and the cycle stays under health", async () => {
  await phone.goto("/today");
  await phone.getByRole("button", { name: "Log something else" }).tap();
  await phone.getByLabel("What").selectOption("Strength");
  await phone.getByRole("button", { name: "Same as last time" }).tap();
  await expect(phone.getByLabel("Weight")).toHaveValue("62.5");
  await phone.keyboard.press("Escape");
  await phone.getByText("The whole check-in, 15 seconds").tap();
  await phone.getByText("Cycle and medical note").tap();
  await phone.getByLabel("Where in your cycle").selectOption("Period");
  await phone.getByLabel("Medical note").fill("Iron since Monday");
  await checkPage(phone);
  await phone.getByRole("button", { name: "Save check-in" }).tap();
  await expect(phone.getByLabel("Medical note")).toHaveValue("Iron since Monday");
});

test("athlete and coach talk on a workout, and the athlete sees who looked", async ({ page }) => {
  await phone.goto("/today");
  await phone.getByText("Talk with your coach about it").first().tap();
  await phone.getByLabel("A word on this workout").fill("The bar felt light.");
  await phone.getByRole("button", { name: "Say it" }).tap();
  await expect(phone.getByRole("list", { name: "What was said" })).toContainText("The bar felt light.");
  await checkPage(phone);
  const { userId } = await ask<{ userId: string }>(phone, "account.me");
  await enterAs(page, OWNER);
  await page.goto(`/athletes/${userId}`);
  await expect(page.getByText("The bar felt light.")).toBeVisible();
  await expect(page.getByText("Iron since Monday")).toBeHidden();
  await phone.goto("/settings/people");
  await expect(phone.getByRole("region", { name: "Who looked" })).toContainText(`${OWNER.name} wellness`);
  await checkPage(phone);
});

test("a calendar reads the plan at a secret address until that ends", LONG, async () => {
  await phone.goto("/settings/data");
  await checkPage(phone);
  await phone.getByText(/^Start at a time of day/).tap();
  await phone.getByLabel("Mon", { exact: true }).fill("07:30");
  await phone.getByRole("button", { name: "Make an address" }).tap();
  const address = await phone.getByLabel("Calendar address").inputValue();
  const feed = await phone.request.get(address);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect(await feed.text()).toContain("SUMMARY:Gym");
  await checkPage(phone);
  await phone.getByRole("button", { name: "End it" }).tap();
  await expect(phone.getByText("The address has ended")).toBeVisible();
  expect((await phone.request.get(address)).status()).toBe(404);
});

test(
  "everything comes out in one file, and is there again in an empty account",
  LONG,
  async ({ page, browser }) => {
    await phone.goto("/today");
    await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles(join(FILES, "run.gpx"));
    await expect(phone.getByText("Added. It is of 1 Mar 2026, not of today.")).toBeVisible();
    await phone.goto("/settings/data");
    const [download] = await Promise.all([
      phone.waitForEvent("download"),
      phone.getByRole("link", { name: "Download everything" }).tap(),
    ]);
    const archive = { name: "everything.zip", mimeType: "application/zip", buffer: await read(download) };
    await enterAs(page, OWNER);
    await inviteAthlete(page, OTHER.email, ["Training"]);
    const other = await joinAsAthlete(browser, OTHER, ["Training"]);
    await other.goto("/imports");
    await other.locator("input[type=file]").setInputFiles(archive);
    await expect(other.getByText(/, \d+ added/).first()).toBeVisible({ timeout: 30_000 });
    const sessions = await sessionsOf(phone);
    expect(sessions).toHaveLength(2);
    await expect.poll(() => sessionsOf(other)).toEqual(sessions);
    await checkPage(other);
    await other.context().close();
  },
);

test("Today, with the log in it, is small enough for a slow phone", async () => {
  const html = (await (await phone.request.get("/today")).text()).replace(/<script[^>]*nomodule[^>]*>/gi, "");
  const scripts = [...new Set(html.match(/\/_next\/static\/chunks\/[\w./~-]+\.js/g))];
  expect(scripts.length).toBeGreaterThan(5);
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(await (await phone.request.get(script)).body()).length;
  expect(bytes, `${scripts.length} scripts, gzipped`).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
  await phone.context().close();
});

async function read(download: Download): Promise<Buffer> {
  return await buffer(await download.createReadStream());
}

type Day = { activities: Record<string, unknown>[] };

/** Every session of this year and the last as the calendar lists it, without the ids of this server. */
async function sessionsOf(page: Page): Promise<unknown[]> {
  const year = Number(today().slice(0, 4));
  const days: Day[] = [];
  for (const of of [year - 1, year]) {
    const range = { from: `${of}-01-01`, to: `${of}-12-31` };
    days.push(...(await ask<{ days: Day[] }>(page, "calendar.agenda", range)).days);
  }
  return days.flatMap(({ activities }) =>
    activities.map(({ localDate, sport, title, distanceM, durationS, rpe, load }) => ({
      localDate,
      sport,
      title,
      distanceM,
      durationS,
      rpe,
      load,
    })),
  );
}
