import type { Page } from "@playwright/test";
import { ask, send } from "../support/ask.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { joinAsStaff } from "../support/join-as-staff.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const ASSISTANT = { name: "Ada Demo", email: "ada@example.org", password: "nine green bicycles" };

test("an assistant reads seasons and calendars, and is offered nothing that is not theirs to change", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  await page.goto("/roster");
  const athleteId = await ensureAthlete(browser, page, ATHLETE);
  const orgId = await orgOf(page);
  const assistant = await joinAsStaff(browser, page, { ...ASSISTANT, orgId, role: "assistant" });
  await expect(assistant.getByRole("heading", { level: 1 })).toHaveText(
    "Nobody shares training with you yet",
  );
  await expect(assistant.getByRole("link", { name: /Invite/ })).toBeHidden();

  const context = await browser.newContext();
  const athlete = await context.newPage();
  await enterAs(athlete, ATHLETE);
  await athlete.goto("/today");
  const { userId } = await ask<{ userId: string }>(assistant, "account.me");
  await send(athlete, "people.grant", { orgId, coachId: userId, scopes: ["training"] });
  await context.close();

  type Seasons = { athleteId: string; seasons: { id: string }[] }[];
  const seasons = await ask<Seasons>(assistant, "season.list");
  const season = seasons.find((each) => each.athleteId === athleteId)?.seasons[0];
  expect(season).toBeDefined();
  await assistant.goto(`/seasons/${athleteId}/${season?.id}`);
  await expect(assistant.getByRole("link", { name: "Calendar", exact: true }).last()).toBeVisible();
  await expect(assistant.getByRole("heading", { name: "Plan check" })).toBeVisible();
  for (const name of [/^Phases/, /^Races/, "Save as a cycle", /^Assign/, /^Add a workout/, /^Actions for/])
    await expect(assistant.getByRole("button", { name }).filter({ visible: true })).toHaveCount(0);
  await assistant.locator("[data-date] h3 a").first().click();
  const dialog = assistant.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Comments" })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Save", exact: true })).toBeHidden();

  await assistant.goto(`/athletes/${athleteId}/calendar`);
  await expect(assistant.getByRole("button", { name: /^Plan check/ })).toBeVisible();
  await expect(assistant.getByRole("button", { name: "Library" })).toBeHidden();
});

async function orgOf(page: Page): Promise<string> {
  type Account = { organisations: { orgId: string; isDemo: boolean }[] };
  const { organisations } = await ask<Account>(page, "account.me");
  return organisations.find(({ isDemo }) => !isDemo)?.orgId ?? "";
}
