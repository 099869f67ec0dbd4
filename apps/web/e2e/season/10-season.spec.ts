import type { Locator, Page } from "@playwright/test";
import { checkPage } from "../support/check-page.ts";
import { drag } from "../support/drag.ts";
import { waitForMail } from "../support/mail.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

// Axe looks at hundreds of cards, on two cores beside three servers.
test.describe.configure({ mode: "serial", timeout: 180_000 });

let season = "";

/** A card of the calendar with its day and title. */
async function cardOf(cell: Locator) {
  const card = cell.getByRole("article").first();
  // A number and its unit never part at the end of a line: here they are parted as anywhere else.
  const title = ((await card.getByRole("link").textContent()) ?? "").replaceAll("\u00a0", " ");
  return { title, date: (await cell.getAttribute("data-date")) ?? "" };
}

const cells = (page: Page) => page.locator("section[data-date]");
const cellOf = (page: Page, date: string) => page.locator(`section[data-date="${date}"]`);
const toast = (page: Page, text: RegExp) => page.getByText(text).last();

test("a coach asks for a season and sees what it would be before it is saved", async ({ page }) => {
  await enterAs(page, OWNER);
  await page.goto("/seasons");
  await checkPage(page);
  await page.getByRole("link", { name: "Plan a season" }).click();
  await expect(page.getByRole("heading", { name: "Plan a season" })).toBeVisible();
  await page.getByRole("link", { name: ATHLETE.name }).click();
  await expect(page.getByRole("heading", { name: `A season for ${ATHLETE.name}` })).toBeVisible();
  const race = page.getByRole("group", { name: "Race 1" });
  await race.getByLabel("Name").fill("Bergen 10K");
  await race.getByLabel("Goal time").fill("41:00");
  await page.getByRole("textbox", { name: /Now a week/ }).fill("38");
  await page.getByRole("textbox", { name: /Now a week/ }).blur();
  await expect(page.getByRole("heading", { name: /^\d+ weeks/ })).toBeVisible();
  await race.getByLabel("Goal time").fill("four");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(race.getByText("Write a time such as 21:02")).toBeVisible();
  await race.getByLabel("Goal time").fill("41:30");
  await checkPage(page);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page).toHaveURL(/\/seasons\/[0-9a-f-]+\/[0-9a-f-]+$/);
  await expect(page.getByText("Draft, not assigned yet")).toBeVisible();
  season = new URL(page.url()).pathname;
  await checkPage(page);
});

test("a workout moves by drag, by Move to… and by keyboard; each can be undone", async ({ page }) => {
  await enterAs(page, OWNER);
  await page.goto(season);

  const first = await cardOf(
    cells(page)
      .filter({ has: page.getByRole("article") })
      .first(),
  );
  const empty = cells(page)
    .filter({ hasNot: page.getByRole("article") })
    .first();
  const goal = (await empty.getAttribute("data-date")) ?? "";
  await drag(page, cellOf(page, first.date).locator("[draggable]:has(article)").first(), cellOf(page, goal));
  await expect(cellOf(page, goal).getByRole("article")).toContainText(first.title);
  await expect(toast(page, /moved to/)).toBeVisible();

  const moved = cellOf(page, goal);
  await moved.hover();
  await moved.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Move", exact: true })).toBeDisabled();
  await checkPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog.getByRole("gridcell").getByRole("button").locator("visible=true").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(cellOf(page, goal).getByText(first.title)).toHaveCount(0);

  const lifted = await cardOf(
    cells(page)
      .filter({ has: page.getByRole("article") })
      .nth(1),
  );
  const grip = cellOf(page, lifted.date)
    .getByRole("button", { name: `Move ${lifted.title}` })
    .first();
  await grip.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/lifted. Tab or arrows/)).toBeAttached();
  await page.keyboard.press("Escape");
  await expect(cellOf(page, lifted.date)).toContainText(lifted.title);
  await grip.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/dropped on/)).toBeAttached();
  await expect(cellOf(page, lifted.date).getByText(lifted.title)).toHaveCount(0);
  await expect(page.locator(":focus")).toHaveAttribute(
    "aria-label",
    new RegExp(`^Move ${escaped(lifted.title)}`),
  );

  await page.keyboard.press("Control+z");
  await expect(cellOf(page, lifted.date)).toContainText(lifted.title);
});

