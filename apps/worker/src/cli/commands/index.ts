import type { Command } from "../command.ts";

type Entry = { summary: string; load(): Promise<Command> };

/** Every subcommand; its module is loaded only when it is called, so that each starts quickly. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  assess: {
    summary: "assess an athlete's history: load, recovery, progress, warnings",
    load: async () => (await import("./assess.ts")).assess,
  },
  plan: {
    summary: "build a season from a request and check it",
    load: async () => (await import("./plan.ts")).plan,
  },
  check: {
    summary: "check a season that somebody else wrote or changed",
    load: async () => (await import("./check.ts")).check,
  },
  activity: {
    summary: "read one FIT, TCX or GPX file",
    load: async () => (await import("./activity.ts")).activity,
  },
  paces: {
    summary: "score, equivalent times, training paces and zones of a result",
    load: async () => (await import("./paces.ts")).paces,
  },
  workout: {
    summary: "parse, resolve and export a workout",
    load: async () => (await import("./workout.ts")).workout,
  },
  nightly: {
    summary: "run now what the worker would run at an instant",
    load: async () => (await import("./nightly.ts")).nightly,
  },
};
