import { join } from "node:path";
import { isAlive } from "../../packages/db/src/embedded/process-state.ts";
import { type Program, type Supervised, supervise } from "../process/supervise.ts";
import { type Addresses, webEnvironment, workerEnvironment } from "./environment.ts";
import { findPort } from "./find-port.ts";
import { type OpenDatabase, openDatabase, startServer } from "./open-database.ts";
import { ROOT, WORKER } from "./paths.ts";
import type { Secrets } from "./secrets.ts";

const FIRST_ANSWER_MS = 120_000;
const DATABASE_CHECK_MS = 500;

export type StackOptions = {
  dataDir: string;
  secrets: Secrets;
  durable: boolean;
  /** The port wanted for the site; the next free one is taken instead. */
  port: number;
  /** Ports wanted for the mail catcher. */
  mailPort: number;
  /** The program that serves the site, once its environment is known. */
  web(env: NodeJS.ProcessEnv): Omit<Program, "env" | "logDir" | "name">;
  /** Start the mail catcher even when SMTP_URL names a server. */
  catchMail?: boolean;
  /** Gives up a start that is under way. */
  signal?: AbortSignal;
};

export type Stack = {
  addresses: Addresses;
  database: OpenDatabase;
  programs: { web: Supervised; worker: Supervised; mail: Supervised | null };
  stop(): Promise<void>;
};

/** Starts everything Mesocycle consists of and keeps it running until it is stopped. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const database = await openDatabase(options);
  const running: Supervised[] = [];
  const guard = guardDatabase(options, database);
  const stop = async () => {
    guard.stop();
    await Promise.all(running.map((program) => program.stop()));
    await guard.server()?.stop();
  };
  try {
    const port = await portOrNext(options.port, "for the site (PORT=… chooses one)");
    const { mail, smtpUrl, mailPageUrl } = await startMail(options);
    if (mail) running.push(mail);
    const addresses = { appUrl: process.env.APP_URL ?? `http://localhost:${port}`, smtpUrl, mailPageUrl };
    const web = startWeb(options, database, addresses, port);
    running.push(web);
    const worker = startWorker(options, database, addresses);
    running.push(worker);
    await untilAnswering(`http://localhost:${port}/api/health`, web, options.signal);
    return { addresses, database, programs: { web, worker, mail }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startWeb(
  options: StackOptions,
  database: OpenDatabase,
  addresses: Addresses,
  port: number,
): Supervised {
  const env = {
    ...webEnvironment(database, options.secrets, addresses),
    MESOCYCLE_DURABLE: String(options.durable),
    PORT: String(port),
    HOSTNAME: process.env.HOST ?? "127.0.0.1",
  };
  return supervise({ name: "web", env, logDir: join(options.dataDir, "logs"), ...options.web(env) });
}

function startWorker(options: StackOptions, database: OpenDatabase, addresses: Addresses): Supervised {
  return supervise({
    name: "worker",
    script: join(WORKER, "src", "main.ts"),
    cwd: ROOT,
    isFrugal: true,
    env: {
      ...workerEnvironment(database, options.secrets, addresses),
      MESOCYCLE_DURABLE: String(options.durable),
    },
    logDir: join(options.dataDir, "logs"),
  });
}

/** Without an SMTP server of the operator's own, mails go to a page on this machine instead of into the world. */
async function startMail(options: StackOptions) {
  const own = process.env.SMTP_URL;
  if (own && !options.catchMail) return { mail: null, smtpUrl: own, mailPageUrl: null };
  const smtpPort = await findPort(options.mailPort);
  const pagePort = await portOrNext(options.mailPort + 7000, "for the page of the mails");
  const mail = supervise({
    name: "mail",
    script: join(WORKER, "src", "mail-catcher.ts"),
    cwd: ROOT,
    isFrugal: true,
    env: { ...process.env, SMTP_PORT: String(smtpPort), MAIL_PAGE_PORT: String(pagePort) },
    logDir: join(options.dataDir, "logs"),
  });
  return { mail, smtpUrl: `smtp://127.0.0.1:${smtpPort}`, mailPageUrl: `http://localhost:${pagePort}` };
}

async function portOrNext(wanted: number, purpose: string): Promise<number> {
  const port = await findPort(wanted);
  if (port !== wanted) console.error(`Port ${wanted} is taken by another program; using ${port} ${purpose}.`);
  return port;
}

/** Starts the embedded server again, on the same port, whenever it dies. */
function guardDatabase(options: StackOptions, database: OpenDatabase) {
  let server = database.server;
  let starting = false;
  const timer = setInterval(async () => {
    if (!server || starting || isAlive(server.pid)) return;
    starting = true;
    console.error("The database ended; starting it again.");
    try {
      server = await startServer(options.dataDir, options.durable);
    } catch (error) {
      console.error((error as Error).message);
    }
    starting = false;
  }, DATABASE_CHECK_MS);
  return { stop: () => clearInterval(timer), server: () => server };
}

async function untilAnswering(url: string, web: Supervised, signal?: AbortSignal): Promise<void> {
  const deadline = Date.now() + FIRST_ANSWER_MS;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The site does not answer at ${url}. Its log: ${web.logFile}`);
}
