import { test as base, expect } from "@playwright/test";

/** A journey that `npm test` leaves out: `npm run e2e` and `npm run test:long` walk all. */
export const LONG = { tag: "@long" };

/** Fails a journey in which a page logs an error, such as a script or style that the policy stops. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => {
        const isFault = message.type() === "error" && !/Failed to load resource/.test(message.text());
        if (isFault) errors.push(message.text());
      });
      page.on("pageerror", (error) => errors.push(error.message));
      await use(undefined);
      expect(errors, "what the browser's console says").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
