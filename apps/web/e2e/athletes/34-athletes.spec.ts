import { checkLooks } from "../support/check-looks.ts";
import { ensureAthlete } from "../support/ensure-athlete.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

// Axe looks at three widths in two themes, on two cores beside three servers. Windows are worked by key: a journey
// presses so fast that the guard of double taps would hold it back.
test.describe.configure({ mode: "serial", timeout: 240_000 });

test("athletes are sorted and chosen, make a squad, are written to with a result each, and go on to a cycle", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  await ensureAthlete(browser, page, ATHLETE);
  await page.goto("/roster");
  await page.getByRole("link", { name: "As a table" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\d+ athletes?/);
  await page
    .getByRole("columnheader", { name: /Last logged/ })
    .getByRole("button")
    .click();
  await expect(page).toHaveURL(/sort=lastOn/);
  await page.getByRole("checkbox", { name: `Choose ${ATHLETE.name}` }).check();
  const chosen = page.getByRole("region", { name: "Chosen" });
  await checkLooks(page);
  await chosen.getByRole("button", { name: "Squads…" }).click();
  await page.getByRole("dialog").getByLabel("A new squad of them").fill("Milers");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Squads" }).getByText("Milers")).toBeVisible();
  await page.keyboard.press("Escape");
  await chosen.getByRole("button", { name: "Give them a workout…" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill("Hills together");
  await page.getByRole("dialog").getByRole("button", { name: "Give it to 1 athlete" }).press("Enter");
  const came = page.getByRole("list", { name: "What came of it" });
  await expect(came).toContainText(`${ATHLETE.name}1 workout added`);
  await page.getByRole("button", { name: "Take it back from all" }).press("Enter");
  await expect(came).toContainText(`${ATHLETE.name}taken back`);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().press("Enter");
  await chosen.getByRole("button", { name: "Write…" }).click();
  await page.getByRole("dialog").getByLabel("What you want to say").fill("Track is closed on Tuesday");
  await page.getByRole("dialog").getByRole("button", { name: "Write" }).press("Enter");
  await expect(page.getByRole("list", { name: "What came of it" })).toContainText("written");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().press("Enter");
  await chosen.getByRole("button", { name: "Export…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Export" }).press("Enter");
  await expect(page.getByRole("list", { name: "What came of it" })).toContainText(
    new RegExp(`${ATHLETE.name}\\d+ planned, \\d+ done, \\d+ results?`),
  );
  await expect(page.getByRole("link", { name: /^Download athletes-.*zip$/ })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().press("Enter");
  await page.getByRole("combobox", { name: "Squad" }).selectOption("Milers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milers: 1");
  await page.getByRole("button", { name: "Columns…" }).click();
  await page.getByRole("dialog").getByRole("checkbox", { name: "Fatigue" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).press("Enter");
  await page.getByRole("button", { name: "Save this view…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Milers, tired first");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove “Milers, tired first”" })).toBeVisible();
  await page.goto("/athletes");
  await expect(page.getByRole("columnheader", { name: "Fatigue" })).toHaveCount(0);
  await page.getByRole("combobox", { name: "View" }).selectOption("Milers, tired first");
  await expect(page.getByRole("columnheader", { name: "Fatigue" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Milers: 1");
  await page.getByRole("checkbox", { name: `Choose ${ATHLETE.name}` }).check();
  await chosen.getByRole("link", { name: "Give them a cycle" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which cycle for 1 athlete?");
  await page.getByRole("link", { name: "5K, beginner, 3 days" }).click();
  await page.getByRole("link", { name: "Give it to athletes" }).click();
  await expect(page.getByRole("checkbox", { name: ATHLETE.name })).toBeChecked();
});
