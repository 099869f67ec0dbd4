import { MODES, type Mode, workOf } from "./modes.ts";

/** V8 takes seconds to compile what is hot: code of some thousand functions needs more than most. */
const WARM_UP_MS = 8_000;
const ROUND_MS = 250;
const BATCH = 20;

/** CPU time of a call, milliseconds; what calls need is made before the clock starts. */
function timed(mode: ReturnType<typeof workOf>, forMs: number): number {
  const end = performance.now() + forMs;
  let [calls, us] = [0, 0];
  while (performance.now() < end) {
    const prepared = Array.from({ length: BATCH }, mode.prepare);
    const start = process.cpuUsage();
    for (const each of prepared) mode.call(each as never);
    const used = process.cpuUsage(start);
    us += used.user + used.system;
    calls += BATCH;
  }
  return us / 1000 / calls;
}

const mode = process.argv[2] as Mode;
if (!MODES.includes(mode)) throw new Error(`no mode ${mode}; there are ${MODES.join(", ")}`);
const work = workOf(mode);
process.on("message", (what) => process.send?.(timed(work, what === "warm" ? WARM_UP_MS : ROUND_MS)));
process.once("disconnect", () => process.exit());
