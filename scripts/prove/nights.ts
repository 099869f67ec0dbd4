import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { auditNights, installProbe, makeNights, NIGHT_NOW, type NightAudit } from "./night-ledger.ts";
import { openProvingGround, type ProvingGround } from "./proving-ground.ts";

const WORKERS = 3;
const KILLS = 10;
const WORKER = fileURLToPath(new URL("./night-worker.ts", import.meta.url));
const PATIENCE_MS = 600_000;

/**
 * Every nightly run happens once: three workers share 3,000 of them while workers and PostgreSQL are killed
 * with -9, and what they leave behind equals what an undisturbed night leaves.
 */
export async function proveNights(): Promise<boolean> {
  const calm = await run("nights-calm", 0);
  const rough = await run("nights", KILLS);
  const once = [calm, rough].every((night) => night.done === night.total && night.repeated === 0);
  const different = Object.keys(calm.results).filter((table) => calm.results[table] !== rough.results[table]);
  if (!once) console.error("FAILED: a run was left out or happened twice.");
  if (different.length > 0)
    console.error(`FAILED: the killed night left other rows in ${different.join(", ")}.`);
  const proved = once && different.length === 0;
  if (proved) console.log("Each run happened once, with the results of an undisturbed night.");
  return proved;
}

async function run(name: string, kills: number): Promise<NightAudit> {
  const ground = await openProvingGround(name);
  const workers = makeWorkers(ground);
  try {
    await makeNights(ground);
    await installProbe(ground);
    const startedAt = performance.now();
    workers.startAll();
    await untilDone(ground, workers, kills);
    const audit = await auditNights(ground);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(
      `${WORKERS} workers, ${kills} kills, ${seconds} s: ${audit.done} of ${audit.total} runs done, ` +
        `${audit.repeated} twice`,
    );
    return audit;
  } finally {
    await workers.stopAll();
    await ground.close();
  }
}

type Workers = ReturnType<typeof makeWorkers>;

/** Watches the ledger and strikes at even steps of the way: a worker, a worker, then PostgreSQL itself. */
async function untilDone(ground: ProvingGround, workers: Workers, kills: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let struck = 0;
  for (;;) {
    const { done, total } = await auditNights(ground, { results: false });
    if (done === total) return;
    if (Date.now() > deadline) throw new Error(`FAILED: only ${done} of ${total} runs after ten minutes`);
    workers.assertHealthy();
    if (struck < kills && done >= ((struck + 1) * total) / (kills + 1)) {
      if (struck % 3 === 2) await ground.killAndRestart(true);
      else await workers.killOne(struck);
      struck += 1;
    }
    await pause(20);
  }
}

function makeWorkers(ground: ProvingGround) {
  const children: ChildProcess[] = [];
  const start = () =>
    spawn(process.execPath, ["--disable-warning=ExperimentalWarning", WORKER, ground.workerUrl, NIGHT_NOW], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  return {
    startAll: () => {
      for (let i = 0; i < WORKERS; i += 1) children.push(start());
    },
    /** Kills one with -9 and starts another in its place. */
    killOne: async (turn: number) => {
      const victim = children[turn % WORKERS];
      if (!victim) return;
      victim.kill("SIGKILL");
      await ended(victim);
      children[turn % WORKERS] = start();
    },
    /** A worker that ended by itself has a fault that the proof must not hide. */
    assertHealthy: () => {
      const broken = children.find((child) => child.exitCode !== null);
      if (broken) throw new Error(`FAILED: a worker ended by itself with code ${broken.exitCode}`);
    },
    stopAll: async () => {
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map(ended));
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once("exit", resolve));
}
