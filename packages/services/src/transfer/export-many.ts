import type { Readable } from "node:stream";
import { daysBetween, IsoDate } from "@repo/core/calendar";
import { type Exported, insertAuditEvent, listExportable, listExported } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { ZipFile } from "yazl";
import { z } from "zod";
import { writeCsv } from "./write-csv.ts";

/** Two years of three hundred athletes are some hundred thousand rows: what a server can hold at once. */
const MOST_DAYS = 800;

export const ExportManyInput = z
  .object({ athleteIds: z.array(z.uuid()).min(1).max(300), from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) <= MOST_DAYS, {
    message: "Choose a first day before the last, at most two years apart.",
    path: ["from"],
  });
type Input = z.output<typeof ExportManyInput>;

/** What an export holds of one athlete; null where they share no training with whoever asks. */
export type ExportedAthlete = {
  athleteId: string;
  name: string | null;
  holds: { planned: number; done: number; results: number } | null;
};

/** What an export of some athletes would hold, athlete by athlete. Statements do not grow with them. */
export async function previewExport(ctx: ServiceContext, input: Input): Promise<ExportedAthlete[]> {
  const { athletes, rows } = await readMany(ctx, input);
  return countsOf(input, athletes, rows);
}

/**
 * Plans, sessions and results of the athletes who share their training with the actor, as tables in one zip, with a list
 * of whom it holds. Who took it is written down.
 */
export async function exportMany(ctx: ServiceContext, input: Input & { orgId: string }): Promise<Readable> {
  const { athletes, rows } = await readMany(ctx, input);
  const names = new Map(athletes.map(({ athleteId, name }) => [athleteId, name]));
  const zip = new ZipFile();
  const options = { mtime: ctx.now, mode: 0o100644 };
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), `${name}.csv`, options);
  add("athletes", athletesTable(countsOf(input, athletes, rows)));
  for (const [name, text] of tablesOf(rows, names)) add(name, text);
  zip.end();
  await insertAuditEvent(ctx.db, {
    kind: "athletes-exported",
    actorId: ctx.actor.userId,
    orgId: input.orgId,
    detail: { from: input.from, to: input.to, athleteIds: [...names.keys()] },
  });
  return zip.outputStream as Readable;
}

type Athletes = Awaited<ReturnType<typeof listExportable>>;

async function readMany(ctx: ServiceContext, { athleteIds, from, to }: Input) {
  const athletes = await listExportable(ctx.db, { coachId: ctx.actor.userId, athleteIds });
  const ids = athletes.map(({ athleteId }) => athleteId);
  return { athletes, rows: await listExported(ctx.db, ids, { from, to }) };
}

function countsOf(input: Input, athletes: Athletes, { planned, done, raced }: Exported): ExportedAthlete[] {
  const count = (rows: readonly { athleteId: string }[]) => {
    const counts = new Map<string, number>();
    for (const { athleteId } of rows) counts.set(athleteId, (counts.get(athleteId) ?? 0) + 1);
    return (athleteId: string) => counts.get(athleteId) ?? 0;
  };
  const [ofPlan, ofDone, ofResults] = [count(planned), count(done), count(raced)];
  const names = new Map(athletes.map(({ athleteId, name }) => [athleteId, name]));
  return [...new Set(input.athleteIds)].map((athleteId) => {
    const name = names.get(athleteId) ?? null;
    if (name === null) return { athleteId, name, holds: null };
    const holds = { planned: ofPlan(athleteId), done: ofDone(athleteId), results: ofResults(athleteId) };
    return { athleteId, name, holds };
  });
}

function athletesTable(athletes: readonly ExportedAthlete[]): string {
  return writeCsv(
    "athlete,exported,planned,done,results".split(","),
    athletes.map(({ name, holds }) =>
      holds
        ? [name, "yes", holds.planned, holds.done, holds.results]
        : ["", "no: shares no training with you", null, null, null],
    ),
  );
}

function tablesOf(
  { planned, done, raced }: Exported,
  names: ReadonlyMap<string, string>,
): [string, string][] {
  const load = (x10: number | null) => (x10 === null ? null : x10 / 10);
  const name = (athleteId: string) => names.get(athleteId);
  return [
    [
      "plan",
      writeCsv(
        "athlete,date,title,kind,status,grade,distance_m,duration_s,load,workout".split(","),
        planned.map((row) => [
          name(row.athleteId),
          row.date,
          row.title,
          row.kind,
          row.status,
          row.grade,
          row.distanceM,
          row.durationS,
          load(row.loadX10),
          row.text,
        ]),
      ),
    ],
    [
      "sessions",
      writeCsv(
        "athlete,date,start,sport,title,distance_m,duration_s,climb_m,avg_hr,max_hr,rpe,feel,load,notes".split(
          ",",
        ),
        done.map((row) => [
          name(row.athleteId),
          row.date,
          row.startAt?.toISOString(),
          row.sport,
          row.title,
          row.distanceM,
          row.durationS,
          row.elevationGainM,
          row.avgHrBpm,
          row.maxHrBpm,
          row.rpe,
          row.feel,
          load(row.loadX10),
          row.notes,
        ]),
      ),
    ],
    [
      "results",
      writeCsv(
        "athlete,date,kind,name,distance_m,time_s".split(","),
        raced.map((row) => [name(row.athleteId), row.date, row.kind, row.name, row.distanceM, row.timeS]),
      ),
    ],
  ];
}
