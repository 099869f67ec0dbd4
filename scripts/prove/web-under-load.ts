import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { supervise } from "../process/supervise.ts";
import { findPort } from "../setup/find-port.ts";
import { loadSecrets } from "../setup/secrets.ts";
import type { Server } from "./backends.ts";
import type { ProvingGround } from "./proving-ground.ts";

const LOOPS = 16;

/** The built site on a database that will be hurt, and browsers that keep asking. */
export async function startWebUnderLoad(ground: ProvingGround, script: string): Promise<Server> {
  const port = await findPort(3200);
  const origin = `http://localhost:${port}`;
  const web = supervise({
    name: "web",
    script,
    cwd: dirname(script),
    logDir: join(ground.dataDir, "logs"),
    env: {
      ...process.env,
      WEB_DATABASE_URL: ground.appUrl,
      AUTH_DATABASE_URL: ground.authUrl,
      AUTH_SECRET: loadSecrets(ground.dataDir).authSecret,
      AUTH_URL: origin,
      AUTH_TRUST_HOST: "true",
      APP_URL: origin,
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "Mesocycle <no-reply@localhost>",
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
    },
  });
  const counts = { served: 0, rejected: 0 };
  let stopping = false;
  const askForever = async () => {
    while (!stopping) {
      const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(
        () => null,
      );
      await answer?.arrayBuffer().catch(() => null);
      if (answer?.ok) counts.served += 1;
      else {
        counts.rejected += 1;
        await pause(20);
      }
    }
  };
  for (let loop = 0; loop < LOOPS; loop += 1) void askForever();
  return {
    name: "the built site",
    pid: () => web.pid(),
    served: () => counts.served,
    rejected: () => counts.rejected,
    stop: async () => {
      stopping = true;
      await web.stop();
    },
  };
}
