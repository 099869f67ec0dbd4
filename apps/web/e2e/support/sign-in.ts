import { expect, type Page } from "@playwright/test";
import { ask, send } from "./ask.ts";
import { OWNER } from "./people.ts";

type Cookies = Parameters<ReturnType<Page["context"]>["addCookies"]>[0];
const signedIn = new Map<string, Cookies>();

/** Signs in with a password and waits for the page that follows. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** For journeys that are about something else: signs in as an earlier one did, as long as that still holds. */
export async function enterAs(page: Page, { email, password }: { email: string; password: string }) {
  const context = page.context();
  await makeOwner(page);
  await context.addCookies(signedIn.get(email) ?? []);
  if ((await page.request.get("/api/trpc/account.me")).ok()) return;
  await signIn(page, email, password);
  signedIn.set(email, await context.cookies());
}

let isSetUp = false;

/** On a server that nobody has set up yet: a journey alone, or a ground whose journeys are not about that. */
async function makeOwner(page: Page): Promise<void> {
  if (!isSetUp && (await ask<boolean>(page, "firstRun.isOpen"))) {
    const { name, email, password, organisation } = OWNER;
    const token = new URL(process.env.E2E_OWNER_TOKEN_URL ?? "").searchParams.get("token");
    const timeZone = "Europe/Berlin";
    const owner = { token, name, email, password, organisationName: organisation, timeZone };
    await send(page, "firstRun.createOwner", owner);
  }
  isSetUp = true;
}
