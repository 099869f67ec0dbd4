import { checkPage } from "../support/check-page.ts";
import { OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test(
  "workouts are brought in with what could not be read, kept in a folder, changed as a version and found again",
  LONG,
  async ({ page }) => {
    await enterAs(page, OWNER);
    await page.goto("/workouts");
    await page.getByRole("link", { name: "Bring in workouts" }).click();
    await page
      .getByLabel("Or paste their text")
      .fill("River thousands\n\nMain 5x\n- 1km 95-100% Pace\n- 90s Z1 HR\n---\nsing a song");
    await page.getByRole("button", { name: "Read the workouts" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 workout was read, 1 could not be");
    await expect(page.getByRole("list", { name: "Could not be read" })).toContainText("Line 1: found “sing”");
    await checkPage(page);
    await page.getByLabel("Into the folder").fill("Track");
    await page.getByRole("button", { name: "Keep 1" }).click();
    const folder = page.getByRole("region", { name: "Track", exact: true });
    await expect(folder.getByRole("heading", { name: "River thousands" })).toBeVisible();
    await expect(page).toHaveURL(/folder=Track/);

    await folder.getByRole("button", { name: "What to do with River thousands" }).click();
    await page.getByRole("menuitem", { name: "Change it…" }).click();
    const builder = page.getByRole("dialog");
    await builder.getByRole("button", { name: "One more" }).click();
    await builder.getByRole("button", { name: "Save as version 2" }).click();
    await expect(folder.getByText(/version 2/)).toBeVisible();
    await folder.getByRole("button", { name: "What to do with River thousands" }).click();
    await page.getByRole("menuitem", { name: "Versions (2)…" }).click();
    await page.getByRole("button", { name: "Bring back version 1" }).click();
    await expect(folder.getByText(/version 3/)).toBeVisible();
  },
);
