import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import {
  ATHLETES,
  auditNights,
  differencesOf,
  installProbe,
  loseMarks,
  makeNights,
  type NightAudit,
  openNextDay,
  RUNS,
} from "./night-ledger.ts";
import { openProvingGround, type ProvingGround } from "./proving-ground.ts";

const WORKERS = 3;
const KILLS = Number(process.env.PROVE_KILLS ?? 30);
/** One kill in so many is PostgreSQL's, with all its processes. */
const SERVER_EVERY = 5;
const WORKER = fileURLToPath(new URL("./night-worker.ts", import.meta.url));
const PATIENCE_MS = 7_200_000;

/**
 * Every nightly run happens once: three workers share 20,000 of them while workers and PostgreSQL are killed with -9 at
 * random, and what they leave behind equals what an undisturbed night leaves, each mail once. A control whose ledger
 * loses marks must be seen.
 */
export async function proveNights(): Promise<boolean> {
  const calm = await run("nights-calm", {});
  const rough = await run("nights", { kills: KILLS });
  const control = await run("nights-control", { losing: true });
  const once = [calm, rough].every((night) => night.done === RUNS && night.repeated === 0);
  const different = differencesOf(calm, rough);
  if (!once) console.error("FAILED: a run was left out or happened twice.");
  if (different.length > 0)
    console.error(`FAILED: the killed night left other rows in\n${different.join("\n")}`);
  const sees = control.repeated > 0;
  if (!sees) console.error("FAILED: a ledger that loses marks was not noticed, so this proof is blind.");
  const told = calm.mails > 0 && calm.mails === rough.mails;
  if (!told) console.error(`FAILED: ${rough.mails} mails instead of ${calm.mails}.`);
  const proved = once && different.length === 0 && sees && told;
  if (proved) console.log("Each run happened once, with the results and mails of an undisturbed night.");
  return proved;
}

type Trouble = { kills?: number; losing?: boolean };

async function run(name: string, trouble: Trouble): Promise<NightAudit> {
  const ground = await openProvingGround(name);
  const workers = makeWorkers(ground);
  try {
    await makeNights(ground);
    await installProbe(ground);
    const startedAt = performance.now();
    workers.startAll();
    await untilDone(ground, workers, trouble);
    const audit = await auditNights(ground);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.log(
      `${WORKERS} workers, ${trouble.kills ?? 0} kills${trouble.losing ? ", a ledger that loses marks" : ""}, ${seconds} s: ` +
        `${audit.done} of ${RUNS} runs done, ${audit.repeated} twice, ${audit.mails} mails`,
    );
    return audit;
  } finally {
    await workers.stopAll();
    await ground.close();
  }
}

type Workers = ReturnType<typeof makeWorkers>;

/** Watches the ledger, makes day after day due, and strikes at random moments: a worker mostly, PostgreSQL sometimes. */
async function untilDone(ground: ProvingGround, workers: Workers, trouble: Trouble): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const strikes = momentsOf(trouble.kills ?? 0);
  let [due, struck] = [0, 0];
  for (;;) {
    const { done } = await auditNights(ground, { results: false });
    if (done === due) {
      if (trouble.losing && due > 0 && due <= RUNS / 2) await loseMarks(ground);
      if (!(await openNextDay(ground))) return;
      due += ATHLETES;
    }
    if (Date.now() > deadline) throw new Error(`FAILED: only ${done} of ${RUNS} runs after two hours`);
    workers.assertHealthy();
    if (done >= (strikes[struck] ?? Number.POSITIVE_INFINITY)) {
      if (struck % SERVER_EVERY === SERVER_EVERY - 1) await ground.killAndRestart(true);
      else await workers.killOne(struck);
      struck += 1;
    }
    await pause(5 + Math.random() * 30);
  }
}

/** Numbers of done runs at which something is killed: random, in order, none so late that nothing is left to do. */
function momentsOf(kills: number): number[] {
  return Array.from({ length: kills }, () => Math.floor(Math.random() * RUNS * 0.95)).sort((a, b) => a - b);
}

function makeWorkers(ground: ProvingGround) {
  const children: ChildProcess[] = [];
  const start = () =>
    spawn(process.execPath, ["--disable-warning=ExperimentalWarning", WORKER, ground.workerUrl], {
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
