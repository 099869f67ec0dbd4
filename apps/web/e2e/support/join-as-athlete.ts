import { type Browser, expect, type Page } from "@playwright/test";
import { linkIn, waitForMail } from "./mail.ts";

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

type Athlete = { name: string; email: string; password: string };
type Scope = "Training" | "Wellness" | "Health" | "Routes";

/** The owner (signed in on `page`) invites an athlete for some scopes; the mail goes out. */
export async function inviteAthlete(page: Page, email: string, scopes: readonly Scope[]): Promise<void> {
  await page.goto("/organisation");
  await page.getByLabel("E-mail").fill(email);
  for (const scope of ["Training", "Wellness", "Health", "Routes"] as const) {
    await page.getByRole("checkbox", { name: new RegExp(`^${scope}`) }).setChecked(scopes.includes(scope));
  }
  // As some do: a second invitation would end the first, whose mail has gone out.
  await page.getByRole("button", { name: "Send invitation" }).dblclick();
  await expect(page.getByText(`Invitation sent to ${email}`)).toBeVisible();
}

/** Opens the invitation of the mail on a phone, agrees to some scopes, makes the account and joins. */
export async function joinAsAthlete(
  browser: Browser,
  athlete: Athlete,
  scopes: readonly Scope[],
): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, locale: "en-GB", timezoneId: "Europe/Oslo" });
  const page = await context.newPage();
  await page.goto(linkIn(await waitForMail(athlete.email, /invites you/)));
  for (const scope of scopes)
    await page.getByRole("switch", { name: new RegExp(`^${scope}`) }).check({ force: true });
  await page.getByLabel("Your name").fill(athlete.name);
  await page.getByLabel("Choose a password").fill(athlete.password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  return page;
}
