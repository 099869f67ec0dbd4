import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { stopSignal } from "../process/stop-signal.ts";
import { buildWeb } from "../setup/build-web.ts";
import { ownerTokenUrl } from "../setup/owner-token.ts";
import { DATA } from "../setup/paths.ts";
import { loadSecrets } from "../setup/secrets.ts";
import { startStack } from "../setup/stack.ts";
import { openBrowser, type Page } from "./vitals/browser.ts";
import { BENCH_PAGES, type BenchPage } from "./vitals/pages.ts";

/** Times depend on the machine: a miss beyond this factor fails the run. */
const SLACK = 1.25;
const GOAL_MS = 100;
const GOAL_SHIFT = 0.01;
const SLOWDOWN = 4;
/** Twelve athletes with two years each are made meanwhile. */
const DEMO_MS = 300_000;
const LOOKS = 30;

/** The longest interaction in milliseconds and what it was, how far things jumped and which. */
type Seen = { inp: number; slowest: string; shift: number; jumped: string };
type Row = { id: string; page: string; what: string; goal: string; now: string; pass: boolean };

/**
 * Interaction to next paint and layout shift of the coach's pages at a quarter of the processor's speed (performance
 * goals W10, W11), beside a page without any framework. `--quick`: three rounds instead of seven.
 */
async function run(args: readonly string[]): Promise<number> {
  const rounds = args.includes("--quick") ? 3 : 7;
  const signal = stopSignal();
  const server = await buildWeb(signal);
  const dataDir = join(DATA, `bench-vitals-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const secrets = loadSecrets(dataDir);
  const web = () => ({ script: server, cwd: dirname(server) });
  const ports = { port: 3480, mailPort: 1480 };
  const stack = await startStack({
    dataDir,
    secrets,
    durable: false,
    catchMail: true,
    web,
    signal,
    ...ports,
  });
  const floor = await serveFloor();
  const { page, close } = await openBrowser();
  try {
    const { appUrl } = stack.addresses;
    await page.addInitScript({ content: WATCH });
    const { athleteId, seasonId } = await settle(page, {
      appUrl,
      link: (await ownerTokenUrl(stack.database.authUrl, appUrl)) ?? "",
    });
    const pages: BenchPage[] = [
      { name: "no framework", path: floor.url, act: (at) => at.locator("button").click() },
      ...BENCH_PAGES.map((each) => ({
        ...each,
        path: appUrl + each.path.replace(":athlete", athleteId).replace(":season", seasonId),
      })),
    ];
    const seen = new Map<string, Seen[]>(pages.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const each of pages) seen.get(each.name)?.push(await visit(page, each));
    const rows = pages.flatMap(({ name }) => rowsOf(name, seen.get(name) ?? []));
    console.table(rows);
    for (const [name, visits] of seen) {
      const last = visits.at(-1);
      if (last?.jumped) console.log(`${name}: what jumped last is ${last.jumped}`);
      if (last?.slowest) console.log(`${name}: slowest was ${last.slowest}`);
    }
    return rows.every(({ pass }) => pass) ? 0 : 1;
  } finally {
    await close();
    await floor.close();
    await stack.stop();
    if (stack.database.server) rmSync(stack.database.server.dataDir, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Makes the owner, fills the demo club, and gives one of its athletes with a season. */
async function settle(page: Page, { appUrl, link }: { appUrl: string; link: string }) {
  await page.goto(link, { waitUntil: "networkidle" });
  const said = { "Your name": "Owner Demo", "E-mail": "owner@example.org", Password: "four words in a row" };
  for (const [label, text] of Object.entries(said)) await page.getByLabel(label).fill(text);
  await page.getByLabel("Name of your club").fill("River Club");
  await page.getByRole("button", { name: "Set up Mesocycle" }).click();
  await page.waitForURL(/roster/, { timeout: 60_000 });
  await page
    .getByRole("button", { name: /demo data/ })
    .first()
    .click();
  await page.getByRole("link", { name: /Demo$/ }).first().waitFor({ timeout: DEMO_MS });
  // Also judged: until then the worker has the processor, and the roster gets new numbers while it is looked at.
  for (let look = 0; look < LOOKS; look += 1) {
    await page.goto(`${appUrl}/roster`, { waitUntil: "networkidle" });
    if (await page.evaluate<boolean>(`document.body.innerText.includes("up to date")`)) break;
    await page.evaluate("new Promise((done) => setTimeout(done, 2000))");
  }
  const listed = await page.request.get(`${appUrl}/api/trpc/season.list`);
  const body = (await listed.json()) as {
    result: { data: { athleteId: string; seasons: { id: string }[] }[] };
  };
  const [first] = body.result.data;
  return { athleteId: first?.athleteId ?? "", seasonId: first?.seasons[0]?.id ?? "" };
}

async function visit(page: Page, { path, reach, act }: BenchPage): Promise<Seen> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  try {
    await page.goto(path, { waitUntil: "networkidle" });
    await reach?.(page);
    // A page that still begins to listen is not pressed: what it takes to begin is another goal's.
    await page.evaluate(IDLE);
    await act(page);
    // The last paint after the last press, and what the observers are told of it.
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 400)))");
    return await page.evaluate<Seen>("window.seen");
  } finally {
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await cdp.detach();
  }
}

/** Runs in the page until nothing has been waiting to run for a while. */
const IDLE = `new Promise((done) => {
  let calm = 0;
  const look = (left) => {
    calm = left.timeRemaining() > 20 ? calm + 1 : 0;
    if (calm >= 10) done();
    else setTimeout(() => requestIdleCallback(look), 50);
  };
  requestIdleCallback(look);
})`;

/** Runs in the page: the longest interaction, and what jumped without being asked to. */
const WATCH = `(() => {
  const seen = (window.seen = { inp: 0, slowest: "", shift: 0, jumped: "" });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.interactionId && entry.duration > seen.inp)
        Object.assign(seen, { inp: entry.duration, slowest: entry.name });
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const { node } of entry.sources) seen.jumped = (node?.outerHTML ?? node?.textContent ?? "").slice(0, 160);
    }
  }).observe({ type: "layout-shift", buffered: true });
})()`;

function rowsOf(page: string, seen: readonly Seen[]): Row[] {
  const inp = median(seen.map((each) => each.inp));
  const shift = median(seen.map((each) => each.shift));
  return [
    {
      id: "W10",
      page,
      what: `interaction to next paint, processor ÷ ${SLOWDOWN}`,
      goal: `≤ ${GOAL_MS} ms`,
      now: `${inp} ms`,
      pass: inp <= GOAL_MS * SLACK,
    },
    {
      id: "W11",
      page,
      what: "layout shift",
      goal: `≤ ${GOAL_SHIFT}`,
      now: shift.toFixed(4),
      pass: shift <= GOAL_SHIFT,
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The same kind of page without any framework: what the browser itself takes for a press. */
async function serveFloor(): Promise<{ url: string; close(): Promise<void> }> {
  const html = `<!doctype html><title>Floor</title><button onclick="this.textContent = 'Pressed'">Press</button>`;
  const server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

process.exitCode = await run(process.argv.slice(2));
