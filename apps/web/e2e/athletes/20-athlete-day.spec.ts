import { join } from "node:path";
import type { Page } from "@playwright/test";
import { ask, send } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { inviteAthlete, joinAsAthlete } from "../support/join-as-athlete.ts";
import { OWNER } from "../support/people.ts";
import { planWorkout } from "../support/plan-workout.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

const RUNNER = { name: "Tora Lien", email: "tora@example.org", password: "green boat under stars" };
const FILES = join(import.meta.dirname, "../files");
const today = () => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Oslo" }).format(new Date());

let phone: Page;

test("a coach plans a day, and the athlete sees it in their own paces", async ({ page, browser }) => {
  await enterAs(page, OWNER);
  await inviteAthlete(page, RUNNER.email, ["Training", "Wellness"]);
  phone = await joinAsAthlete(browser, RUNNER, ["Training", "Wellness"]);
  const { userId: athleteId } = await ask<{ userId: string }>(phone, "account.me");
  await send(phone, "profile.addResult", {
    athleteId,
    id: crypto.randomUUID(),
    localDate: today(),
    kind: "time-trial",
    distanceM: 5_000,
    timeS: 1_260,
  });
  await planWorkout(page, athleteId, { today: today(), date: today() });
  await phone.goto("/today");
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("10 × 400 m");
  await expect(phone.getByText(/that is 1:\d\d.* a lap/)).toBeVisible();
  await checkPage(phone);
});

test("a check-in is one tap, and the whole of it a few more", async () => {
  await phone.goto("/today");
  await phone.getByText("Good", { exact: true }).first().tap();
  await expect(phone.getByText("Saved. Sleep, resting heart rate and HRV would say more.")).toBeVisible();
  await phone.getByText("Sleep, soreness and the rest").tap();
  await phone.getByLabel("Sleep (h)").fill("99");
  await phone.getByRole("button", { name: "Save check-in" }).tap();
  await expect(phone.getByText("Write hours, 7:40 or 7.5.")).toBeVisible();
  await expect(phone.getByText(/^Saved\./)).toHaveCount(0);
  await phone.getByLabel("Sleep (h)").fill("7:40");
  await phone.getByLabel("Resting HR").fill("many");
  await phone.getByRole("button", { name: "Save check-in" }).tap();
  await expect(phone.getByText("Beats a minute, 20 to 150.")).toBeVisible();
  await expect(phone.getByText("Write hours, 7:40 or 7.5.")).toHaveCount(0);
  await phone.getByLabel("Resting HR").fill("47");
  await phone.getByRole("button", { name: "Save check-in" }).tap();
  await expect(phone.getByText(/Resting heart rate 47, slept 7 h 40/)).toBeVisible();
  await expect(phone.getByLabel("Sleep (h)")).toHaveValue("7:40");
});

test("a planned run is logged in four taps, and its load appears without a reload, for the coach too", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  await page.goto(`/athletes/${await ensureAthlete(browser, page, RUNNER)}`);
  const lately = page.getByRole("region", { name: "Lately" });
  await expect(lately).toBeVisible();
  await expect(lately.getByText("10 × 400 m")).toHaveCount(0);
  await phone.goto("/today");
  await phone.evaluate(() => Object.assign(window, { isSamePage: true }));
  await phone.getByRole("button", { name: "Log this session" }).tap();
  await checkPage(phone);
  await phone.getByRole("radio", { name: /^8,/ }).locator("..").tap();
  await phone
    .getByRole("radio", { name: /^4, Good/ })
    .locator("..")
    .tap();
  await phone.getByRole("button", { name: "Save", exact: true }).tap();
  await expect(phone.getByRole("region", { name: "Done today" })).toContainText(/load \d+/);
  await expect(phone.getByRole("region", { name: "Where load stands" })).toContainText("Fitness");
  await expect(lately.getByText("10 × 400 m")).toBeVisible();
  expect(await phone.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true);
  await phone.getByText("How was this made?").first().tap();
  await expect(phone.getByText("Share of a day that enters fitness")).toBeVisible();
});

test("a session opens to what it was meant to be and how its load was made, and comes back when deleted", async () => {
  await phone.goto("/today");
  await phone.getByRole("region", { name: "Done today" }).getByRole("link").first().tap();
  await expect(phone.getByText(/^Meant: 10 × 400 m/)).toBeVisible();
  await expect(phone.getByRole("heading", { name: /^Load \d+/ })).toBeVisible();
  await checkPage(phone);
  const address = phone.url();
  await phone.getByRole("button", { name: "Delete" }).tap();
  await expect(phone).toHaveURL(/\/calendar$/);
  await phone.getByRole("button", { name: "Undo" }).tap();
  await expect(phone).toHaveURL(address);
  await expect(phone.getByText(/^Meant: 10 × 400 m/)).toBeVisible();
});

