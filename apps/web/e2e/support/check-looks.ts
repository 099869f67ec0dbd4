import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Nothing for axe to say at three widths, light and dark, and no sideways scrolling. */
export async function checkLooks(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 834, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
      const { violations } = await axe
        .exclude("[data-live-announcer]")
        .exclude("[data-sonner-toaster]")
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}\n  ${nodes.map(({ html }) => html).join("\n  ")}`,
      );
      expect(found, `axe at ${width} px, ${colorScheme}, on ${page.url()}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `sideways scrolling at ${width} px on ${page.url()}`).toBeLessThanOrEqual(0);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
