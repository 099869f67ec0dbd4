import type { Page } from "@playwright/test";
import { createDb } from "@repo/db/internal";
import { sql } from "@repo/db/testing";
import { send } from "../support/ask.ts";
import { type Days, daysOf, firstFullWeek, later } from "../support/calendar-weeks.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { PHONE } from "../support/join-as-athlete.ts";
import { ATHLETE, OTHER, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

let athleteId = "";
let otherId = "";
let busyWeek = "";

const weekMenu = (page: Page) =>
  page.getByRole("button", { name: `Actions for the week of ${shortDay(busyWeek)}`, exact: true });
const day = (page: Page, date: string) => page.locator(`[data-date="${date}"]`);
/** The first day of the week once the list answers to keys: the rows of the server are only links. */
const alive = (page: Page) => page.locator(`[data-live] [data-date="${busyWeek}"]`);
const card = (page: Page, id: string) => page.locator(`[data-card="${id}"]`);
const tile = (page: Page, id: string) => page.locator(`[data-tile="${id}"]`);

test.beforeEach(async ({ page, browser }) => {
  await enterAs(page, OWNER);
  if (athleteId) return;
  athleteId = await ensureAthlete(browser, page, ATHLETE);
  otherId = await ensureAthlete(browser, page, OTHER);
  busyWeek = await firstFullWeek(page, athleteId);
});

test("by keyboard alone: Enter lifts, Tab chooses, Enter drops, Escape leaves all as it was", async ({
  page,
}) => {
  const { workouts } = await open(page);
  const [workout] = workouts.filter(({ kind }) => kind !== "rest");
  const id = workout?.id ?? "";
  await card(page, id).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/lifted. Tab or arrows/)).toBeAttached();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(card(page, id)).toBeFocused();
  expect(dateOf(await days(page), id)).toBe(workout?.date);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const goal = later(workout?.date ?? "", 2);
  await page.keyboard.press("Enter");
  await expect(page.getByText(new RegExp(`${escaped(workout?.title ?? "")} dropped on`))).toBeAttached();
  await expect(day(page, goal).locator(`[data-card="${id}"]`)).toBeFocused();
  await expect.poll(async () => dateOf(await days(page), id)).toBe(goal);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => dateOf(await days(page), id)).toBe(workout?.date);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
});

test("on a phone, without dragging, everything is in a card's menu", async ({ browser }) => {
  const context = await browser.newContext({
    ...PHONE,
    viewport: { width: 360, height: 800 },
    locale: "en-GB",
  });
  const page = await context.newPage();
  await enterAs(page, OWNER);
  const { workouts } = await open(page);
  const [workout] = workouts.filter(({ kind }) => kind !== "rest");
  await tile(page, workout?.id ?? "")
    .getByRole("button", { name: /^Actions for/ })
    .tap();
  for (const item of [
    "Open and edit",
    "Move to…",
    "Copy",
    "Cut",
    "Copy to another athlete…",
    "Take off the plan",
  ]) {
    await expect(page.getByRole("menuitem").filter({ hasText: item }).first()).toBeVisible();
  }
  await page.getByRole("menuitem", { name: "Move to…" }).tap();
  const dialog = page.getByRole("dialog");
  const goal = later(workout?.date ?? "", 1);
  await dialog
    .getByRole("button", { name: new RegExp(`(^|\\D)${Number(goal.slice(8))} \\w+ ${goal.slice(0, 4)}`) })
    .tap();
  await dialog.getByRole("button", { name: "Move", exact: true }).tap();
  await expect.poll(async () => dateOf(await days(page), workout?.id ?? "")).toBe(goal);
  await page.getByRole("button", { name: /^Undo:/ }).tap();
  await expect.poll(async () => dateOf(await days(page), workout?.id ?? "")).toBe(workout?.date);
  await context.close();
});

