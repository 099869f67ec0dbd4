import { createRequire } from "node:module";
import { join } from "node:path";
import { findChromium } from "../../setup/chromium.ts";
import { WEB } from "../../setup/paths.ts";

type Named = { name: string | RegExp };
type Locator = {
  first(): Locator;
  nth(at: number): Locator;
  getByRole(role: string, named?: Named): Locator;
  click(): Promise<void>;
  focus(): Promise<void>;
  scrollIntoViewIfNeeded(): Promise<void>;
  check(): Promise<void>;
  waitFor(options: { timeout: number }): Promise<void>;
  fill(text: string): Promise<void>;
  pressSequentially(text: string): Promise<void>;
};
type Answer = { json(): Promise<unknown> };
type Session = { send(what: string, how: object): Promise<unknown>; detach(): Promise<void> };
type Context = { newPage(): Promise<Page>; newCDPSession(page: Page): Promise<Session> };

/** What is used of Playwright, which only the site depends on. Scripts for the page are texts: they run there. */
export type Page = {
  goto(url: string, options?: { waitUntil: "networkidle" }): Promise<unknown>;
  waitForURL(url: RegExp, options: { timeout: number }): Promise<void>;
  addInitScript(script: { content: string }): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
  context(): Context;
  locator(selector: string): Locator;
  getByRole(role: string, named?: Named): Locator;
  getByLabel(label: string): Locator;
  getByText(text: string): Locator;
  keyboard: { press(key: string): Promise<void> };
  request: {
    get(url: string): Promise<Answer>;
  };
};
type Browser = { newContext(options: object): Promise<Context>; close(): Promise<void> };

/** A browser at a laptop's size. */
export async function openBrowser(): Promise<{ page: Page; close(): Promise<void> }> {
  const executablePath = (await findChromium()) || undefined;
  const { chromium } = createRequire(join(WEB, "package.json"))("@playwright/test");
  const browser: Browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  return { page: await context.newPage(), close: () => browser.close() };
}
