import { send } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { drag } from "../support/drag.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

/** Before any season of the other journeys begins. */
const date = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10);

test(
  "a coach says which workout a session was, by menu, takes it back, and drags it there again",
  LONG,
  async ({ page, browser }) => {
    await enterAs(page, OWNER);
    await page.goto("/inbox");
    const athleteId = await ensureAthlete(browser, page, ATHLETE);
    const add = {
      op: "add",
      id: crypto.randomUUID(),
      date,
      title: "Hilly 8 km",
      kind: "easy",
      hard: false,
      text: "8km easy",
    };
    await send(page, "coachCalendar.change", {
      athleteId,
      mutationId: crypto.randomUUID(),
      kind: "add",
      ops: [add],
    });

    const context = await browser.newContext();
    const other = await context.newPage();
    await enterAs(other, ATHLETE);
    await send(other, "log.log", {
      mutationId: crypto.randomUUID(),
      id: crypto.randomUUID(),
      localDate: date,
      sport: "run",
      title: "Over the hill",
      distanceM: 7_800,
      durationS: 2_700,
      rpe: 3,
      feel: 4,
    });
    await context.close();

    await page.goto(`/athletes/${athleteId}/calendar?week=${date}`);
    const workout = page.locator("[data-tile]").filter({ hasText: "Hilly 8 km" });
    const session = page.locator('[draggable="true"]').filter({ hasText: "Over the hill" });
    await session.hover();
    await session.getByRole("button", { name: /^Actions for Over the hill/ }).click();
    await page.getByRole("menuitem", { name: "Pair with a workout…" }).click();
    await page.getByRole("radio", { name: /^Hilly 8 km/ }).check();
    await checkPage(page);
    await page.getByRole("dialog").getByRole("button", { name: "Pair" }).click();
    await expect(workout).toContainText(`paired by ${OWNER.name}`);
    await expect(workout.getByRole("link")).toHaveAccessibleName(/done, 9\d % of distance/);

    await workout.hover();
    await workout.getByRole("button", { name: /^Actions for Hilly 8 km/ }).click();
    await page.getByRole("menuitem", { name: "Unpair" }).click();
    await expect(session).toContainText("done, not planned");
    await drag(page, session, workout);
    await expect(workout).toContainText(`paired by ${OWNER.name}`);
    await workout.getByRole("link").first().click();
    await expect(page.getByRole("dialog").getByRole("link", { name: "Open the session" })).toBeVisible();

    await page.goto(`/athletes/${athleteId}`);
    const row = page.getByRole("row").filter({ hasText: "Over the hill" });
    await expect(row).toContainText(`paired by ${OWNER.name}`);
    await row.getByRole("button", { name: /^Actions for Over the hill/ }).click();
    await page.getByRole("menuitem", { name: "Unpair" }).click();
    await expect(row).toContainText(`unpaired by ${OWNER.name}`);

    await row.getByRole("link", { name: "Over the hill" }).click();
    await expect(page.getByRole("heading", { name: "Over the hill" })).toBeVisible();
    await expect(page.getByText("7.80 km")).toBeVisible();
    await checkPage(page);
  },
);