test(
  "a week copied is pasted on another athlete; Ctrl+Z leaves that calendar exactly as it was",
  LONG,
  async ({ page }) => {
    await open(page);
    const before = await days(page, otherId);
    await weekMenu(page).click();
    await page.getByRole("menuitem", { name: "Copy the week" }).click();
    await page.goto(`/athletes/${otherId}/calendar?week=${busyWeek}`);
    await expect(alive(page)).toBeVisible();
    await day(page, busyWeek).click({ position: { x: 4, y: 4 } });
    await page.keyboard.press("v");
    await expect(page.getByText(/pasted on/).last()).toBeVisible();
    expect((await days(page, otherId)).workouts.length).toBeGreaterThan(before.workouts.length + 3);
    await page.keyboard.press("Control+z");
    await expect(page.getByText(/^Undone/)).toBeVisible();
    expect(await days(page, otherId)).toEqual(before);
  },
);

test("days are marked: travel excuses what lies under it, and goes again", LONG, async ({ page }) => {
  await open(page);
  await weekMenu(page).click();
  await page.getByRole("menuitem", { name: "Mark days…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What").selectOption("Travel");
  await dialog.getByLabel("Note").fill("Conference");
  await dialog.getByRole("button", { name: "Mark", exact: true }).click();
  const band = page.getByRole("button", { name: "Travel: Conference" }).first();
  await expect(band).toBeVisible();
  await expect(page.getByRole("link", { name: /excused, Away/ }).first()).toBeVisible();
  await band.click();
  await page.getByRole("dialog").getByRole("button", { name: "Take away" }).click();
  await expect(page.getByRole("link", { name: /excused, Away/ })).toHaveCount(0);
});

test(
  "what somebody else changed meanwhile is shown beside one's own, and nothing is overwritten",
  LONG,
  async ({ page }) => {
    const { workouts } = await open(page);
    const [workout] = workouts.filter(({ kind }) => kind !== "rest");
    const id = workout?.id ?? "";
    const theirs = later(workout?.date ?? "", 1);
    const ops = [{ op: "move", id, version: workout?.version, to: theirs }];
    await send(page, "coachCalendar.change", {
      athleteId,
      mutationId: crypto.randomUUID(),
      kind: "move",
      ops,
    });
    await card(page, id).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Somebody else changed this workout" });
    await expect(dialog.getByText("As it is now")).toBeVisible();
    await expect(dialog.getByText("Yours", { exact: true })).toBeVisible();
    expect(dateOf(await days(page), id)).toBe(theirs);
    await dialog.getByRole("button", { name: "Keep theirs" }).click();
    await expect(day(page, theirs).locator(`[data-card="${id}"]`)).toBeVisible();
    await send(page, "coachCalendar.undo", { athleteId, mutationId: crypto.randomUUID() });
  },
);

test(
  "what is typed while somebody else saves stays, and saving shows both versions",
  LONG,
  async ({ page }) => {
    const { workouts } = await open(page);
    const [workout] = workouts.filter(({ kind }) => kind === "easy");
    const { id = "", version, date = "" } = workout ?? {};
    await card(page, id).click();
    const builder = page.getByRole("dialog").first();
    await builder.getByLabel("Title").fill("Mine, and longer");
    const op = { op: "edit", id, version, title: "Theirs" };
    const theirs = { athleteId, mutationId: crypto.randomUUID(), kind: "edit", ops: [op] };
    await send(page, "coachCalendar.change", theirs);
    await builder.getByRole("button", { name: "Save", exact: true }).click();
    const clash = page.getByRole("dialog", { name: "Somebody else changed this workout" });
    await expect(clash.getByRole("region", { name: "As it is now" })).toContainText("Theirs");
    await expect(clash.getByRole("region", { name: "Yours" })).toContainText("Mine, and longer");
    await clash.getByRole("button", { name: "Use mine" }).click();
    await expect(page.getByText("Mine, and longer saved")).toBeVisible();
    await expect(day(page, date)).toContainText("Mine, and longer");
    for (const _ of [1, 2])
      await send(page, "coachCalendar.undo", { athleteId, mutationId: crypto.randomUUID() });
  },
);

test(
  "a sign-in that ends is asked for on the page, and what was being done is saved after it",
  LONG,
  async ({ page }) => {
    const { workouts } = await open(page);
    const [workout] = workouts.filter(({ kind }) => kind !== "rest");
    const id = workout?.id ?? "";
    await page.context().clearCookies();
    await card(page, id).focus();
    for (const key of ["Enter", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    const dialog = page.getByRole("dialog", { name: "You are signed out" });
    await expect(dialog).toContainText("one change waits");
    await dialog.getByLabel("Password").fill("not the password");
    await page.keyboard.press("Enter");
    await expect(dialog.getByText(/do not belong together/)).toBeVisible();
    await dialog.getByLabel("Password").fill(OWNER.password);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/moved to/).last()).toBeVisible();
    const goal = later(workout?.date ?? "", 7);
    const moved = await daysOf(page, athleteId, { from: busyWeek, weeks: 2 });
    expect(dateOf(moved, id)).toBe(goal);
    await send(page, "coachCalendar.undo", { athleteId, mutationId: crypto.randomUUID() });
  },
);

test(
  "each of the eight states of a card is told by its words, also in forced colours",
  LONG,
  async ({ page }) => {
    await open(page);
    const { workouts } = await days(page, athleteId, 2);
    const states = [
      ["planned", null, "planned"],
      ["done", "done", "done"],
      ["done", "short", "short or long"],
      ["done", "far-off", "far off plan"],
      ["missed", null, "not logged"],
      ["changed", "adapted", "changed on purpose"],
      ["excused", null, "excused"],
    ] as const;
    const db = createDb(process.env.E2E_OWNER_DATABASE_URL ?? "");
    const chosen = workouts.slice(0, states.length);
    expect(chosen).toHaveLength(states.length);
    const [first] = chosen;
    await db.execute(sql`insert into activities (id, athlete_id, local_date, sport, duration_s, source)
    values (${crypto.randomUUID()}, ${athleteId}, ${first?.date ?? ""}, 'ride', 3600, 'manual')`);
    for (const [at, [status, grade]] of states.entries()) {
      await db.execute(sql`update planned_workouts set status = ${status},
      grade = case when ${grade ?? ""} = '' then null else json_build_object('grade', ${grade ?? ""}::text)::jsonb end
      where id = ${chosen[at]?.id ?? ""}`);
    }
    await page.emulateMedia({ forcedColors: "active" });
    await page.reload();
    for (const [at, [, , word]] of states.entries()) {
      await expect(card(page, chosen[at]?.id ?? "")).toHaveAccessibleName(new RegExp(`, ${word}`));
    }
    await expect(page.getByText("done, not planned").first()).toBeAttached();
    await db.execute(
      sql`update planned_workouts set status = 'planned', grade = null where athlete_id = ${athleteId}`,
    );
    await db.execute(sql`delete from activities where athlete_id = ${athleteId} and sport = 'ride'`);
    await db.close();
  },
);

test(
  "weeks that begin on Sunday regroup at once, and say that a plan's weeks do not",
  LONG,
  async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "View" }).click();
    await page.getByRole("menuitem", { name: "Weeks begin on Sunday" }).click();
    await expect(page.getByText("A plan's weeks begin on Monday")).toBeVisible();
    const first = page
      .getByRole("region", { name: /^\w.* of / })
      .first()
      .locator("[data-date]")
      .first();
    expect(new Date(`${await first.getAttribute("data-date")}T00:00:00Z`).getUTCDay()).toBe(0);
    await expect(page).toHaveURL(/starts=sun/);
  },
);

/** Opens the calendar at a week with a workout nearly every day. */
async function open(page: Page): Promise<Days> {
  await page.goto(`/athletes/${athleteId}/calendar?week=${busyWeek}`);
  await expect(alive(page)).toBeVisible();
  return await days(page);
}

async function days(page: Page, of = athleteId, weeks = 1): Promise<Days> {
  return await daysOf(page, of, { from: busyWeek, weeks });
}

function dateOf({ workouts }: Days, id: string): string | undefined {
  return workouts.find((workout) => workout.id === id)?.date;
}

function shortDay(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(date),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
