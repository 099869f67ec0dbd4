import { expect, test } from "vitest";
import { withoutData } from "./log.ts";

test("what stood in a failed query never reaches the log", () => {
  const driver = Object.assign(new Error("null value violates not-null constraint"), { code: "23502" });
  const failed = new Error("Failed query: insert into comments\nparams: my knee hurts", { cause: driver });
  const logged = withoutData(new Error("procedure failed", { cause: failed }));
  expect(logged).toMatchObject({ code: "23502", message: "null value violates not-null constraint" });
  expect(JSON.stringify(logged)).not.toMatch(/knee|insert into/);
  expect(JSON.stringify(withoutData(new Error("Failed query: x\nparams: secret")))).not.toContain("secret");
});
