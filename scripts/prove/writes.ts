import { type Audit, auditWrites } from "./audit-writes.ts";
import { makeAthletes } from "./log-one.ts";
import { openProvingGround, type ProvingGround } from "./proving-ground.ts";
import { writeWith } from "./writing-clients.ts";

const CLIENTS = 8;
const WRITES = 10_000;
const KILLS = 10;
const CONTROL_WRITES = 2_000;
const CONTROL_KILLS = 2;

/**
 * What was acknowledged is there: eight clients write while PostgreSQL is killed with -9 again and again. A
 * second run with synchronous_commit off must lose something, else this test could not see a loss.
 */
export async function proveWrites(): Promise<boolean> {
  const safe = await run("writes", { writes: WRITES, kills: KILLS, forgetful: false });
  const isSafe = safe.lost === 0 && safe.doubled === 0 && safe.torn === 0;
  console.log(isSafe ? "Nothing acknowledged was lost, doubled or torn." : "FAILED: see above.");
  const control = await run("writes-control", {
    writes: CONTROL_WRITES,
    kills: CONTROL_KILLS,
    forgetful: true,
  });
  const canSee = control.lost > 0;
  console.log(canSee ? "The control run lost writes, as it must." : "FAILED: the control run lost nothing.");
  return isSafe && canSee;
}

async function run(
  name: string,
  options: { writes: number; kills: number; forgetful: boolean },
): Promise<Audit> {
  const ground = await openProvingGround(name);
  try {
    if (options.forgetful) await makeForgetful(ground);
    const athletes = await makeAthletes(ground.ownerUrl, CLIENTS);
    const startedAt = performance.now();
    const killer = makeKiller(ground, options);
    const { acknowledged, retries } = await writeWith(ground.appUrl, athletes, {
      total: options.writes,
      onProgress: killer.onProgress,
    });
    await killer.finish();
    const audit = await auditWrites(ground, acknowledged);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    const mode = options.forgetful ? "synchronous_commit off" : "as shipped";
    console.log(
      `${mode}: ${acknowledged.length} acknowledged by ${CLIENTS} clients, ${options.kills} kills, ` +
        `longest way back ${killer.longestMs().toFixed(0)} ms, ${retries} repeated sends, ${seconds} s: ` +
        `${audit.stored} stored, ${audit.lost} lost, ${audit.doubled} doubled, ${audit.torn} torn`,
    );
    return audit;
  } finally {
    await ground.close();
  }
}

/** Kills at even steps of the way, alternately the postmaster alone and the server with all its children. */
function makeKiller(ground: ProvingGround, { writes, kills }: { writes: number; kills: number }) {
  let done = 0;
  let longest = 0;
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const strike = async () => {
    const startedAt = performance.now();
    await ground.killAndRestart(done % 2 === 0);
    longest = Math.max(longest, performance.now() - startedAt);
    busy = false;
  };
  return {
    onProgress: (count: number) => {
      if (busy || done >= kills || count < ((done + 1) * writes) / (kills + 1)) return;
      done += 1;
      busy = true;
      current = strike();
    },
    finish: () => current,
    longestMs: () => longest,
  };
}

/** Commits are acknowledged before they are on disk, for up to ten seconds. */
async function makeForgetful(ground: ProvingGround): Promise<void> {
  await ground.ask("alter role app_web set synchronous_commit = off");
  await ground.ask("alter system set wal_writer_delay = '10s'");
  await ground.ask("alter system set wal_writer_flush_after = '2GB'");
  await ground.ask("select pg_reload_conf()");
}
