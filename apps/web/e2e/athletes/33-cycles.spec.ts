import { checkLooks } from "../support/check-looks.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

// Axe looks at three widths in two themes, on two cores beside three servers.
test.describe.configure({ mode: "serial", timeout: 240_000 });

test.beforeEach(async ({ page, browser }) => {
  await enterAs(page, OWNER);
  await ensureAthlete(browser, page, ATHLETE);
});

test("a classic plan is given to two athletes from days of their own, after a preview for each", async ({
  page,
}) => {
  await page.goto("/cycles");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/cycles to give away/);
  await checkLooks(page);
  await page.getByRole("link", { name: "10K, intermediate, 5 days" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "10K, intermediate, 5 days" })).toBeVisible();
  await page.getByRole("button", { name: "Copy to change it" }).click();
  await expect(page).toHaveURL(/\/cycles\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "Give it to athletes" }).click();
  await page.getByRole("checkbox", { name: "All" }).check();
  await page.getByLabel(`Another day for ${ATHLETE.name}`).fill("2199-01-14");
  await expect(page.getByText("14 Jan", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: /without anything to look at/ })).toBeVisible();
  await checkLooks(page);
  await page.getByRole("button", { name: /^Give it to/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/athletes? ha(s|ve) it/);
  await expect(
    page.getByRole("list", { name: "What came of it" }).getByRole("link", { name: ATHLETE.name }),
  ).toBeVisible();
});

test(
  "a workout is changed by keyboard, saved as a version, and rolled out with a word on every week",
  LONG,
  async ({ page }) => {
    await page.goto("/cycles");
    await page
      .getByRole("region", { name: /^Your own/ })
      .getByRole("link")
      .first()
      .click();
    const workout = page
      .getByRole("region", { name: "Weeks" })
      .getByRole("button", { name: /^Easy/ })
      .first();
    await workout.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Title").fill("Easy, and no watch");
    await checkLooks(page);
    await dialog.getByRole("button", { name: "Change it" }).click();
    await page.getByRole("button", { name: "Save as version 2" }).click();
    await page.getByRole("dialog").getByLabel("What is different").fill("No watch");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    const rolling = page.getByRole("dialog", { name: "Roll the new version out" });
    await expect(rolling.getByRole("list", { name: "Seasons" }).getByText(ATHLETE.name)).toBeVisible();
    await rolling.getByRole("button", { name: /^Change \d+ weeks/ }).click();
    await expect(page.getByRole("dialog", { name: "Version 2 is rolled out" })).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Undo this roll-out" }).click();
    await expect(page.getByText("Roll-out taken back")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo this roll-out" })).toBeHidden();
  },
);

test(
  "a published plan is refused when it is none, else looked at and kept as a cycle",
  LONG,
  async ({ page }) => {
    await page.goto("/cycles");
    await page.getByRole("link", { name: "Bring in a plan" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which plan do you bring in?");
    const text = page.getByLabel("Or paste its text");
    await text.fill('{"title": "Cut off');
    await page.getByRole("button", { name: "Read the plan" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "no readable JSON" })).toBeVisible();
    await checkLooks(page);
    await page.locator("input[type=file]").setInputFiles({
      name: "plan.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(PLAN)),
    });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "2 weeks, 92 km, 1 day not fully understood",
    );
    await expect(page.getByRole("list", { name: "Not understood" })).toContainText("Week 1, Thu");
    await checkLooks(page);
    await page.getByLabel("Name").fill("Two weeks from a file");
    await page.getByRole("button", { name: "Save as a cycle" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Two weeks from a file" })).toBeVisible();
  },
);

const PLAN = {
  name: "Two weeks",
  units: "km",
  type: "10K",
  schedule: [
    {
      workouts: [
        { title: "Rest" },
        { title: "Easy 10 km", distance: 10 },
        { title: "Lactate threshold 12 km with 6 km at LT pace", distance: 12 },
        { title: "Whatever the group does", distance: 8 },
        { title: "Rest" },
        { title: "Easy 6 km", distance: 6 },
        { title: "Long run 18 km", distance: 18 },
      ],
    },
    {
      workouts: [
        { title: "Cross" },
        { title: "Easy 8 km", distance: 8 },
        { title: "Easy 10 km", distance: 10 },
        { title: "Rest" },
        { title: "Easy 6 km", distance: 6 },
        { title: "Rest" },
        { title: "10K race {14}", distance: 14 },
      ],
    },
  ],
};
