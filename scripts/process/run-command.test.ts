import { expect, test } from "vitest";
import { capture } from "./run-command.ts";

test("a command that was killed has ended, also while a child of it lives and holds its pipes", async () => {
  const { code, output } = await capture("/bin/sh", ["-c", "sleep 600 & echo $!; kill -9 $$"]);
  const child = Number(output);
  expect(process.kill(child, 0)).toBe(true);
  process.kill(child);
  expect(code).toBe(1);
});
