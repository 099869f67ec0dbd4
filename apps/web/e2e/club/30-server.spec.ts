import { createRequire } from "node:module";
import { checkPage } from "../support/check-page.ts";
import { OWNER } from "../support/people.ts";
import { enterAs } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

const DEAD = "unreachable@example.org";

/** As the owner of the database: what no journey can wait for, eight tries over hours. */
async function ask(question: string): Promise<void> {
  const postgres = createRequire(new URL("../../../../packages/db/package.json", import.meta.url))(
    "postgres",
  );
  const sql = postgres(process.env.E2E_OWNER_DATABASE_URL, { max: 1, onnotice: () => {} });
  await sql.unsafe(question);
  await sql.end();
}

test("whoever runs the server sees how it works, and sends a dead mail again", async ({ page }) => {
  await ask(`insert into outbox (id, dedupe_key, kind, payload, state, attempts, dead_at, last_error)
    values (gen_random_uuid(), 'invitation:' || gen_random_uuid(), 'mail',
      '{"to": "${DEAD}", "subject": "Hello", "text": "Hello"}', 'dead', 8, now(), 'connect ECONNREFUSED')`);
  await enterAs(page, OWNER);
  await page.goto("/settings");
  await page.getByRole("link", { name: /^The server/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "1 mail could not be sent" })).toBeVisible();
  await expect(page.getByText("connect ECONNREFUSED")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "Workers" }).getByText(/last heard of \d+ s ago/),
  ).toBeVisible();
  await checkPage(page);
  await page.getByRole("button", { name: `Send again to ${DEAD}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "The server does its work" })).toBeVisible();
  await expect(page.getByText("connect ECONNREFUSED")).toHaveCount(0);
});
