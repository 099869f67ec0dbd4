import type { Locator, Page } from "@playwright/test";
import { createDb } from "@repo/db/internal";
import { sql } from "@repo/db/testing";
import { ask } from "../support/ask.ts";
import { checkPage } from "../support/check-page.ts";
import { linkIn, waitForMail } from "../support/mail.ts";
import { OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, LONG, test } from "../support/test.ts";

// Two years of twelve athletes are judged in here, as a first night does it.
test.describe.configure({ mode: "serial", timeout: 300_000 });

const NEED = /^\d+ of 12 athletes needs? you$/;
const needsOf = (page: Page) => page.getByRole("list", { name: "Athletes who need you" }).locator("> li");

test.beforeEach(async ({ page }) => {
  await enterAs(page, OWNER);
});

test("the demo club is made, judged, and says who needs the coach and why", async ({ page }) => {
  await page.goto("/roster");
  await page.getByRole("button", { name: "Look around with demo data" }).click();
  await expect(page.getByText("DEMO:")).toBeVisible({ timeout: 120_000 });
  // Asked for as text: a browser that draws the roster again and again takes the worker's time.
  const roster = async () => (await page.request.get("/roster")).text();
  await expect
    .poll(roster, { intervals: [1_500], timeout: 240_000 })
    .toContain("Loads and warnings are up to date.");
  await page.goto("/roster");
  await expect(page.getByRole("heading", { level: 1, name: NEED })).toBeVisible();
  const needs = needsOf(page);
  expect(await needs.count()).toBeGreaterThanOrEqual(3);
  for (const need of await needs.all()) {
    await expect(need.getByRole("heading")).toHaveText(/Demo$/);
    await expect(need.getByText(/Since \d+ \w+ \d{4}/).first()).toBeVisible();
    await expect(need.getByRole("button", { name: /^Open evidence/ })).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "Athletes: on plan" }).getByRole("row")).not.toHaveCount(0);
  await checkPage(page);
});

test("a coach chooses the hour of the morning report", async ({ page }) => {
  await page.goto("/settings/reports");
  const demo = page.getByRole("region", { name: /^Demo club/ });
  const hour = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    hourCycle: "h23",
    timeZone: "Europe/Berlin",
  });
  // This one: it is on its way while the journeys below look at the roster.
  await demo.getByLabel("Not before").selectOption(String(Number(hour.format(new Date()))));
  await expect(page.getByText(/^It comes at/)).toBeVisible();
  await checkPage(page);
});

test("a warning is snoozed with a reason, comes back by undo, and one called wrong stays away", async ({
  page,
}) => {
  await page.goto("/roster");
  const dialog = await openEvidence(page, needsOf(page).first());
  const nonce = await nonceOf(page);
  expect(nonce).not.toBe("");
  await checkPage(page);
  const title = (await dialog.getByRole("region").first().getAttribute("aria-label")) ?? "";
  await dialog.getByRole("button", { name: "Snooze" }).first().click();
  await expect(dialog.getByText("Say why")).toBeVisible();
  await dialog
    .getByLabel(/^Snooze for 7 days/)
    .first()
    .fill("We spoke about it yesterday");
  await dialog.getByRole("button", { name: "Snooze" }).first().click();
  await expect(page.getByText(title)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(title).first()).toBeVisible();
  // Shown anew twice by now, each time by an answer with a nonce of its own.
  expect(await nonceOf(page)).toBe(nonce);
  const again = await openEvidence(page, needsOf(page).first());
  await again.getByRole("button", { name: "This is wrong" }).first().click();
  await expect(page.getByText(title)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});

test("a fix changes the plan in one click, and the warning rests", async ({ page }) => {
  await page.goto("/roster");
  const fix = page.getByRole("button", { name: /^(Cut|Raise|Add|Swap|Move|Take) .* for .* Demo$/ }).first();
  // Numbers and units keep together on the page; names are compared with plain spaces.
  const name = ((await fix.textContent()) ?? "").trim().replace(/\s+/g, " ");
  await fix.dblclick();
  await expect(page.getByText(/^Done for .* Demo: /)).toBeVisible();
  await expect(page.getByText(/Somebody else changed/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "See the changed plan" })).toHaveAttribute(
    "href",
    /^\/seasons\/[\w-]+\/[\w-]+$/,
  );
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The plan is as it was")).toBeVisible();
  // With the change done another may have been found, which would be refused once the plan is judged anew.
  await expect.poll(athletesWaiting, { timeout: 30_000 }).toBe(0);
  await page.reload();
  await expect(page.getByRole("button", { name, exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name, exact: true }).first().click();
  await expect(page.getByText(/^Done for .* Demo: /)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
});

test("the digest comes by mail with numbers in words, and is a page that knows that it was read", async ({
  page,
}) => {
  let mail: Awaited<ReturnType<typeof waitForMail>> | null = null;
  await expect(async () => {
    mail = await waitForMail(OWNER.email, /of 12 athletes needs? you/);
  }).toPass({ timeout: 150_000 });
  if (!mail) return;
  const { text, html, headers } = mail as Awaited<ReturnType<typeof waitForMail>>;
  expect(text).toMatch(/ Demo\n {2}Week \d+ of \d+, .*\n {2}- /);
  expect(text).toContain("What helps: ");
  expect(html).toMatch(/<img src="[^"]+"[^>]* alt="[^"]*\d+[^"]*"/);
  const link = linkIn(mail);
  await page.goto("/reports");
  await expect(page.getByRole("heading", { level: 1, name: /not opened/ })).toBeVisible();
  await checkPage(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: NEED })).toBeVisible();
  await expect(needsOf(page).first()).toBeVisible();
  await checkPage(page);
  await expect(async () => {
    await page.goto("/reports");
    await expect(page.getByText(/, read$/)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.getByRole("link", { name: /^As of now: Demo club/ }).click();
  await expect(page.getByText("Nothing was sent.")).toBeVisible();
  await checkPage(page);
  // What a mail program's own button does with one request, a person is asked first.
  expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  await page.goto(headers["list-unsubscribe"]?.replace(/[<>]/g, "") ?? "");
  await expect(
    page.getByRole("heading", { level: 1, name: "End the morning report by mail?" }),
  ).toBeVisible();
  await checkPage(page);
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /by mail no more$/ })).toBeVisible();
});

