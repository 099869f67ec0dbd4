import { expect, type Page } from "@playwright/test";
import { axeFaults } from "./axe.ts";
import { showWhole } from "./show-whole.ts";

const WIDTHS = [360, 834, 1440];
const THEMES = ["light", "dark"] as const;
/** The extremes, and both themes; all six in the deep form. */
const LOOKS = WIDTHS.flatMap((width) => THEMES.map((theme) => ({ width, theme }))).filter(
  ({ width, theme }) => process.env.MESOCYCLE_LONG || (theme === "light" ? width === 360 : width === 1440),
);

/** Nothing for axe to say at phone, tablet and desktop width, light and dark, and no sideways scrolling. */
export async function checkLooks(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    const looks = LOOKS.filter((look) => look.width === width);
    const size = { width, height: 900 };
    await (looks.length > 0 ? showWhole(page, size) : page.setViewportSize(size));
    for (const { theme: colorScheme } of looks) {
      await page.emulateMedia({ colorScheme });
      const found = await axeFaults(page);
      expect(found, `axe at ${width} px, ${colorScheme}, on ${page.url()}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `sideways scrolling at ${width} px on ${page.url()}`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
