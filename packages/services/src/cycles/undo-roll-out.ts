import { addDays, localDay } from "@repo/core/calendar";
import { phasesOfWeeks, rollOutWeeks } from "@repo/core/cycles";
import { AppError } from "@repo/core/errors";
import type { PhaseKind, SeasonPhase, SeasonWeek } from "@repo/core/season";
import {
  deleteManyWorkouts,
  insertAuditEvent,
  insertManyPhases,
  insertManyWeeks,
  lockRollOut,
  markManyForJudging,
  markRollOutUndone,
  type RolledOutSeason,
  renewCycleSeasons,
  restoreWorkouts,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import type { z } from "zod";
import type { UndoRollOutInput } from "./cycle-inputs.ts";
import type { RolledOut, RolledSeason } from "./roll-out-cycle.ts";
import { outlineOfPlaced } from "./rows-of-placed.ts";

type Undone = { season: RolledOutSeason; back: Set<string>; rolled: RolledSeason };

/**
 * Takes a roll-out back in all seasons that it reached: the weeks it rewrote are as they were, row by row. What was
 * begun, done or changed since stays, and the answer names it. Statements do not grow with the athletes.
 * @throws AppError NOT_FOUND where there is none that stands
 */
export function undoRollOut(
  ctx: ServiceContext,
  input: z.output<typeof UndoRollOutInput> & { orgId: string },
): Promise<RolledOut> {
  const { mutationId, orgId, cycleId, rollOutId } = input;
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request: input }, async () => {
    const seasons = await lockRollOut(ctx.db, { cycleId, id: rollOutId });
    const [first] = seasons;
    if (!first) throw new AppError("NOT_FOUND", "There is no such roll-out any more.");
    const undone = seasons.map((season) => undoneOf(ctx, season));
    await write(ctx, undone);
    await markRollOutUndone(ctx.db, { id: rollOutId, at: ctx.now });
    await insertAuditEvent(ctx.db, {
      kind: "cycle-roll-out-undone",
      actorId: ctx.actor.userId,
      orgId,
      detail: { cycleId, rollOutId, seasons: seasons.map(({ seasonId }) => seasonId) },
    });
    return {
      rollOutId: null,
      version: first.fromVersion,
      seasons: undone.map(({ rolled }) => rolled),
    };
  });
}

function undoneOf(ctx: ServiceContext, season: RolledOutSeason): Undone {
  const today = localDay(ctx.now, season.timeZone);
  const { replace, skip } = rollOutWeeks(season.rewritten, season.workouts, today);
  const { athleteId, seasonId, name, fromVersion } = season;
  const rolled = { athleteId, seasonId, name, fromVersion, replaced: replace, skipped: skip };
  return { season, back: new Set(replace), rolled };
}

/** Weeks that come back as they were, the others as they are. */
function weeksAfter({ season, back }: Undone): SeasonWeek[] {
  const kept = season.weeks.filter(({ start }) => !back.has(start));
  const old = season.before.weeks.filter(({ start }) => back.has(start));
  return [...kept, ...old]
    .map((week) => ({ ...week, phase: week.phase as PhaseKind, workouts: [] }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

function isWhole({ season, back }: Undone): boolean {
  return season.rewritten.every((week) => back.has(week));
}

async function write(ctx: ServiceContext, undone: readonly Undone[]): Promise<void> {
  const inBack = ({ back }: Undone, date: string) =>
    [...back].some((start) => start <= date && date <= addDays(start, 6));
  await deleteManyWorkouts(
    ctx.db,
    undone.flatMap((each) =>
      each.season.workouts.filter(({ date }) => inBack(each, date)).map(({ id }) => id),
    ),
  );
  const after = undone.map((each) => {
    const { athleteId, seasonId, before } = each.season;
    const weeks = weeksAfter(each);
    const phases = isWhole(each) ? (before.phases as SeasonPhase[]) : phasesOfWeeks(weeks);
    return { of: { athleteId, seasonId }, each, weeks, phases };
  });
  await renewCycleSeasons(
    ctx.db,
    after.map(({ of, each, weeks }) => ({
      ...of,
      startsOn: weeks[0]?.start ?? each.season.before.startsOn,
      endsOn: weeks.length > 0 ? addDays(weeks.at(-1)?.start ?? "", 6) : each.season.before.endsOn,
      request: each.season.before.request,
      version: each.season.fromVersion,
    })),
  );
  const outlines = after.map(({ of, weeks, phases }) => outlineOfPlaced(of, { phases, weeks }));
  await insertManyPhases(
    ctx.db,
    outlines.flatMap(({ phases }) => phases),
  );
  await insertManyWeeks(
    ctx.db,
    outlines.flatMap(({ weeks }) => weeks),
  );
  await restoreWorkouts(
    ctx.db,
    undone.flatMap((each) =>
      each.season.before.workouts.filter(({ local_date: date }) => inBack(each, date)),
    ),
  );
  await markManyForJudging(ctx.db, [...new Set(undone.map(({ season }) => season.athleteId))]);
}
