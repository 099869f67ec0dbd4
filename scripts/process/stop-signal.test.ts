import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const MODULE = fileURLToPath(new URL("./stop-signal.ts", import.meta.url));
/** Says when it hears of the end, and takes a moment to end well. */
const PROGRAM = `
  const { stopSignal, untilStopped } = await import(${JSON.stringify(MODULE)});
  const signal = stopSignal();
  console.log("ready");
  const waiting = setInterval(() => {}, 1000);
  await untilStopped(signal);
  console.log("stopping");
  process.stdin.once("data", () => { console.log("stopped"); process.exit(0); });
  clearInterval(waiting);
`;

test.each(["SIGTERM", "SIGHUP"] as const)(
  "%s that comes twice, at once and passed on, lets everything end",
  async (name) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    let said = "";
    const hears = (word: string) =>
      new Promise<void>((resolve) => {
        const listen = () => said.includes(word) && resolve();
        child.stdout.on("data", listen);
        listen();
      });
    child.stdout.on("data", (data) => {
      said += data;
    });
    await hears("ready");
    child.kill(name);
    await hears("stopping");
    child.kill(name);
    child.stdin.write("go on\n");
    const [code] = await once(child, "exit");
    expect([code, said]).toEqual([0, "ready\nstopping\nstopped\n"]);
  },
);
