import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** Nothing for axe to say at phone and desktop size, and no sideways scrolling on the phone. */
export async function checkPage(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await showWhole(page, size);
    const found = await axeFaults(page);
    expect(found, `axe at ${size.width} px on ${page.url()}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `sideways scrolling at ${size.width} px on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}

/** Weeks that come into sight take their real height: grows the window until the page does not grow any more. */
async function showWhole(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
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
