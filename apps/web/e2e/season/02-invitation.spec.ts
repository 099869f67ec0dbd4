import { checkPage } from "../support/check-page.ts";
import { inviteAthlete, joinAsAthlete } from "../support/join-as-athlete.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test.describe.configure({ mode: "serial" });

test("a coach invites; the athlete sees who would see what, joins on a phone and sets up", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  let asked = 0;
  page.on("request", (request) => {
    asked += request.url().match(/organisation\.invite\b/g)?.length ?? 0;
  });
  await inviteAthlete(page, ATHLETE.email, ["Training", "Wellness"]);
  expect(asked).toBe(1);

  const looking = await (await browser.newContext()).newPage();
  await looking.goto(linkIn(await waitForMail(ATHLETE.email, /invites you/)));
  await expect(looking.getByRole("heading", { name: `${OWNER.name} invites you` })).toBeVisible();
  await expect(looking.getByRole("switch", { name: /^Training/ })).not.toBeChecked();
  await expect(looking.getByRole("switch", { name: /^Health/ })).toHaveCount(0);
  await checkPage(looking);
  await looking.context().close();

  const phone = await joinAsAthlete(browser, ATHLETE, ["Training", "Wellness"]);
  await expect(phone.getByLabel("Time zone")).toHaveValue("Europe/Oslo");
  await checkPage(phone);
  await phone.getByRole("button", { name: "Next" }).click();
  await expect(phone.getByRole("heading", { name: "A recent result" })).toBeVisible();
  await phone.getByRole("button", { name: "Next" }).click();
  await expect(phone.getByText("This cannot stay empty. Write it like 19:58.")).toBeVisible();
  await expect(phone.getByLabel("Time", { exact: true })).toBeFocused();
  await phone.getByLabel("Time", { exact: true }).fill("20:00");
  await expect(phone.getByText("This cannot stay empty")).toHaveCount(0);
  await checkPage(phone);
  await phone.getByRole("button", { name: "Next" }).click();
  await expect(phone.getByRole("heading", { name: "Your week" })).toBeVisible();
  await phone.goBack();
  await expect(phone.getByText("5 km in 20:00")).toBeVisible();
  await phone.reload();
  await expect(phone.getByText("5 km in 20:00")).toBeVisible();
  await phone.getByRole("button", { name: "Next" }).click();
  await phone.getByRole("checkbox", { name: "Mon" }).uncheck({ force: true });
  await phone.getByRole("radio", { name: "5" }).check({ force: true });
  await phone.getByRole("combobox", { name: "Long run on" }).selectOption("Sunday");
  await checkPage(phone);
  await phone.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(phone).toHaveURL(/\/today$/);

  await phone.goto("/settings/profile");
  await expect(phone.getByText("5 km in 20:00").first()).toBeVisible();
  await expect(phone.getByRole("checkbox", { name: "Mon" })).not.toBeChecked();
  await expect(phone.getByRole("combobox", { name: "Long run on" })).toHaveValue("sun");
  await checkPage(phone);
  await phone.context().close();

  await page.goto("/organisation");
  await expect(page.getByText(ATHLETE.email)).toBeVisible();
});

test("an invitation works once", async ({ page }) => {
  await page.goto(linkIn(await waitForMail(ATHLETE.email, /invites you/)));
  await expect(page.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
  await expect(page.getByText("It was accepted already")).toBeVisible();
});

test("an invitation for another address cannot be taken by whoever is signed in", async ({
  page,
  browser,
}) => {
  await enterAs(page, OWNER);
  await inviteAthlete(page, "nils@example.org", ["Training"]);
  await page.goto(linkIn(await waitForMail("nils@example.org", /invites you/)));
  await expect(page.getByText(`You are signed in as ${OWNER.email}`)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Join/ })).toHaveCount(0);

  const phone = await joinAsAthlete(
    browser,
    { name: "Nils Berg", email: "nils@example.org", password: "quiet river stones" },
    [],
  );
  await phone.goto("/settings/people");
  await expect(phone.getByRole("switch", { name: /^Training/ })).not.toBeChecked();
  await phone.context().close();
});

test("the athlete ends what a coach sees, and gives it again", async ({ page }) => {
  await enterAs(page, ATHLETE);
  await page.goto("/settings/people");
  await checkPage(page);
  const wellness = page.getByRole("switch", { name: /^Wellness/ });
  await expect(wellness).toBeChecked();
  await wellness.click({ force: true }); // what it shows follows when the answer is there
  await expect(page.getByText("no longer sees it")).toBeVisible();
  await page.reload();
  await expect(wellness).not.toBeChecked();
  const saved = page.waitForResponse(/people\.grant/);
  await wellness.click({ force: true });
  await expect(page.getByText("Since")).toHaveCount(2);
  await saved;
  await page.reload();
  await expect(wellness).toBeChecked();
});
