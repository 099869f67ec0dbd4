import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { capture } from "../process/run-command.ts";
import { WEB } from "./paths.ts";

/** First the one without windows: it computes less than a whole browser that hides its window. */
const SYSTEM_CHROMIUM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const PACKAGES = ["chromium-headless-shell", "chromium"];

/** A browser for the tests: the system's, else Playwright's own, else it is fetched. Empty means Playwright's own. */
export async function findChromium(): Promise<string> {
  const system = () => SYSTEM_CHROMIUM.find((path) => existsSync(path));
  const found = system();
  if (found) return found;
  if (await hasOwnChromium()) return "";
  console.error("Fetching Chromium for the browser tests …");
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await capture("apt-get", ["update"]);
    for (const name of PACKAGES) {
      await capture("apt-get", ["install", "-y", "--no-install-recommends", name], {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
      const installed = system();
      if (installed) return installed;
    }
  }
  const { code, output } = await playwright(["install", "chromium-headless-shell"]);
  if (code === 0) return "";
  throw new Error(
    `Chromium could not be fetched:\n${output.trim().split("\n").slice(-8).join("\n")}\n` +
      "Install it with the system's package manager (for example: sudo apt-get install chromium) and try again.",
  );
}

async function hasOwnChromium(): Promise<boolean> {
  const { output } = await playwright(["install", "--dry-run", "chromium-headless-shell"]);
  const folders = [...output.matchAll(/Install location:\s+(.+)/g)].map((match) => (match[1] ?? "").trim());
  const browser = folders.find((folder) => folder.includes("headless"));
  return browser !== undefined && existsSync(join(browser, "INSTALLATION_COMPLETE"));
}

function playwright(args: string[]) {
  return capture(process.execPath, [playwrightCli(), ...args]);
}

/** Playwright's command line, as installed for the web app. */
export function playwrightCli(): string {
  return join(
    createRequire(join(WEB, "package.json")).resolve("@playwright/test/package.json"),
    "..",
    "cli.js",
  );
}
