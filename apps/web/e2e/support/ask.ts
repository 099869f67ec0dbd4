import { expect, type Page } from "@playwright/test";

/** Asks a procedure as the signed-in person of a page. */
export async function ask<T>(page: Page, path: string, input?: unknown): Promise<T> {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await page.request.get(`/api/trpc/${path}${query}`);
  const body = (await response.json()) as { result: { data: T } };
  expect(response.ok(), JSON.stringify(body)).toBe(true);
  return body.result.data;
}

/** Sends a change as that person. */
export async function send(page: Page, path: string, input: unknown): Promise<void> {
  const { origin } = new URL(process.env.E2E_APP_URL ?? page.url());
  const response = await page.request.post(`/api/trpc/${path}`, { data: input, headers: { origin } });
  expect(response.ok(), await response.text()).toBe(true);
}