test("a workout is written as text: a fault names its line, the rest appears in the athlete's paces", async ({
  page,
}) => {
  await enterAs(page, OWNER);
  await page.goto(season);
  const easy = page.getByRole("link", { name: /^Easy/ }).first();
  await easy.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Workout" }).fill("10min warm-up\n8 x 400m @5k, 200m jog\nblah");
  await expect(dialog.getByText(/Line 3: found “blah”/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await checkPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await dialog
    .getByRole("textbox", { name: "Workout" })
    .fill("10min warm-up\n8 x 400m @5k, 200m jog\n10min cool-down");
  await dialog.getByRole("button", { name: "One more" }).click();
  const text = dialog.getByRole("textbox", { name: "Workout" });
  await expect(text).toHaveValue(/9 x 400m/);
  // Blocks and text are one: by field, by key, by menu.
  await dialog.getByRole("textbox", { name: "Length of step 2.2" }).fill("90s");
  await expect(text).toHaveValue(/9 x 400m @5k, 90s jog/);
  await dialog.getByRole("combobox", { name: "Target of step 1" }).press("Alt+ArrowDown");
  await expect(text).toHaveValue(/^9 x \(10min warm-up, 400m @5k, 90s jog\)/);
  await expect(dialog.getByRole("combobox", { name: "What step 1.1 is" })).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(text).toHaveValue(/^10min warm-up\n9 x 400m/);
  await dialog.getByRole("button", { name: "More for step 1", exact: true }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(text).toHaveValue(/^10min warm-up\n10min warm-up/);
  await dialog.getByRole("button", { name: "More for step 2", exact: true }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(dialog.getByRole("heading", { name: /^Saving (brings|mends|changes)/ })).toBeVisible();
  await dialog.getByText("Distance", { exact: true }).click();
  await expect(dialog.getByRole("slider", { name: "Profile by distance" })).toBeAttached();
  // What it was called does not fit any more: it may be called by what it says now.
  await dialog.getByRole("button", { name: "Call it “9 x 400m @5k, 90s jog”" }).click();
  await expect(dialog.getByRole("textbox", { name: "Title" })).toHaveValue("9 x 400m @5k, 90s jog");
  // Escape by mistake loses nothing.
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").getByRole("button", { name: "Keep writing" }).click();
  await dialog.getByRole("textbox", { name: "Title" }).fill("9 × 400 m");
  await dialog.getByRole("combobox", { name: "Kind" }).selectOption("Intervals");
  await dialog.getByLabel("A hard day").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("article").filter({ hasText: "9 × 400 m" }).first()).toContainText("/km");
});

test("a finding is fixed, undone after a reload, waived with a reason; then the season is assigned", async ({
  page,
}) => {
  await enterAs(page, OWNER);
  await page.goto(season);
  const check = page.getByRole("complementary", { name: "Plan check" });
  const fix = check.getByRole("button", { name: /^(Move to|Swap|Cut|Raise|Add|Make it|Take it)/ }).first();
  const before = await check.getByRole("heading", { level: 3 }).allTextContents();
  await expect(page.locator('[draggable="true"]').first()).toBeAttached(); // the page listens
  await fix.focus();
  await expect(page.locator("[data-ghost]").first()).toBeAttached();
  await fix.click();
  await expect(toast(page, /Fix applied/)).toBeVisible();
  await expect.poll(() => check.getByRole("heading", { level: 3 }).allTextContents()).not.toEqual(before);
  await page.reload();
  await page.getByRole("button", { name: /^Undo:/ }).click();
  await expect.poll(() => check.getByRole("heading", { level: 3 }).allTextContents()).toEqual(before);

  await check.getByRole("button", { name: "Let it stand" }).first().click();
  await page.getByRole("dialog").getByLabel("Why").fill("A club evening, agreed with the athlete");
  await checkPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("dialog").getByRole("button", { name: "Let it stand" }).click();
  await expect(check.getByText(/^Let stand \(1\)/)).toBeVisible();

  await page.getByRole("button", { name: `Assign to ${ATHLETE.name.split(" ")[0]}` }).click();
  await page.getByLabel("A word to go with it").fill("Easy first weeks. Call me after the first test.");
  await checkPage(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("dialog").getByRole("button", { name: "Assign" }).click();
  await expect(page.getByText(/Assigned\./)).toBeVisible();
  const mail = await waitForMail(ATHLETE.email, /planned your season/);
  expect(mail.text).toContain("Call me after the first test");
});

test("the library shows an athlete's own ranges, and the athlete's page is whole", LONG, async ({ page }) => {
  await enterAs(page, OWNER);
  await page.goto("/workouts");
  await page.getByLabel("Ranges of").selectOption({ label: ATHLETE.name });
  await expect(page.getByText(`In the paces of ${ATHLETE.name}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Easy run", exact: true })).toBeVisible();
  await page.getByLabel("Search").fill("tempo");
  await expect(page.getByRole("heading", { name: "Easy run", exact: true })).toHaveCount(0);
  await checkPage(page);
  await page.goto(`/athletes/${season.split("/")[2]}`);
  await expect(page.getByRole("heading", { level: 1, name: ATHLETE.name })).toBeVisible();
  await page.getByLabel(/^A word to/).fill("Well run.");
  await page.getByRole("button", { name: "Say it" }).click();
  await expect(page.getByText("Well run.")).toBeVisible();
  await checkPage(page);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
