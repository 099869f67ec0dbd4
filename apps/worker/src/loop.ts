import type { JobHealth } from "./health.ts";
import type { Log } from "./log.ts";
import type { Trace } from "./tracing.ts";

export type Job = {
  name: string;
  /** Pause between the end of one run and the beginning of the next. */
  everyMs: number;
  run(): Promise<Record<string, unknown> | null>;
};

const LONGEST_PAUSE_MS = 30_000;

/**
 * Runs a job again and again until told to stop. A failure is logged and waited out, ever longer while it lasts: the
 * database going away stops nothing for good.
 */
export async function loop(
  job: Job,
  log: Log,
  signal: AbortSignal,
  watch: { health?: JobHealth; trace?: Trace } = {},
): Promise<void> {
  const trace = watch.trace ?? ((_name, work) => work());
  let failures = 0;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      const result = await trace(job.name, () => job.run());
      if (failures > 0) log.info({ job: job.name, failures }, "works again");
      failures = 0;
      watch.health?.set(job.name, { succeededAt: Date.now(), failures });
      if (result) log.info({ job: job.name, ms: Math.round(performance.now() - began), ...result }, "done");
    } catch (error) {
      failures += 1;
      watch.health?.set(job.name, {
        succeededAt: watch.health.get(job.name)?.succeededAt ?? null,
        failures,
      });
      log.error({ job: job.name, failures, fault: error }, "failed");
    }
    const pause = failures === 0 ? job.everyMs : Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures);
    await sleep(pause, signal);
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
