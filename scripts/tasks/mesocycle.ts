import { join } from "node:path";
import { runInForeground } from "../process/run-command.ts";
import { workerEnvironment } from "../setup/environment.ts";
import { runningUrl } from "../setup/instance.ts";
import { openDatabase } from "../setup/open-database.ts";
import { DATA, WORKER } from "../setup/paths.ts";
import { loadSecrets } from "../setup/secrets.ts";

/** Runs a subcommand that needs the database; one that was started for it is stopped again. */
export async function mesocycle(args: string[]): Promise<number> {
  const secrets = loadSecrets(DATA);
  const database = await openDatabase({ dataDir: DATA, secrets, durable: true });
  const addresses = {
    appUrl: process.env.APP_URL ?? runningUrl(DATA) ?? "http://localhost:3000",
    smtpUrl: process.env.SMTP_URL ?? "",
    mailPageUrl: null,
  };
  const env = {
    ...workerEnvironment(database, secrets, addresses),
    OWNER_DATABASE_URL: database.ownerUrl,
    BACKUP_DATABASE_URL: database.backupUrl,
  };
  try {
    const main = join(WORKER, "src", "cli", "run.ts");
    return await runInForeground(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
      env,
    });
  } finally {
    if (database.server && !database.server.adopted) await database.server.stop();
  }
}
