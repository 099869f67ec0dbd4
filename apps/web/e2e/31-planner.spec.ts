import { ask } from "./support/ask.ts";
import { checkLooks } from "./support/check-looks.ts";
import { ATHLETE, OWNER } from "./support/people.ts";
import { signIn } from "./support/sign-in.ts";
import { expect, test } from "./support/test.ts";

// Axe looks at three widths in two themes, on two cores beside three servers.
test.describe.configure({ mode: "serial", timeout: 240_000 });

type Coached = { athleteId: string; name: string; seasons: { id: string; status: string }[] };
let athlete: Coached;

test.beforeEach(async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  const athletes = await ask<Coached[]>(page, "season.list");
  const found = athletes.find(({ name }) => name === ATHLETE.name);
  if (!found) throw new Error("the athlete of the journeys is missing");
  athlete = found;
});

test("the week of everybody, the rules and the palette: a limit says what it does before it is set", async ({
  page,
}) => {
  await page.goto("/week");
  await expect(page.getByRole("row", { name: new RegExp(ATHLETE.name) })).toBeVisible();
  await checkLooks(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "A page or an athlete" }).fill("rules");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/rules$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/rules check every plan/);
  await checkLooks(page);
  await page
    .getByRole("button", { name: /^Change intermediate of .*hard/i })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /intermediate/ }).fill("0");
  await dialog.getByRole("textbox", { name: /intermediate/ }).blur();
  await expect(dialog.getByText(/Would appear: \d+/)).toBeVisible();
  await dialog.getByLabel("Why").fill("A club of beginners this winter");
  await dialog.getByRole("button", { name: "Set the limit" }).click();
  await expect(page.getByText(/1 limit is your own/)).toBeVisible();
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(page.getByText(/All limits are the rules' own/)).toBeVisible();
});

test("a phase edge moves by key, says what it breaks before it is saved, and undo brings it back", async ({
  page,
}) => {
  const season = athlete.seasons.find(({ status }) => status === "assigned");
  await page.goto(`/seasons/${athlete.athleteId}/${season?.id}`);
  const edge = page.getByRole("slider").first();
  await edge.focus();
  const was = await edge.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { name: "Other phases, not saved yet" })).toBeVisible();
  await expect(page.getByText(/new finding|say the same/)).toBeVisible();
  await checkLooks(page);
  await page.getByRole("button", { name: "Save the phases" }).click();
  await expect(page.getByText("Phases changed")).toBeVisible();
  await expect(edge).not.toHaveAttribute("aria-valuetext", was ?? "");
  await page.getByRole("button", { name: /^Undo: Phases changed/ }).click();
  await expect(edge).toHaveAttribute("aria-valuetext", was ?? "");
  await page.getByRole("button", { name: "Races…" }).click();
  await page.getByRole("button", { name: "Add a race" }).click();
  await expect(page.getByRole("dialog").getByText(/weeks? changes?\b/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
});

test("a season begins from typed phases with nothing planned, and from an earlier one", async ({ page }) => {
  await page.goto(`/seasons/new?athlete=${athlete.athleteId}&from=empty`);
  await page.getByLabel("Name").fill("Typed");
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page).toHaveURL(/\/seasons\/[0-9a-f-]+\/[0-9a-f-]+$/);
  await expect(page.getByText("Draft, not assigned yet")).toBeVisible();
  await page.goto(`/seasons/new?athlete=${athlete.athleteId}&from=season`);
  await page.getByRole("button", { name: "Save as a draft" }).click();
  await expect(page.getByText("Draft, not assigned yet")).toBeVisible();
});
