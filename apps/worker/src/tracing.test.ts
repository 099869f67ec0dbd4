import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startTracing } from "./tracing.ts";

test("with an endpoint every job is a span, and an error is its status and nothing more", async () => {
  const bodies: string[] = [];
  const collector = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      bodies.push(`${request.url} ${body}`);
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
  const { trace, stop } = await startTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}`);
  expect(await trace("nights", async () => 7)).toBe(7);
  await expect(trace("outbox", () => Promise.reject(new Error("my knee")))).rejects.toThrow("my knee");
  await stop();
  collector.close();
  const sent = bodies.join("\n");
  expect(sent).toMatch(/^\/v1\/traces /);
  expect(sent).toContain('"name":"nights"');
  expect(sent).toContain('"name":"outbox"');
  expect(sent).toContain("mesocycle-worker");
  expect(sent).not.toContain("knee");
});

test("without an endpoint work is just done", async () => {
  const { trace, stop } = await startTracing(undefined);
  expect(await trace("nights", async () => 7)).toBe(7);
  await stop();
});
