import { isTimeZone } from "@repo/core/calendar";
import type { Db } from "@repo/db";
import { inTransaction } from "@repo/db/internal";
import { getOperations, getServerFacts, listNightZones, type ServerFacts } from "@repo/db/queries";
import { currentWorkers, isSilent } from "@repo/services/operations";
import { readArguments } from "../arguments.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { withDatabase } from "../database.ts";

const LATE_AFTER_S = 30 * 60;
const CLOCKS_APART_S = 2;
const MUST_BE_ON = ["fsync", "full_page_writes", "synchronous_commit"];

/** `mesocycle doctor`: how the server is, in one answer. */
export const doctor: Command = {
  help: `mesocycle doctor
Prints JSON: versions, the database's size and the settings that keep what was saved, workers and when they were last
heard of, the last nights (done, waiting, failed, "tookS": how many seconds workers were at each), the time zones whose nights wait and how long,
those of athletes that this machine does not know, entries that wait to be judged, athletes that failed and why, mails
by state and those that could not be sent; and
"problems": what is wrong, each with what to do.
Exit codes: 0 nothing is wrong, 1 there are problems, 2 no database.`,
  async run(args, io) {
    const { positionals } = readArguments(args, {});
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" was not expected`);
    const found = await withDatabase(io, "WORKER_DATABASE_URL", (db) => look(db, new Date()));
    const problems = problemsOf(found);
    io.out(`${JSON.stringify({ ...found, problems }, null, 2)}\n`);
    return problems.length > 0 ? EXIT.failed : EXIT.ok;
  },
};

type Found = Awaited<ReturnType<typeof look>>;

async function look(db: Db, now: Date) {
  const database = await getServerFacts(db);
  const operations = await getOperations(db);
  return {
    versions: {
      node: process.versions.node,
      timeZones: process.versions.tz ?? null,
      postgres: database.version,
    },
    database: { ...database, clockApartS: apartOf(database, now) },
    ...operations,
    workers: currentWorkers(operations.workers),
    unknownTimeZones: (await inTransaction(db, listNightZones)).filter((zone) => !isTimeZone(zone)),
  };
}

function apartOf({ now: databaseNow }: ServerFacts, now: Date): number {
  return Math.round(Math.abs(now.getTime() - Date.parse(databaseNow)) / 100) / 10;
}

function problemsOf(found: Found): string[] {
  const { database, workers, nights, mails, zones, troubles } = found;
  const off = MUST_BE_ON.filter((name) => database.settings[name] === "off");
  const silent = workers.filter(isSilent);
  const failed = nights.filter((night) => night.failed > 0);
  const late = zones.filter((zone) => zone.lagS > LATE_AFTER_S);
  return [
    ...off.map(
      (name) => `The database runs with ${name} off: a crash would lose what was saved. Turn it on.`,
    ),
    ...(workers.length === 0
      ? ["No worker was ever heard of: start it, nothing is judged or mailed without it."]
      : []),
    ...silent.map(
      ({ name, ageS }) => `${name} was last heard of ${Math.round(ageS)} s ago: see its log, start it.`,
    ),
    ...late.map(
      ({ zone, pending, lagS }) =>
        `${pending === 1 ? "1 night" : `${pending} nights`} of ${zone} ${pending === 1 ? "waits" : "wait"}, the oldest for ${Math.round(lagS / 60)} minutes: see the worker's log.`,
    ),
    ...found.unknownTimeZones.map(
      (zone) =>
        `The time zone ${zone} of some athletes is not known to this machine: UTC counts for them. Update Node, or have them choose another.`,
    ),
    ...failed.map((night) => `${night.failed} failed in the night of ${night.date}: see "troubles".`),
    ...troubles
      .filter((trouble) => trouble.setAside)
      .map(
        ({ name, athleteId, fault }) =>
          `${name} (${athleteId}) was set aside after eight tries: ${fault ?? "no reason"}. Try again under Settings, The server.`,
      ),
    ...(mails.dead > 0
      ? [
          `${mails.dead === 1 ? "1 mail" : `${mails.dead} mails`} could not be sent in eight tries: check SMTP_URL, then send ${mails.dead === 1 ? "it" : "them"} again under Settings, The server.`,
        ]
      : []),
    ...(database.clockApartS > CLOCKS_APART_S
      ? [
          `The clocks of this machine and of the database are ${database.clockApartS} s apart: set them right.`,
        ]
      : []),
  ];
}
