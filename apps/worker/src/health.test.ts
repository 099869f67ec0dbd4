import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { type JobHealth, serveHealth } from "./health.ts";
import { createLog } from "./log.ts";
import { loop } from "./loop.ts";

test("a worker is healthy while its jobs succeed, and names the one that fails", async () => {
  const health: JobHealth = new Map();
  const log = createLog("silent");
  const stop = new AbortController();
  let [fails, runs] = [false, 0];
  const job = {
    name: "nights",
    everyMs: 1,
    async run() {
      runs += 1;
      if (fails) throw new Error("the database is away");
      return null;
    },
  };
  const looping = loop(job, log, stop.signal, { health });
  const server = serveHealth(0, health);
  await once(server, "listening");
  const ask = async () => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { status: answer.status, body: (await answer.json()) as { failing: string[] } };
  };
  const untilRuns = async (count: number) => {
    while (runs < count) await new Promise((resume) => setImmediate(resume));
  };
  await untilRuns(2);
  expect((await ask()).status).toBe(200);
  fails = true;
  await untilRuns(runs + 2);
  expect(await ask()).toMatchObject({ status: 503, body: { failing: ["nights"] } });
  fails = false;
  await untilRuns(runs + 2);
  expect((await ask()).status).toBe(200);
  stop.abort();
  await looping;
  server.close();
});
