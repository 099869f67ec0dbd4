import { dirname } from "node:path";
import { stopSignal, untilStopped } from "../process/stop-signal.ts";
import { buildWeb } from "../setup/build-web.ts";
import { claimInstance } from "../setup/instance.ts";
import { ownerTokenUrl } from "../setup/owner-token.ts";
import { DATA } from "../setup/paths.ts";
import { loadSecrets } from "../setup/secrets.ts";
import { type Stack, startStack } from "../setup/stack.ts";

/** Runs Mesocycle until it is stopped. */
export async function start(): Promise<number> {
  const signal = stopSignal();
  const claim = claimInstance(DATA);
  try {
    const server = await buildWeb(signal);
    const stack = await startStack({
      dataDir: DATA,
      secrets: loadSecrets(DATA),
      durable: true,
      port: wantedPort(),
      mailPort: 1025,
      web: () => ({ script: server, cwd: dirname(server) }),
      signal,
    });
    claim.announce(stack.addresses.appUrl);
    await greet(stack);
    await untilStopped(signal);
    console.error("\nStopping …");
    await stack.stop();
    return 0;
  } catch (error) {
    if (signal.aborted) return 130;
    throw error;
  } finally {
    claim.release();
  }
}

/** The port of the site: PORT, else 3000. */
export function wantedPort(): number {
  const port = Number(process.env.PORT ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(
    `PORT is "${process.env.PORT}", which is no port number. Choose one from 1024 to 65535, such as 3000.`,
  );
}

/** Says where everything is. */
export async function greet({ addresses, database, programs }: Stack): Promise<void> {
  const tokenUrl = await ownerTokenUrl(database.authUrl, addresses.appUrl);
  const lines = [`Mesocycle runs at    ${addresses.appUrl}`];
  if (addresses.mailPageUrl)
    lines.push(`Its mails are at     ${addresses.mailPageUrl}  (no SMTP_URL is set: nothing is sent)`);
  if (tokenUrl) lines.push(`Make your account    ${tokenUrl}  (works once, for the owner)`);
  if (database.server) lines.push(`Data                 ${database.server.dataDir}`);
  lines.push(`Logs                 ${dirname(programs.web.logFile)}`, "Stop with Ctrl-C.");
  console.log(`\n${lines.join("\n")}\n`);
}
