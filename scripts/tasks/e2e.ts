import { globSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { stopSignal } from "../process/stop-signal.ts";
import { buildWeb } from "../setup/build-web.ts";
import { findChromium, playwrightCli } from "../setup/chromium.ts";
import { ownerTokenUrl } from "../setup/owner-token.ts";
import { DATA, WEB } from "../setup/paths.ts";
import { removeLeftGrounds } from "../setup/remove-left-grounds.ts";
import { loadSecrets } from "../setup/secrets.ts";
import { type Stack, startStack } from "../setup/stack.ts";

/** A folder of journeys that have a whole Mesocycle to themselves, and build on one another in the order of names. */
type Ground = { name: string; port: number; mailPort: number };

/**
 * Runs the browser tests, each ground beside the others against a Mesocycle of its own: new database, built site,
 * worker, mail catcher.
 *
 * @param args for Playwright; names of files choose journeys, and only their grounds are made
 */
export async function e2e(args: string[]): Promise<number> {
  const signal = stopSignal();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM")); // `npm test`, which started us, is gone
  process.channel?.unref();
  await removeLeftGrounds();
  const grounds = groundsOf(args);
  const [server, chromium] = [await buildWeb(signal), await findChromium()];
  const runs = await Promise.allSettled(
    grounds.map((ground) => runGround(ground, { server, chromium, signal, args })),
  );
  const [broken] = runs.filter((run) => run.status === "rejected");
  if (broken) throw broken.reason;
  return Math.max(...runs.map((run) => (run.status === "fulfilled" ? run.value : 1)));
}

function groundsOf(args: string[]): Ground[] {
  const files = globSync("*/*.spec.ts", { cwd: join(WEB, "e2e") });
  const asked = files.filter((file) => args.some((name) => file.includes(name)));
  const names = [...new Set((asked.length > 0 ? asked : files).map((file) => dirname(file)))].sort();
  return names.map((name, index) => ({ name, port: 3100 + 40 * index, mailPort: 1125 + 40 * index }));
}

type With = { server: string; chromium: string; signal: AbortSignal; args: string[] };

async function runGround({ name, port, mailPort }: Ground, { server, chromium, signal, args }: With) {
  const dataDir = join(DATA, `e2e-${process.pid}-${name}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const stack = await startStack({
    dataDir,
    secrets: loadSecrets(dataDir),
    durable: false,
    port,
    mailPort,
    catchMail: true,
    web: () => ({ script: server, cwd: dirname(server) }),
    signal,
  });
  try {
    const env = { ...process.env, E2E_GROUND: name, ...(await testEnvironment(stack, chromium)) };
    const command = [playwrightCli(), "test", "-c", join(WEB, "playwright.config.ts"), ...args];
    return await runInForeground(process.execPath, command, { cwd: WEB, env, signal });
  } finally {
    await stack.stop();
    if (stack.database.server) rmSync(stack.database.server.dataDir, { recursive: true, force: true });
    if (!process.env.E2E_KEEP) rmSync(dataDir, { recursive: true, force: true });
  }
}

async function testEnvironment({ addresses, database }: Stack, chromium: string): Promise<NodeJS.ProcessEnv> {
  return {
    E2E_APP_URL: addresses.appUrl,
    E2E_MAIL_URL: addresses.mailPageUrl ?? "",
    E2E_OWNER_DATABASE_URL: database.ownerUrl,
    E2E_OWNER_TOKEN_URL: (await ownerTokenUrl(database.authUrl, addresses.appUrl)) ?? "",
    E2E_CHROMIUM: chromium,
  };
}
