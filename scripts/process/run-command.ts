import { type SpawnOptions, spawn } from "node:child_process";

export type Outcome = { code: number; output: string };

/** Runs a command to its end and returns what it said. */
export function capture(command: string, args: string[], options: SpawnOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}

/** Runs a command and shows its output only if it fails. */
export async function runQuietly(fault: string, command: string, args: string[], options: SpawnOptions) {
  const { code, output } = await capture(command, args, options);
  if (code !== 0) throw new Error(`${fault}:\n${output.trim().split("\n").slice(-40).join("\n")}`);
}

/** Runs a command in the foreground and returns its exit code. */
export function runInForeground(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}
