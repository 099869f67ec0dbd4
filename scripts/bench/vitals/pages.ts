import type { Page } from "./browser.ts";

/** A page and what is done on it; `:athlete` in the path is one of the demo club, `:season` their season. */
export type BenchPage = {
  name: string;
  path: string;
  /** Brings into sight what will be pressed: scrolling there is no part of the press. */
  reach?: (page: Page) => Promise<void>;
  act: (page: Page) => Promise<void>;
};

/** The coach's pages with what a coach does on them: presses, keys, choices, a lifted workout. */
export const BENCH_PAGES: readonly BenchPage[] = [
  {
    name: "roster",
    path: "/roster",
    act: async (page) => {
      await page.getByRole("link", { name: /Demo$/ }).first().focus();
      for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    },
  },
  {
    name: "athletes",
    path: "/athletes",
    act: async (page) => {
      await page.getByRole("columnheader", { name: "Form" }).getByRole("button").click();
      await page.getByRole("checkbox").nth(2).check();
    },
  },
  {
    name: "calendar",
    path: "/athletes/:athlete/calendar",
    act: async (page) => {
      await page.locator('[data-tile][draggable="true"] a').first().focus();
      for (const key of ["Enter", "Tab", "Tab", "Escape"]) await page.keyboard.press(key);
      await page.keyboard.press("j");
    },
  },
  {
    name: "season",
    path: "/seasons/:athlete/:season",
    reach: (page) => page.locator("[data-grip]").first().focus(),
    act: async (page) => {
      for (const key of ["Enter", "Tab", "ArrowDown", "Escape"]) await page.keyboard.press(key);
    },
  },
  {
    name: "athlete",
    path: "/athletes/:athlete",
    reach: (page) => page.getByText("Zones by feel").first().scrollIntoViewIfNeeded(),
    act: async (page) => {
      await page.getByText("Zones by feel").first().click();
    },
  },
  {
    name: "workouts",
    path: "/workouts",
    act: async (page) => {
      await page.getByRole("searchbox").first().pressSequentially("hill");
    },
  },
];
