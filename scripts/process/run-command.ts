import { type SpawnOptions, spawn } from "node:child_process";

export type Outcome = { code: number; output: string };

/** A child of the command may outlive it and hold its pipes open; so long its last words are waited for. */
const LAST_WORDS_MS = 1_000;

/** Runs a command to its end and returns what it said. */
export function capture(command: string, args: string[], options: SpawnOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", reject);
    const finish = (code: number | null) => {
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    };
    child.once("close", finish);
    child.once("exit", (code) => setTimeout(finish, LAST_WORDS_MS, code));
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
