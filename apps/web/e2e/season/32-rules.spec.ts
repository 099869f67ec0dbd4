import { checkLooks } from "../support/check-looks.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

test("the week of everybody, the rules and the palette: a limit says what it does before it is set", async ({
  page,
}) => {
  await enterAs(page, OWNER);
  await page.goto("/week");
  await expect(page.getByRole("row", { name: new RegExp(ATHLETE.name) })).toBeVisible();
  await checkLooks(page);
  await expect(page.getByRole("navigation").getByRole("link", { name: "Rules" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "A page or an athlete" }).fill("rules");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rules$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/rules check every plan/);
  await checkLooks(page);
  await page.getByRole("button", { name: /^Change “Intermediate runners, at most”/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^Intermediate runners/ }).fill("0");
  await dialog.getByRole("textbox", { name: /^Intermediate runners/ }).blur();
  await expect(dialog.getByText(/Would appear: \d+/)).toBeVisible();
  await dialog.getByLabel("Why").fill("A club of beginners this winter");
  await dialog.getByRole("button", { name: "Set the limit" }).click();
  await expect(page.getByText(/1 limit is your own/)).toBeVisible();
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(page.getByText(/All limits are the rules' own/)).toBeVisible();
});
