import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { showWhole } from "./show-whole.ts";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** Nothing for axe to say, and no sideways scrolling: axe at the size the journey has, in the deep form at both. */
export async function checkPage(page: Page): Promise<void> {
  const before = page.viewportSize();
  const own = SIZES.find(({ width }) => width === before?.width) ?? SIZES[0];
  for (const size of SIZES) {
    const isLookedAt = process.env.MESOCYCLE_LONG || size === own;
    await (isLookedAt ? showWhole(page, size) : page.setViewportSize(size));
    if (isLookedAt) {
      const found = await axeFaults(page);
      expect(found, `axe at ${size.width} px on ${page.url()}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `sideways scrolling at ${size.width} px on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  if (before) await page.setViewportSize(before);
}
