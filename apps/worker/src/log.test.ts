import { expect, test } from "vitest";
import { createLog } from "./log.ts";

test("a line holds what is on the list and nothing that somebody entered", () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => lines.push(line) });
  const fault = new Error("Failed query: …\nparams: sixty-one,my knee", {
    cause: new Error('"my knee" is no number'),
  });
  log.info({ job: "nights", done: 3, ...({ notes: "my knee", restingHr: "sixty-one" } as object) }, "done");
  log.error({ athleteId: "a", fault }, "failed");
  log.info("worker started");
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(["done", "failed", "worker started"]);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ job: "nights", done: 3 });
  expect(lines.join()).not.toMatch(/knee|sixty-one/);
});
