import { send } from "../support/ask.ts";
import { type Days, daysOf, firstFullWeek, later } from "../support/calendar-weeks.ts";
import { drag } from "../support/drag.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OTHER, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

let athleteId = "";
let otherId = "";
let busyWeek = "";

test.beforeEach(async ({ page, browser }) => {
  await enterAs(page, OWNER);
  athleteId = await ensureAthlete(browser, page, ATHLETE);
  otherId = await ensureAthlete(browser, page, OTHER);
  busyWeek = await firstFullWeek(page, athleteId);
});

test(
  "in the week of everybody a workout dragged onto another athlete is copied there, by menu too",
  LONG,
  async ({ page }) => {
    const { workouts } = await daysOf(page, athleteId, { from: busyWeek });
    const [workout] = workouts.filter(({ kind }) => kind === "easy");
    const { id = "", date = "", title = "" } = workout ?? {};
    const theirs = async () =>
      (await daysOf(page, otherId, { from: busyWeek })).workouts.filter((each) => each.title === title);
    const before = (await theirs()).length;
    await page.goto(`/week?week=${busyWeek}`);
    const from = page.locator("li").filter({ has: page.locator(`a[href*="workout=${id}"]`) });
    await drag(page, from, page.locator(`[data-cell="${OTHER.name} ${date}"]`));
    await expect(page.getByText(`${title} copied to ${OTHER.name}`).last()).toBeVisible();
    expect(await theirs()).toHaveLength(before + 1);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(page.getByText(/^Undone/)).toBeVisible();
    expect(await theirs()).toHaveLength(before);
    expect(dateOf(await daysOf(page, athleteId, { from: busyWeek }), id)).toBe(date);
    await page.locator(`a[href*="workout=${id}"]`).focus();
    await page.keyboard.press("c");
    const dialog = page.getByRole("dialog", { name: "Copy 1 workout to…" });
    await dialog.getByRole("checkbox", { name: OTHER.name }).check();
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(page.getByRole("list", { name: "What came of it" })).toContainText("1 workout added");
    await page.getByRole("button", { name: "Take it back from all" }).click();
    await expect(page.getByText("taken back")).toBeVisible();
    expect(await theirs()).toHaveLength(before);
  },
);

test(
  "changes that find no network wait through a closed page, and arrive in order from any other",
  LONG,
  async ({ page }) => {
    await page.goto(`/athletes/${athleteId}/calendar?week=${busyWeek}`);
    await page.locator(`[data-live] [data-date="${busyWeek}"]`).waitFor();
    const { workouts } = await daysOf(page, athleteId, { from: busyWeek });
    const [workout] = workouts.filter(({ kind }) => kind !== "rest");
    const id = workout?.id ?? "";
    await page.route("**/api/trpc/coachCalendar.change*", (route) => route.abort());
    for (const step of [1, 2]) {
      const from = later(workout?.date ?? "", step - 1);
      await page.locator(`[data-date="${from}"] [data-card="${id}"]`).focus();
      for (const key of ["Enter", "Tab", "Enter"]) await page.keyboard.press(key);
      await expect(page.getByText(new RegExp(`^${step} waiting`))).toBeVisible();
    }
    // Loaded anew, the page shows where the workout is meant to be.
    const meant = later(workout?.date ?? "", 2);
    await page.reload();
    await expect(page.locator(`[data-date="${meant}"] [data-card="${id}"]`)).toBeVisible();
    // As after a crash: the page is gone, and another one opens.
    const another = await page.context().newPage();
    await page.close();
    await another.goto("/athletes");
    const dateNow = async () => dateOf(await daysOf(another, athleteId, { from: busyWeek, weeks: 2 }), id);
    await expect.poll(dateNow).toBe(meant);
    for (const _ of [1, 2])
      await send(another, "coachCalendar.undo", { athleteId, mutationId: crypto.randomUUID() });
    expect(await dateNow()).toBe(workout?.date);
  },
);

function dateOf({ workouts }: Days, id: string): string | undefined {
  return workouts.find((each) => each.id === id)?.date;
}
