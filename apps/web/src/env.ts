import { z } from "zod";

const DEFAULTS_NOBODY_MAY_USE = new Set(["secret", "changeme", "change-me", "development"]);

const Env = z.object({
  /** Connects as app_web: reads and writes under row-level security. */
  WEB_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Connects as app_auth: accounts, passwords and sign-ins only. */
  AUTH_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUTH_SECRET: z
    .string()
    .min(32, "must have at least 32 characters; make one with: openssl rand -hex 32")
    .refine((value) => !DEFAULTS_NOBODY_MAY_USE.has(value), "must not be a well-known word"),
  APP_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).default("smtp://127.0.0.1:1025"),
  MAIL_FROM: z.string().min(3).default("Mesocycle <mesocycle@localhost>"),
  /** False on a throwaway database that need not survive a crash. */
  MESOCYCLE_DURABLE: z.enum(["true", "false"]).default("true"),
  MESOCYCLE_DEV: z.enum(["0", "1"]).default("0"),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
});
type Env = z.infer<typeof Env>;

const LogLevel = z.enum(["debug", "info", "warn", "error", "silent"]);

/** Apart from the rest, so that a server that cannot start can still say why. Tests are silent. */
export function logLevel(): z.infer<typeof LogLevel> {
  const byDefault = process.env.NODE_ENV === "test" ? "silent" : "info";
  return LogLevel.catch(byDefault).parse(process.env.LOG_LEVEL);
}

let parsed: Env | undefined;

/** The settings, checked once when first needed: a build has no database and no secrets. */
export function env(): Env {
  parsed ??= readEnv();
  return parsed;
}

function readEnv(): Env {
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The web server cannot start with these settings:\n${faults.join("\n")}`);
  }
  // Auth.js reads its own address from the environment; a Host header must never decide where a link leads.
  process.env.AUTH_URL = result.data.APP_URL;
  return result.data;
}
