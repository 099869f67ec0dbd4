import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, ContextSpec, RunOptions } from "axe-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG: RunOptions = { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] } };
/** React Aria leaves what it announced there for seconds, also when the named control is gone; toasts come and go. */
const PASSING = ["[data-live-announcer]", "[data-sonner-toaster]"];

type Axe = { run: (context: ContextSpec, options: RunOptions) => Promise<AxeResults> };

/** What axe finds, one text a rule. The script is put into a page once: there are no frames, and it is not small. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  await settled(page);
  const options: RunOptions = { ...WCAG, resultTypes: ["violations"] };
  const violations = await page.evaluate(
    async ([exclude, how]) => {
      const { axe } = window as unknown as { axe: Axe };
      // Behind an open dialog the page is out of reach; it is looked at when nothing stands before it.
      const dialogs = '[role="dialog"], [role="alertdialog"]';
      const include = document.querySelector(dialogs) ? [[dialogs]] : undefined;
      return (await axe.run(include ? { include, exclude } : { exclude }, how)).violations;
    },
    [PASSING.map((each) => [each]), options] as const,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((n) => n.html).join("\n  ")}`,
  );
}

/**
 * A dialog that fades in, colours that run from one theme to the other: waits until what ends has ended. A change of
 * theme begins its transitions a frame later, and one that ends may begin another.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const ends = (each: Animation) => each.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY;
    const running = () =>
      document.getAnimations().filter((each) => ends(each) && each.playState === "running");
    do {
      await Promise.allSettled(running().map(({ finished }) => finished));
      await frame();
      await frame();
    } while (running().length > 0);
  });
}
