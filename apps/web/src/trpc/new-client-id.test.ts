import { expect, test } from "vitest";
import { z } from "zod";
import { newClientId } from "./new-client-id.ts";

test("a browser's id is a UUIDv7, and later ones sort after earlier ones", async () => {
  const first = newClientId();
  expect(z.uuidv7().safeParse(first).success).toBe(true);
  await new Promise((resume) => setTimeout(resume, 5));
  expect(newClientId() > first).toBe(true);
});
