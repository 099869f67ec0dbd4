import { ask, send } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

type Weeks = { workouts: { id: string; kind: string; title: string; date: string }[] };

test("what an athlete says on a workout waits in the inbox, is answered by keyboard and then waits no more", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  await page.goto("/inbox");
  const athleteId = await ensureAthlete(browser, page, ATHLETE);
  const from = new Date().toISOString().slice(0, 10);
  const { workouts } = await ask<Weeks>(page, "coachCalendar.weeks", { athleteId, from, weeks: 8 });
  const workout = workouts.find(({ kind }) => kind !== "rest");

  const context = await browser.newContext();
  const other = await context.newPage();
  await enterAs(other, ATHLETE);
  await other.goto("/today");
  await send(other, "talk.say", {
    mutationId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    plannedWorkoutId: workout?.id,
    body: "May I run this one on grass?",
  });
  await context.close();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/new$/);
  const list = page.getByRole("list", { name: "Conversations" });
  const first = list.getByRole("button").first();
  await expect(first).toContainText("May I run this one on grass?");
  await expect(first).toHaveAccessibleName(/one new word/);
  // The server's page shows the list before it listens: a key counts from then on.
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(help).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await page.keyboard.press("j");
  const said = page.getByRole("list", { name: "What was said" });
  await expect(said).toContainText("May I run this one on grass?");
  await checkPage(page);
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: /^Answer/ })).toBeFocused();
  await page.keyboard.type("Yes, a flat one.");
  await page.keyboard.press("Control+Enter");
  await expect(list).toContainText("You: Yes, a flat one.");
  await page.reload();
  await expect(list.getByRole("button", { name: /Yes, a flat one/ })).not.toHaveAccessibleName(/new word/);

  await page.goto(`/athletes/${athleteId}/calendar?week=${workout?.date}&workout=${workout?.id}`);
  const comments = page.getByRole("dialog").getByRole("region", { name: "Comments" });
  await expect(comments).toContainText("Yes, a flat one.");
  await comments.getByRole("textbox").fill("And slowly.");
  await comments.getByRole("button", { name: "Answer" }).click();
  await expect(comments.getByRole("list", { name: "What was said" })).toContainText("And slowly.");
});
