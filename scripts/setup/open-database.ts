import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type EmbeddedServer,
  type RoleUrls,
  roleUrls,
  startEmbedded,
} from "../../packages/db/src/embedded/index.ts";
import { migrate } from "../../packages/db/src/migrate.ts";
import type { Secrets } from "./secrets.ts";

export type OpenDatabase = RoleUrls & {
  ownerUrl: string;
  /** Null when DATABASE_URL names a server of somebody else's, which we neither start nor stop. */
  server: EmbeddedServer | null;
};

export type DatabaseOptions = { dataDir: string; secrets: Secrets; durable: boolean };

/** Starts the embedded server, or uses the one DATABASE_URL names, and brings its tables up to date. */
export async function openDatabase({ dataDir, secrets, durable }: DatabaseOptions): Promise<OpenDatabase> {
  const server = process.env.DATABASE_URL ? null : await startServer(dataDir, durable);
  const ownerUrl = server?.url ?? externalUrl();
  try {
    await migrate(ownerUrl, secrets.passwords);
  } catch (error) {
    if (server && !server.adopted) await server.stop();
    throw server ? error : unreachable(error as NodeJS.ErrnoException);
  }
  return { ownerUrl, server, ...roleUrls(ownerUrl, secrets.passwords) };
}

/** The same port every time, so that a restarted server is found by those who lost it. */
export async function startServer(dataDir: string, durable: boolean): Promise<EmbeddedServer> {
  const portFile = join(dataDir, "postgres-port");
  const port = readPort(portFile);
  const server = await startEmbedded({ dataDir: join(dataDir, "postgres"), durable, port });
  if (server.port !== port) writeFileSync(portFile, String(server.port));
  return server;
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function externalUrl(): string {
  const url = process.env.DATABASE_URL ?? "";
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new Error(
      "DATABASE_URL is not the address of a PostgreSQL database. It looks like " +
        "postgres://owner:password@host:5432/mesocycle; unset it to use the embedded server.",
    );
  }
  if (new URL(url).pathname.length < 2) {
    throw new Error(
      "DATABASE_URL names no database. Put its name at the end: postgres://owner:password@host:5432/mesocycle",
    );
  }
  return url;
}

function unreachable(error: NodeJS.ErrnoException): Error {
  const network = [
    "ECONNREFUSED",
    "ENOTFOUND",
    "ETIMEDOUT",
    "CONNECT_TIMEOUT",
    "EHOSTUNREACH",
    "28P01",
    "3D000",
  ];
  if (error.code === "42501") {
    return new Error(
      `The account of DATABASE_URL may not use that database: ${error.message}. It must be its owner. ` +
        "A superuser makes it so: ALTER DATABASE name OWNER TO account;",
      { cause: error },
    );
  }
  if (!network.includes(error.code ?? "")) return error;
  return new Error(
    `The database of DATABASE_URL cannot be used: ${error.message}. ` +
      "Check the address, the password and that the database exists, or unset it to use the embedded server.",
    { cause: error },
  );
}
