import { expect, type Locator, type Page } from "@playwright/test";

/** Drags by mouse as a hand does: once it can be taken, with both ends in sight, over the way between them. */
export async function drag(page: Page, card: Locator, goal: Locator): Promise<void> {
  const ready = page.locator('[draggable="true"]').and(card);
  await expect(ready).toBeVisible();
  await goal.scrollIntoViewIfNeeded();
  await ready.scrollIntoViewIfNeeded();
  await expect(goal).toBeInViewport({ ratio: 0.5 });
  await ready.hover();
  await page.mouse.down();
  const box = await goal.boundingBox();
  if (!box) throw new Error("The place to drop it went away.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}
