import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../packages/db/src/client.ts";
import { createSession } from "../../packages/services/src/identity/sessions.ts";
import { supervise } from "../process/supervise.ts";
import { findPort } from "../setup/find-port.ts";
import { loadSecrets } from "../setup/secrets.ts";
import type { Server } from "./backends.ts";
import { makeAthletes, NAME } from "./log-one.ts";
import type { ProvingGround } from "./proving-ground.ts";

const LOOPS = 16;

/** The built site on a database that will be hurt, and browsers of a signed-in athlete that keep opening their day. */
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
  const headers = { cookie: `mesocycle-session=${await signIn(ground)}` };
  const counts = { served: 0, rejected: 0 };
  let stopping = false;
  const askForever = async () => {
    while (!stopping) {
      if (await opensDay(origin, headers)) counts.served += 1;
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

/** Whether the page came whole, with its reader's name on it: a sign-in page or half a page is not served. */
async function opensDay(origin: string, headers: Record<string, string>): Promise<boolean> {
  const options = { headers, redirect: "manual", signal: AbortSignal.timeout(10_000) } as const;
  const answer = await fetch(`${origin}/today`, options).catch(() => null);
  const page = await answer?.text().catch(() => "");
  return answer?.status === 200 && page !== undefined && page.includes(NAME) && page.includes("</html>");
}

async function signIn(ground: ProvingGround): Promise<string> {
  const [athlete] = await makeAthletes(ground.ownerUrl, 1);
  if (!athlete) throw new Error("no athlete was made");
  const db = createDb(ground.authUrl, { max: 1 });
  const { token } = await createSession({ db, now: new Date() }, athlete);
  await db.close();
  return token;
}
