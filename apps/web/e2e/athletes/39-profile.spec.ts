import { send } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const localDate = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

test("a coach takes over what a new race suggests, and reads who changed what", async ({ page, browser }) => {
  await enterAs(page, OWNER);
  await page.goto("/roster");
  const athleteId = await ensureAthlete(browser, page, ATHLETE);
  const context = await browser.newContext();
  const other = await context.newPage();
  await enterAs(other, ATHLETE);
  await send(other, "log.log", {
    mutationId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    localDate,
    sport: "run",
    title: "Harbour race",
    distanceM: 10_060,
    durationS: 2_410,
    rpe: 9,
    feel: 4,
  });
  await context.close();

  await page.goto(`/athletes/${athleteId}/profile`);
  await expect(page.getByRole("heading", { name: "To decide" })).toBeVisible();
  const suggestion = page.getByRole("listitem").filter({ hasText: /^10 km in 40:10: score/ });
  await expect(suggestion).toContainText(/planned workouts?/);
  await page.getByRole("combobox", { name: "Scheme" }).selectOption("Share of maximum heart rate");
  await expect(
    page.getByText("Zones of heart rate: as the thresholds allow → share of maximum"),
  ).toBeVisible();
  await checkPage(page);
  await suggestion.getByRole("button", { name: "Make it a result" }).click();
  const changes = page.getByRole("list", { name: "Changes" });
  await expect(changes).toContainText("Result added: 10 km in 40:10 (Harbour race");
  await expect(changes).toContainText("As suggested");
  await expect(page.getByRole("heading", { name: "To decide" })).toBeHidden();
});
