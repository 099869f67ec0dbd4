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
