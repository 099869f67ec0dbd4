import { join } from "node:path";
import { stopSignal, untilStopped } from "../process/stop-signal.ts";
import { claimInstance } from "../setup/instance.ts";
import { DATA, WEB } from "../setup/paths.ts";
import { loadSecrets } from "../setup/secrets.ts";
import { startStack } from "../setup/stack.ts";
import { greet, wantedPort } from "./start.ts";

/** Runs Mesocycle from its sources: a change to a page shows at once. The worker is restarted by hand. */
export async function dev(): Promise<number> {
  const signal = stopSignal();
  process.env.MESOCYCLE_DEV = "1";
  const claim = claimInstance(DATA);
  try {
    const next = join(WEB, "node_modules", "next", "dist", "bin", "next");
    const stack = await startStack({
      dataDir: DATA,
      secrets: loadSecrets(DATA),
      durable: true,
      port: wantedPort(),
      mailPort: 1025,
      web: (env) => ({
        script: next,
        cwd: WEB,
        args: ["dev", "-H", env.HOSTNAME ?? "127.0.0.1", "-p", env.PORT ?? ""],
      }),
      signal,
    });
    claim.announce(stack.addresses.appUrl);
    await greet(stack);
    await untilStopped(signal);
    await stack.stop();
    return 0;
  } catch (error) {
    if (signal.aborted) return 130;
    throw error;
  } finally {
    claim.release();
  }
}
