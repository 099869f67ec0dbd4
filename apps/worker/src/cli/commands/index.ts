import type { Command } from "../command.ts";

type Entry = { summary: string; load(): Promise<Command> };

/** Every subcommand; its module is loaded only when it is called, so that each starts quickly. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  activity: {
    summary: "read one FIT, TCX or GPX file",
    load: async () => (await import("./activity.ts")).activity,
  },
};