test("files come in with a report of each, and go out again together", async () => {
  await phone.goto("/imports");
  await checkPage(phone);
  const chooser = phone.waitForEvent("filechooser");
  await phone.getByRole("button", { name: "Choose files" }).tap();
  await (await chooser).setFiles(["run.gpx", "log.csv", "broken.fit"].map((name) => join(FILES, name)));
  await expect(phone.getByText("2 added, 1 not usable")).toBeVisible({ timeout: 15_000 });
  await expect(phone.getByText(/neither FIT, TCX nor GPX/)).toBeVisible();
  await checkPage(phone);
  await phone.getByRole("button", { name: "Undo" }).first().tap();
  await phone.getByRole("button", { name: "Take it back" }).tap();
  await expect(phone.getByText("taken back", { exact: false }).first()).toBeVisible();
});

test("a file dropped on the day is counted at once, and a second time changes nothing", async () => {
  await phone.goto("/today");
  const file = { name: "morning.gpx", mimeType: "application/gpx+xml", buffer: Buffer.from(gpxOf(today())) };
  await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles(file);
  await expect(phone.getByText("Added.")).toBeVisible();
  await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles(file);
  await expect(phone.getByText("This file was added before; nothing changed.")).toBeVisible();
});

test("what looks like a session that is here is asked about, never merged in silence", async () => {
  await phone.goto("/today");
  const other = gpxOf(today()).replaceAll('lon="10.7', 'lon="10.701');
  const file = { name: "phone.gpx", mimeType: "application/gpx+xml", buffer: Buffer.from(other) };
  await phone.getByLabel("Add a FIT, TCX or GPX file").setInputFiles(file);
  await expect(phone.getByText("Is it the same run as the one that is here?")).toBeVisible();
  await checkPage(phone);
  await phone.getByRole("button", { name: /^Keep both/ }).tap();
  await expect(phone.getByText("Both are kept, and both count")).toBeVisible();
});

test("the athlete says whether and when the week comes by mail, and reads it any time", LONG, async () => {
  await phone.goto("/settings/reports");
  await phone.getByLabel("Day").selectOption("Wednesday");
  await expect(phone.getByText("It comes on Wednesdays at 07:00")).toBeVisible();
  // On a phone the notice lies over the head of the page until it goes.
  await expect(phone.getByText("It comes on Wednesdays at 07:00")).toBeHidden();
  // It shows the new state once the server has it, so it is clicked, not unchecked.
  await phone.getByLabel("My week by mail").click({ force: true });
  await expect(phone.getByText("It does not come any more")).toBeVisible();
  await phone.reload();
  await expect(phone.getByLabel("Day")).toBeDisabled();
  await expect(phone.getByLabel("Day")).toHaveValue("3");
  await checkPage(phone);
  await phone.goto("/progress");
  await phone.getByRole("link", { name: "This week" }).tap();
  await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(phone.getByRole("link", { name: "As PDF" })).toBeVisible();
  await checkPage(phone);
});

test("calendar and progress are readable by everybody", async () => {
  await phone.goto("/calendar");
  await expect(phone.getByRole("heading", { name: "Calendar" })).toBeVisible();
  await checkPage(phone);
  await phone.goto("/progress");
  await expect(
    phone.getByRole("slider", { name: "Fitness, fatigue and form by day" }).first(),
  ).toBeAttached();
  await checkPage(phone);
  await phone.getByRole("link", { name: "This week" }).click();
  await expect(phone.getByRole("table", { name: "Day by day" })).toBeVisible();
  await checkPage(phone);
  const address = await phone.getByRole("link", { name: "As PDF" }).getAttribute("href");
  const pdf = await phone.request.get(address ?? "");
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
});

/** Twenty minutes at 5:00/km along a meridian. */
function gpxOf(day: string): string {
  const points = Array.from({ length: 41 }, (_, index) => {
    const at = new Date(Date.parse(`${day}T05:00:00Z`) + index * 30_000).toISOString();
    return `<trkpt lat="${(59.9 + index * 0.0009).toFixed(6)}" lon="10.7"><time>${at}</time></trkpt>`;
  });
  return `<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points.join("")}</trkseg></trk></gpx>`;
}
