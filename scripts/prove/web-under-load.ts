import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createDb } from "../../packages/db/src/client.ts";
import { createSession } from "../../packages/services/src/identity/sessions.ts";
import { supervise } from "../process/supervise.ts";
import { findPort } from "../setup/find-port.ts";
import { loadSecrets } from "../setup/secrets.ts";
import type { Server } from "./backends.ts";
import { makeAthletes, NAME } from "./log-one.ts";
import { ask, type ProvingGround } from "./proving-ground.ts";

const LOOPS = 8;
const PATIENCE_MS = 30_000;

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
  let lastSaid = "nothing yet";
  let stopping = false;
  const askForever = async () => {
    while (!stopping) {
      const fault = await openDay(origin, headers);
      if (fault === null) counts.served += 1;
      else {
        lastSaid = fault;
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
    said: () => lastSaid,
    stop: async () => {
      stopping = true;
      await web.stop();
    },
  };
}

/** Null when the page came whole, with its reader's session on it: a sign-in page or half a page is not served. */
async function openDay(origin: string, headers: Record<string, string>): Promise<string | null> {
  const options = { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  try {
    const answer = await fetch(`${origin}/today`, options);
    const page = await answer.text();
    const isWhole = answer.status === 200 && page.includes(NAME) && page.includes("</html>");
    return isWhole ? null : `status ${answer.status}, ${page.length} characters`;
  } catch (error) {
    return (error as Error).message;
  }
}

async function signIn(ground: ProvingGround): Promise<string> {
  const [athlete] = await makeAthletes(ground.ownerUrl, 1);
  if (!athlete) throw new Error("no athlete was made");
  // Something to read on the page, whichever day it is where the athlete lives.
  await ask(
    ground.ownerUrl,
    `insert into activities (id, athlete_id, local_date, sport, source, title, duration_s)
     select gen_random_uuid(), '${athlete.userId}', current_date + d, 'run', 'manual', '${NAME}', 1800
       from generate_series(-1, 1) d`,
  );
  const db = createDb(ground.authUrl, { max: 1 });
  const { token } = await createSession({ db, now: new Date() }, athlete);
  await db.close();
  return token;
}
