import { checkPage } from "../support/check-page.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { ATHLETE, OWNER } from "../support/people.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

test("a wrong password and an unknown address get the same answer", async ({ page }) => {
  await page.goto("/sign-in");
  await checkPage(page);
  const answers: (string | null)[] = [];
  for (const email of [OWNER.email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    answers.push(await page.getByRole("alert").getByText("do not belong together").textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("a link by mail signs in, once, and leads where one wanted to go", async ({ page }) => {
  await page.goto("/settings/profile");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(ATHLETE.email);
  await page.getByRole("button", { name: "Send me a link instead" }).click();
  await expect(page).toHaveURL(/\/sign-in\/check-mail/);
  await checkPage(page);
  const link = linkIn(await waitForMail(ATHLETE.email, /Sign in/));
  await page.goto(link);
  await checkPage(page);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/settings\/profile/);

  await page.context().clearCookies();
  await page.goto(link);
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").getByText("used already")).toBeVisible();
});

test(
  "signing out everywhere ends the other device with its next request",
  LONG,
  async ({ page, browser }) => {
    const other = await (await browser.newContext()).newPage();
    await signIn(page, OWNER.email, OWNER.password);
    await signIn(other, OWNER.email, OWNER.password);
    await page.goto("/settings/sessions");
    await checkPage(page);
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await checkPage(page);
    await page.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await other.goto("/organisation");
    await expect(other).toHaveURL(/\/sign-in/);
    await other.context().close();
  },
);

test("after signing out, Back shows nothing of the page", LONG, async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  await page.goto("/organisation");
  await page.goto("/settings");
  await checkPage(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out")).toBeVisible();
  await page.goBack();
  await expect(page.getByText(OWNER.email)).toHaveCount(0);
});

test("a forgotten password is replaced by a link, and the old one ends", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await checkPage(page);
  await page.getByLabel("E-mail").fill("nils@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.goto(linkIn(await waitForMail("nils@example.org", /new password/)));
  await checkPage(page);
  await page.getByLabel("New password").fill("seven tall birches");
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(page.getByText("Your new password is set")).toBeVisible();
  await signIn(page, "nils@example.org", "seven tall birches");
});

test("the account's name, look and password can be changed", LONG, async ({ page }) => {
  await signIn(page, OWNER.email, OWNER.password);
  await page.goto("/settings/account");
  await checkPage(page);
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await checkPage(page);
  await page.getByLabel("Password now").fill("not the password");
  await page.getByLabel("New password").fill("five words in a row");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The present password does not fit.")).toBeVisible();
});

test("an account takes another address by the link that goes there", LONG, async ({ page }) => {
  await signIn(page, "nils@example.org", "seven tall birches");
  await page.goto("/settings/account");
  await page.getByLabel("New address").fill("nils.berg@example.org");
  await page.getByRole("textbox", { name: "Password", exact: true }).fill("seven tall birches");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("a link is on its way there")).toBeVisible();
  await checkPage(page);
  await page.goto(linkIn(await waitForMail("nils.berg@example.org", /Use this address/)));
  await checkPage(page);
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText("You sign in as nils.berg@example.org.")).toBeVisible();
  await waitForMail("nils@example.org", /another address/);
});