test(
  "a block and a race week are pages and papers, and the digest is mailed on a click",
  LONG,
  async ({ page }) => {
    await page.goto("/roster");
    const [first] = await ask<{ athleteId: string; seasons: { id: string }[] }[]>(page, "season.list");
    const athleteId = first?.athleteId ?? "";
    const seasonId = first?.seasons[0]?.id;
    type Season = { phases: { start: string }[]; request: { races: { date: string }[] } };
    const { phases, request } = await ask<Season>(page, "season.get", { athleteId, seasonId });
    for (const [kind, date, title] of [
      ["block", phases[0]?.start, / block /],
      ["race", request.races[0]?.date, / in \d+ days/],
    ] as const) {
      await page.goto(`/athletes/${athleteId}/reports/${kind}/${date}`);
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      const paper = await page.request.get(`/api/athletes/${athleteId}/report-pdf?kind=${kind}&date=${date}`);
      expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
      await checkPage(page);
    }
    await page.goto("/reports");
    await page.getByRole("link", { name: /^As of now: Demo club/ }).click();
    await page.getByRole("button", { name: "Mail it to me now" }).click();
    // The morning's may have come minutes ago: then it is said, and sent once more only when that is meant.
    const onItsWay = page.getByText("It is on its way");
    await expect(onItsWay.or(page.getByText("It was mailed to you"))).toBeVisible();
    if (!(await onItsWay.isVisible())) {
      await page.getByRole("button", { name: "Mail it once more" }).click();
      await expect(onItsWay).toBeVisible();
    }
  },
);

test("the demo club goes in one click, and nothing of it stays", async ({ page }) => {
  await page.goto("/roster");
  await page.getByRole("button", { name: "Remove demo data" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "No athletes yet" })).toBeVisible({
    timeout: 60_000,
  });
  await checkPage(page);
  expect(await rowsOfAthletes()).toEqual([]);
  await page.goto("/reports");
  await expect(page.getByText("Your morning reports stand here")).toBeVisible();
  await checkPage(page);
});

/** How many athletes something was changed for that is not judged yet. */
async function athletesWaiting(): Promise<number> {
  return await asOwner(async (db) => {
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from athlete_states where needs_judging or dirty_from is not null`,
    );
    return row?.count ?? Number.NaN;
  });
}

/** Rows about an athlete in any table; on this ground nobody but the demo athletes has had any. */
async function rowsOfAthletes(): Promise<string[]> {
  return await asOwner(async (db) => {
    const tables = await db.execute<{ name: string }>(sql`
      select table_name as name from information_schema.columns join pg_class on relname = table_name
       where table_schema = 'public' and column_name = 'athlete_id' and relkind = 'r'`);
    expect(tables.length).toBeGreaterThan(15);
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await db.execute<{ count: number }>(
        sql`select count(athlete_id)::int as count from ${sql.identifier(name)}`,
      );
      if (row?.count !== 0) found.push(`${row?.count} in ${name}`);
    }
    return found;
  });
}

/** Behind the scenes, with the account that owns every table. */
async function asOwner<T>(look: (db: ReturnType<typeof createDb>) => Promise<T>): Promise<T> {
  const db = createDb(process.env.E2E_OWNER_DATABASE_URL ?? "", { max: 1 });
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

async function openEvidence(page: Page, need: Locator): Promise<Locator> {
  await need.getByRole("button", { name: /^Open evidence/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The nonce that libraries read to add style sheets of their own. */
async function nonceOf(page: Page): Promise<string> {
  return await page.evaluate(
    () => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "",
  );
}
