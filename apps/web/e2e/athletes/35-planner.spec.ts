import { send } from "../support/ask.ts";
import { checkLooks } from "../support/check-looks.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test.describe.configure({ timeout: 240_000 });

let athleteId = "";

test.beforeEach(async ({ page, browser }) => {
  await enterAs(page, OWNER);
  athleteId = await ensureAthlete(browser, page, ATHLETE);
});

const REQUEST = {
  format: "mesocycle/season-request",
  version: 1,
  start: "2199-01-07",
  level: "intermediate",
  runsPerWeek: 5,
  currentWeeklyKm: 40,
  races: [{ date: "2199-06-15", distanceM: 10_000, priority: "A", name: "River 10" }],
};

test(
  "a phase edge moves by key, says what it breaks before it is saved, and undo brings it back",
  LONG,
  async ({ page }) => {
    const id = crypto.randomUUID();
    const mutationId = crypto.randomUUID();
    await send(page, "season.save", {
      athleteId,
      mutationId,
      id,
      name: "Towards the river",
      request: REQUEST,
    });
    await page.goto(`/seasons/${athleteId}/${id}`);
    const edge = page.getByRole("slider", { name: /ends and .* begins/ }).first();
    const was = (await edge.getAttribute("aria-valuetext")) ?? "";
    // The server's page shows the edge before it listens: a key counts from then on.
    await expect(async () => {
      await edge.press("ArrowLeft");
      await expect(edge).not.toHaveAttribute("aria-valuetext", was, { timeout: 500 });
    }).toPass();
    await edge.press("ArrowLeft");
    await expect(page.getByRole("heading", { name: "Other phases, not saved yet" })).toBeVisible();
    await expect(page.getByText(/new finding|say the same/)).toBeVisible();
    await checkLooks(page);
    await page.getByRole("button", { name: "Save the phases" }).click();
    await expect(page.getByText("Phases changed", { exact: true })).toBeVisible();
    await expect(edge).not.toHaveAttribute("aria-valuetext", was);
    await page.getByRole("button", { name: /^Undo: Phases changed/ }).click();
    await expect(edge).toHaveAttribute("aria-valuetext", was);
    await page.getByRole("button", { name: "Races…" }).click();
    await page.getByRole("button", { name: "Add a race" }).click();
    await expect(page.getByRole("dialog").getByText(/weeks? changes?\b/)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  },
);

test(
  "a season begins from typed phases with nothing planned, from an earlier one, and from a saved cycle",
  LONG,
  async ({ page }) => {
    await page.goto(`/seasons/new?athlete=${athleteId}&from=empty`);
    await page.getByLabel("Name").fill("Typed");
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await expect(page).toHaveURL(/\/seasons\/[0-9a-f-]+\/[0-9a-f-]+$/);
    await expect(page.getByText("Draft, not assigned yet")).toBeVisible();
    await page.goto(`/seasons/new?athlete=${athleteId}&from=season`);
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await expect(page.getByText("Draft, not assigned yet")).toBeVisible();
    await page.goto(`/seasons/new?athlete=${athleteId}&from=cycle`);
    await page.getByRole("link", { name: "5K, beginner, 3 days" }).click();
    await expect(page.getByRole("checkbox", { name: ATHLETE.name })).toBeChecked();
  },
);
