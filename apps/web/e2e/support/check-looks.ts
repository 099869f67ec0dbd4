import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { showWhole } from "./show-whole.ts";

/** Nothing for axe to say at three widths, light and dark, and no sideways scrolling. */
export async function checkLooks(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of [360, 834, 1440]) {
    await showWhole(page, { width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const found = await axeFaults(page, colorScheme === "light" ? "all" : "colours");
      expect(found, `axe at ${width} px, ${colorScheme}, on ${page.url()}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `sideways scrolling at ${width} px on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
