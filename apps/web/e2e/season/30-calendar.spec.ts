import type { Page } from "@playwright/test";
import { type Days, daysOf, firstFullWeek, later } from "../support/calendar-weeks.ts";
import { checkLooks } from "../support/check-looks.ts";
import { drag } from "../support/drag.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { layoutShifts } from "../support/layout-shifts.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

// Axe looks at three widths in two themes, on two cores beside three servers.
test.describe.configure({ mode: "serial", timeout: 240_000 });

let athleteId = "";
let busyWeek = "";

const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`);
const tile = (page: Page, id: string) => page.locator(`[data-tile="${id}"]`);

test.beforeEach(async ({ page, browser }) => {
  await enterAs(page, OWNER);
  athleteId = await ensureAthlete(browser, page, ATHLETE);
  busyWeek = await firstFullWeek(page, athleteId);
});

test(
  "the calendar opens at this week, shows years by scrolling, and is clean at every width in both themes",
  LONG,
  async ({ page }) => {
    await page.goto(`/athletes/${athleteId}/calendar`);
    await expect(page.getByText("this week").first()).toBeVisible();
    await checkLooks(page);
    const weeks = page.getByRole("region", { name: "Training weeks" });
    const shifts = await layoutShifts(page, async () => {
      await weeks.hover();
      for (let turn = 0; turn < 12; turn++) await page.mouse.wheel(0, 900);
    });
    expect(shifts).toBeLessThanOrEqual(0.01);
    await page.goto(`/athletes/${athleteId}/calendar?week=${busyWeek}`);
    await expect(day(page, busyWeek)).toBeVisible();
    await checkLooks(page);
  },
);

test("a workout is dragged to another day, found there after a reload, and Ctrl+Z brings it back", async ({
  page,
}) => {
  const { workouts } = await open(page);
  const [workout] = workouts.filter(({ kind }) => kind !== "rest");
  const goal = freeDay(workouts);
  await drag(page, tile(page, workout?.id ?? ""), day(page, goal));
  await expect(day(page, goal)).toContainText(workout?.title ?? "");
  await expect(page.getByText(/moved to/).last()).toBeVisible();
  await page.reload();
  await expect(day(page, goal)).toContainText(workout?.title ?? "");
  await expect(tile(page, workout?.id ?? "")).toHaveAttribute("draggable", "true"); // the page listens
  await page.keyboard.press("Control+z");
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await expect(day(page, workout?.date ?? "")).toContainText(workout?.title ?? "");
});

/** Opens the calendar at a week with a workout nearly every day. */
test(
  "in the week of everybody a workout moves by key, on its athlete's plan too, and is taken back",
  LONG,
  async ({ page }) => {
    const { workouts } = await daysOf(page, athleteId, { from: busyWeek });
    const [workout] = workouts.filter(({ kind }) => kind === "easy");
    const { id = "", date = "" } = workout ?? {};
    await page.goto(`/week?week=${busyWeek}`);
    const link = page.locator(`a[href*="workout=${id}"]`);
    await expect(page.locator('li[draggable="true"]').filter({ has: link })).toBeVisible();
    await link.focus();
    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("gridcell").getByRole("button").locator("visible=true").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    const notice = page.getByText(/moved to/).last();
    await expect(notice).toBeVisible();
    const there = async () =>
      (await daysOf(page, athleteId, { from: busyWeek, weeks: 2 })).workouts.find((each) => each.id === id)
        ?.date;
    expect(await there()).toBe(later(date, 7));
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(page.getByText(/^Undone/)).toBeVisible();
    expect(await there()).toBe(date);
  },
);

async function open(page: Page): Promise<Days> {
  await page.goto(`/athletes/${athleteId}/calendar?week=${busyWeek}`);
  await expect(day(page, busyWeek)).toBeVisible();
  return await daysOf(page, athleteId, { from: busyWeek });
}

function freeDay(workouts: Days["workouts"]): string {
  for (let at = 0; at < 7; at++) {
    const date = later(busyWeek, at);
    if (!workouts.some((each) => each.date === date)) return date;
  }
  return later(busyWeek, 6);
}
