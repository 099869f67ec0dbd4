import { z } from "zod";

const Env = z.object({
  WORKER_DATABASE_URL: z.url(),
  /** The site's account: an import is read as the athlete whose it is. */
  WEB_DATABASE_URL: z.url(),
  APP_URL: z.url().default("http://localhost:3000"),
  /** The site's: with it a mail program ends a kind of mail without a sign-in. */
  AUTH_SECRET: z.string().min(32).optional(),
  SMTP_URL: z.string().default("smtp://127.0.0.1:1025"),
  MAIL_FROM: z.string().default("Mesocycle <mesocycle@localhost>"),
  MESOCYCLE_DURABLE: z.enum(["true", "false"]).default("true"),
  /** A port of the loopback that tells a supervisor how the jobs are; none by default. */
  WORKER_HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  LOG_LEVEL: z.string().default("info"),
});
export type WorkerEnv = z.infer<typeof Env>;

/** The worker's settings; a missing one is named together with what it is for. */
export function readEnv(source: NodeJS.ProcessEnv): WorkerEnv {
  const read = Env.safeParse(source);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The worker cannot start.\n${faults.join("\n")}`);
}
