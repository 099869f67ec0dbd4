/** One subcommand of `mesocycle`. Data goes to `out`, everything else to `err`. */
export type Command = {
  /** Usage lines after `mesocycle NAME`, with an explanation of each option and the exit codes. */
  help: string;
  run(args: readonly string[], io: CommandIo): Promise<number>;
};

export type CommandIo = {
  out(text: string): void;
  outBytes(bytes: Uint8Array): void;
  err(text: string): void;
  env: Readonly<Record<string, string | undefined>>;
  now: Date;
};

/** Exit codes, the same for every subcommand. */
export const EXIT = { ok: 0, failed: 1, badInput: 2, badUsage: 64 } as const;

/** Wrong words on the command line; the message says which and what was expected. */
export class UsageError extends Error {}
