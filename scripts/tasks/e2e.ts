import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { stopSignal } from "../process/stop-signal.ts";
import { buildWeb } from "../setup/build-web.ts";
import { findChromium, playwrightCli } from "../setup/chromium.ts";
import { ownerTokenUrl } from "../setup/owner-token.ts";
import { DATA, WEB } from "../setup/paths.ts";
import { loadSecrets } from "../setup/secrets.ts";
import { type Stack, startStack } from "../setup/stack.ts";

/** Runs the browser tests against a whole Mesocycle of their own: new database, built site, worker, mail catcher. */
export async function e2e(args: string[]): Promise<number> {
  const signal = stopSignal();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM")); // `npm test`, which started us, is gone
  process.channel?.unref();
  const server = await buildWeb(signal);
  const chromium = await findChromium();
  const dataDir = join(DATA, `e2e-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const stack = await startStack({
    dataDir,
    secrets: loadSecrets(dataDir),
    durable: false,
    port: 3100,
    mailPort: 1125,
    catchMail: true,
    web: () => ({ script: server, cwd: dirname(server) }),
    signal,
  });
  try {
    const env = { ...process.env, ...(await testEnvironment(stack, chromium)) };
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
