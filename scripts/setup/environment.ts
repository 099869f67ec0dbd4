import type { OpenDatabase } from "./open-database.ts";
import type { Secrets } from "./secrets.ts";

export type Addresses = { appUrl: string; smtpUrl: string; mailPageUrl: string | null };

/** What the web process gets to know: its two database accounts, never the owner's. */
export function webEnvironment(
  database: OpenDatabase,
  secrets: Secrets,
  addresses: Addresses,
): NodeJS.ProcessEnv {
  return {
    ...sharedEnvironment(addresses),
    WEB_DATABASE_URL: database.appUrl,
    AUTH_DATABASE_URL: database.authUrl,
    AUTH_SECRET: secrets.authSecret,
    AUTH_URL: addresses.appUrl,
    AUTH_TRUST_HOST: "true",
  };
}

/** What the worker gets to know. */
export function workerEnvironment(
  database: OpenDatabase,
  secrets: Secrets,
  addresses: Addresses,
): NodeJS.ProcessEnv {
  return {
    ...sharedEnvironment(addresses),
    WORKER_DATABASE_URL: database.workerUrl,
    WEB_DATABASE_URL: database.appUrl,
    AUTH_DATABASE_URL: database.authUrl,
    AUTH_SECRET: secrets.authSecret,
  };
}

/** DATABASE_URL belongs to the owner: it stays with the supervisor. */
function sharedEnvironment({ appUrl, smtpUrl, mailPageUrl }: Addresses): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    APP_URL: appUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: process.env.MAIL_FROM ?? "Mesocycle <no-reply@localhost>",
    ...(mailPageUrl ? { MAIL_PAGE_URL: mailPageUrl } : {}),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
