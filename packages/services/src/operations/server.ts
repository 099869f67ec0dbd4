import { AppError } from "@repo/core/errors";
import { getOperations, type Operations, resendMails, retryAthlete } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

/** After so long without a sign of life a worker counts as gone. */
const SILENT_AFTER_S = 60;
/** A night that is due for longer than this is late. */
const LATE_AFTER_S = 30 * 60;

export type Server = Operations & {
  /** What a person should look at, most urgent first. */
  concerns: {
    code: "no-worker" | "silent-workers" | "set-aside" | "dead-mails" | "late" | "mails-wait";
    count: number;
  }[];
};

/** How the server works: last nights, what waits, what failed and why, mails. For whoever runs it. */
export async function getServer(ctx: ServiceContext): Promise<Server> {
  const found = await getOperations(ctx.db);
  const shown = { ...found, workers: currentWorkers(found.workers) };
  return { ...shown, concerns: concernsOf(shown) };
}

type Worker = Operations["workers"][number];

/** Workers without those that fell silent and whose machine runs another one by now: that one took their place. */
export function currentWorkers(workers: readonly Worker[]): Worker[] {
  const machines = new Set(workers.filter((worker) => !isSilent(worker)).map(machineOf));
  return workers.filter((worker) => !isSilent(worker) || !machines.has(machineOf(worker)));
}

export function isSilent({ ageS }: Worker): boolean {
  return ageS > SILENT_AFTER_S;
}

/** A worker is called by its machine and the number of its process. */
function machineOf({ name }: Worker): string {
  return name.replace(/ \d+$/, "");
}

function concernsOf({ workers, troubles, mails, zones }: Operations): Server["concerns"] {
  const silent = workers.filter(isSilent).length;
  const alive = workers.length - silent;
  const setAside = troubles.filter((trouble) => trouble.setAside).length;
  const late = zones.filter((zone) => zone.lagS > LATE_AFTER_S).reduce((sum, zone) => sum + zone.pending, 0);
  const all: Server["concerns"] = [
    { code: "no-worker", count: alive === 0 ? 1 : 0 },
    { code: "silent-workers", count: alive === 0 ? 0 : silent },
    { code: "set-aside", count: setAside },
    { code: "dead-mails", count: mails.dead },
    { code: "late", count: late },
    { code: "mails-wait", count: (mails.oldestS ?? 0) > LATE_AFTER_S ? mails.pending : 0 },
  ];
  return all.filter((concern) => concern.count > 0);
}

/** Puts dead mails back in the queue: one, or all of them. */
export async function resend(ctx: ServiceContext, input: { id: string | null }): Promise<{ count: number }> {
  const count = await resendMails(ctx.db, input.id);
  if (count === 0) {
    throw new AppError("CONFLICT", "That mail is not among those set aside any more. Load the page again.");
  }
  return { count };
}

/** Gives an athlete who was set aside another eight tries. */
export async function retry(ctx: ServiceContext, input: { athleteId: string }): Promise<{ count: number }> {
  const count = await retryAthlete(ctx.db, input.athleteId);
  if (count === 0) {
    throw new AppError("CONFLICT", "Nothing of that athlete failed any more. Load the page again.");
  }
  return { count };
}
