import type { Page } from "@playwright/test";

/**
 * Weeks that come into sight take their real height: grows the window until the page does not grow any more. An open
 * dialog hides the page, which then need not be drawn whole.
 */
export async function showWhole(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  if ((await page.getByRole("dialog").count()) > 0) return;
  let shown = size.height;
  for (let look = 0; look < 4; look += 1) {
    const height = await wholeHeight(page, size.height);
    if (height === shown) return;
    await page.setViewportSize({ width: size.width, height });
    shown = height;
  }
}

/** High enough for the whole page: what lies behind a bar that sticks to the window can be scrolled free of it. */
async function wholeHeight(page: Page, least: number): Promise<number> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  return Math.min(Math.max(least, height), 60_000);
}
