import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { showWhole } from "./show-whole.ts";

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
