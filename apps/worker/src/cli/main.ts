import { AppError } from "@repo/core/errors";
import { type Command, type CommandIo, EXIT, UsageError } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";

const HELP_WORDS = new Set(["help", "--help", "-h"]);

/** Runs `mesocycle` with some words and returns its exit code. Never throws; never prints a stack for bad input. */
export async function main(words: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...args] = words;
  if (name === undefined || HELP_WORDS.has(name)) {
    io.out(overview());
    return name === undefined ? EXIT.badUsage : EXIT.ok;
  }
  const load = COMMANDS[name]?.load;
  if (!load) {
    io.err(`There is no command "${name}". Commands: ${Object.keys(COMMANDS).join(", ")}.\n`);
    return EXIT.badUsage;
  }
  const command = await load();
  if (args.some((arg) => HELP_WORDS.has(arg))) {
    io.out(`${COMMANDS[name]?.summary}\n\n${command.help}\n`);
    return EXIT.ok;
  }
  return runGuarded(name, command, args, io);
}

async function runGuarded(
  name: string,
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`mesocycle ${name}: ${error.message}\n\n${command.help}\n`);
      return EXIT.badUsage;
    }
    if (error instanceof AppError) {
      io.err(`mesocycle ${name}: ${error.message}\n`);
      return EXIT.badInput;
    }
    io.err(`mesocycle ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    if (io.env.MESOCYCLE_DEBUG && error instanceof Error) io.err(`${error.stack}\n`);
    return EXIT.failed;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `mesocycle COMMAND [...]\n\n${lines.join("\n")}\n\nmesocycle COMMAND --help says more. Exit codes: 0 done, 1 failed, 2 bad input, 64 wrong words.\n`;
}
