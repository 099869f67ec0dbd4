import { checkPage } from "../support/check-page.ts";
import { OWNER } from "../support/people.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

test("without the printed token nobody becomes the owner", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Nearly there" })).toBeVisible();
  await page.goto("/first-run?token=guessed");
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByLabel("Name of your club").fill(OWNER.organisation);
  await page.getByRole("button", { name: "Set up Mesocycle" }).click();
  await expect(page.getByRole("alert").getByText("This link is not valid any more")).toBeVisible();
});

test("the printed token makes the owner, once, and leads to the roster", async ({ page }) => {
  const link = process.env.E2E_OWNER_TOKEN_URL ?? "";
  await page.goto(link);
  await checkPage(page);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("E-mail").fill(OWNER.email);
  await page.getByLabel("Password").fill("passwordpassword");
  await page.getByLabel("Name of your club").fill(OWNER.organisation);
  await page.getByRole("button", { name: "Set up Mesocycle" }).click();
  await expect(page.getByText("guesser")).toBeVisible();
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByRole("button", { name: "Set up Mesocycle" }).click();
  await expect(page).toHaveURL(/\/roster$/);
  await checkPage(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This server is set up" })).toBeVisible();
  await page.goto("/organisation");
  await expect(page.getByRole("heading", { name: OWNER.organisation })).toBeVisible();
  await checkPage(page);
});
