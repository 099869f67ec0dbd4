import type { Page } from "@playwright/test";

/** How far things jumped without being asked to while something was done. */
export async function layoutShifts(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen = window as unknown as { shifts: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!shift.hadRecentInput) seen.shifts += shift.value;
      }
    }).observe({ type: "layout-shift" });
  });
  await act();
  return await page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}
