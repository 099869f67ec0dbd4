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
  rebuild: {
    summary: "compute an athlete's load anew from everything entered",
    load: async () => (await import("./rebuild.ts")).rebuild,
  },
  migrate: {
    summary: "bring the database to this version's schema",
    load: async () => (await import("./migrate.ts")).migrate,
  },
  user: {
    summary: "list accounts; links for the first account and for new passwords",
    load: async () => (await import("./user.ts")).user,
  },
  seed: {
    summary: "make or remove the demo club",
    load: async () => (await import("./seed.ts")).seed,
  },
  import: {
    summary: "read recordings, logs and histories into an athlete's account",
    load: async () => (await import("./import.ts")).importFiles,
  },
  export: {
    summary: "write an athlete's whole history as one file",
    load: async () => (await import("./export.ts")).exportAthlete,
  },
  erase: {
    summary: "erase a person with everything that is theirs",
    load: async () => (await import("./erase.ts")).erase,
  },
  doctor: {
    summary: "how the server is: nights, mails, database, versions",
    load: async () => (await import("./doctor.ts")).doctor,
  },
  backup: {
    summary: "copy the whole database into one file",
    load: async () => (await import("./backup.ts")).backup,
  },
  restore: {
    summary: "bring a backup into a fresh database",
    load: async () => (await import("./restore.ts")).restore,
  },
};
