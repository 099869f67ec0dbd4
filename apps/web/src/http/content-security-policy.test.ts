import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { contentSecurityPolicy, TOAST_STYLE_HASHES } from "./content-security-policy.ts";

const require = createRequire(import.meta.url);

test("the toasts' own style sheet is allowed by its hash, in the version that is installed", () => {
  const source = readFileSync(path.join(path.dirname(require.resolve("sonner")), "index.mjs"), "utf8");
  const literal = source.match(/__insertCSS\(("(?:[^"\\]|\\.)*")\)/)?.[1] ?? '""';
  const hashOf = (css: string) => `sha256-${createHash("sha256").update(css).digest("base64")}`;
  expect(TOAST_STYLE_HASHES).toEqual([hashOf(""), hashOf(JSON.parse(literal))]);
});

test("scripts without the request's nonce do not run, and nobody may frame the site", () => {
  const policy = contentSecurityPolicy({ nonce: "abc", development: false });
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});
