import { type Browser, expect, type Page } from "@playwright/test";
import { send } from "./ask.ts";
import { linkIn, waitForMail } from "./mail.ts";

type Staff = { name: string; email: string; password: string; orgId: string; role: "coach" | "assistant" };

/** The owner (signed in on `owner`) invites a member of the staff, who makes an account and joins. */
export async function joinAsStaff(browser: Browser, owner: Page, staff: Staff): Promise<Page> {
  const { name, email, password, orgId, role } = staff;
  await send(owner, "organisation.invite", { orgId, email, role, scopes: [] });
  const page = await (await browser.newContext()).newPage();
  await page.goto(linkIn(await waitForMail(email, /invites you/)));
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(/\/roster$/);
  return page;
}
