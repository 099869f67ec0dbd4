import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./source-files.ts";

/** Below these versions lie published holes that this project would have. */
const FLOORS: Record<string, string> = {
  next: "16.2.6", // bypasses of the proxy, server-side requests by WebSocket, poisoned caches
  "react-dom": "19.2.6", // CVE-2026-23870: what deserialising a request for server components could do
  "next-auth": "5.0.0-beta.32", // look-alike addresses, sign-in state of another provider
  "fast-xml-parser": "5.10.1", // CVE-2026-73569, after four holes in how entities expand
  nodemailer: "9.1.0", // GHSA-2x7j-588g-ccc2: a list of addresses that takes for ever; GHSA-p6gq-j5cr-w38f: files by raw mails
};

const LOCK = readFileSync(join(ROOT, "pnpm-lock.yaml"), "utf8");

function lockedVersions(name: string): string[] {
  const packages = LOCK.slice(LOCK.indexOf("\npackages:"), LOCK.indexOf("\nsnapshots:"));
  return [...packages.matchAll(/^ {2}'?(@?[^@'\s]+)@([^:'(\s]+)'?:$/gm)]
    .filter((match) => match[1] === name)
    .map((match) => match[2] ?? "");
}

/** Compares what versions consist of here: numbers between dots and hyphens. */
function isBelow(version: string, floor: string): boolean {
  const [own, least] = [version, floor].map((text) => text.match(/\d+/g)?.map(Number) ?? []);
  for (const [index, part] of (least ?? []).entries()) {
    const mine = own?.[index] ?? 0;
    if (mine !== part) return mine < part;
  }
  return false;
}

test.each(Object.entries(FLOORS))("%s is %s or newer wherever it is locked", (name, floor) => {
  const versions = lockedVersions(name);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
});

test("versions are compared as numbers", () => {
  expect(isBelow("16.2.5", "16.2.6")).toBe(true);
  expect(isBelow("16.10.0", "16.2.6")).toBe(false);
  expect(isBelow("5.0.0-beta.9", "5.0.0-beta.32")).toBe(true);
});

test("the database driver is locked with the guard that keeps a dying connection from ending the process", () => {
  expect(LOCK).toMatch(/patchedDependencies:\n\s+postgres@3\.4\.9:/);
  expect(readFileSync(join(ROOT, "patches/postgres@3.4.9.patch"), "utf8")).toMatch(/^\+.*socket/m);
});
