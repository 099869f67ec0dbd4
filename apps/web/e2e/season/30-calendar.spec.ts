import type { Page } from "@playwright/test";
import { ask } from "../support/ask.ts";
import { checkLooks } from "../support/check-looks.ts";
import { drag } from "../support/drag.ts";
import { layoutShifts } from "../support/layout-shifts.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

// Axe looks at three widths in two themes, on two cores beside three servers.
test.describe.configure({ mode: "serial", timeout: 240_000 });

type Days = {
  from: string;
  workouts: { id: string; date: string; title: string; kind: string; version: number; comments: number }[];
};
let athleteId = "";
let busyWeek = "";

const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`);
const tile = (page: Page, id: string) => page.locator(`[data-tile="${id}"]`);

test.beforeEach(async ({ page }) => {
  await enterAs(page, OWNER);
  const athletes = await ask<{ athleteId: string; name: string }[]>(page, "season.list");
  athleteId = athletes.find(({ name }) => name === ATHLETE.name)?.athleteId ?? "";
  busyWeek = await firstFullWeek(page);
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
  return await days(page);
}

async function days(page: Page, of = athleteId, weeks = 1): Promise<Days> {
  const input = { athleteId: of, from: busyWeek, weeks, drafts: false };
  const { workouts, from } = await ask<Days>(page, "coachCalendar.weeks", input);
  return { from, workouts };
}

async function firstFullWeek(page: Page): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const monday = later(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  const input = { athleteId, from: later(monday, 14), weeks: 8, drafts: false };
  const { workouts } = await ask<Days>(page, "coachCalendar.weeks", input);
  for (let start = input.from; start < later(input.from, 56); start = later(start, 7)) {
    const inWeek = workouts.filter(({ date }) => start <= date && date < later(start, 7));
    if (inWeek.length >= 5 && new Set(inWeek.map(({ date }) => date)).size < 7) return start;
  }
  return input.from;
}

function freeDay(workouts: Days["workouts"]): string {
  for (let at = 0; at < 7; at++) {
    const date = later(busyWeek, at);
    if (!workouts.some((each) => each.date === date)) return date;
  }
  return later(busyWeek, 6);
}

function later(date: string, by: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
