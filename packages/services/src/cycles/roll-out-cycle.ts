import { addDays, localDay } from "@repo/core/calendar";
import { type KeptReason, phasesOfWeeks, rollOutWeeks } from "@repo/core/cycles";
import type { PhaseKind, SeasonWeek } from "@repo/core/season";
import { newId } from "@repo/db";
import {
  type CycleSeason,
  deleteManyWorkouts,
  insertAuditEvent,
  insertManyPhases,
  insertManyWeeks,
  insertManyWorkouts,
  keepRollOut,
  listCycleSeasons,
  markManyForJudging,
  renewCycleSeasons,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import type { z } from "zod";
import type { PreviewRollOutInput, RollOutInput } from "./cycle-inputs.ts";
import { type SourcedCycle, sourceOf } from "./cycle-source.ts";
import { type PlacedFor, placeForAthletes } from "./place-for-athletes.ts";
import { outlineOfPlaced, workoutCollector } from "./rows-of-placed.ts";

/** What a roll-out does to one athlete's season. */
export type RolledSeason = {
  athleteId: string;
  name: string;
  seasonId: string;
  fromVersion: number;
  replaced: string[];
  skipped: { week: string; reason: KeptReason }[];
};
export type RolledOut = {
  /** By which it can be taken back; null where nothing was rolled out. */
  rollOutId: string | null;
  version: number;
  seasons: RolledSeason[];
};

type Renewal = { old: CycleSeason; each: PlacedFor; replace: Set<string>; rolled: RolledSeason };

/**
 * What rolling the latest version out would do: which weeks of whom it rewrites and which it leaves. Nothing is stored.
 * @throws AppError NOT_FOUND
 */
export async function previewRollOut(
  ctx: ServiceContext,
  input: z.output<typeof PreviewRollOutInput> & { orgId: string },
): Promise<RolledOut> {
  const source = await sourceOf(ctx, input.orgId, { cycleId: input.cycleId });
  const renewals = await renewalsOf(ctx, input.orgId, source);
  return {
    rollOutId: null,
    version: source.version,
    seasons: renewals.map(({ rolled }) => rolled),
  };
}

/**
 * Rolls the latest version of a cycle out to every season that was made from an earlier one: weeks wholly ahead in which
 * nobody touched anything become the new version's, all others stay, and the answer names them. Statements do not grow
 * with the athletes.
 * @throws AppError NOT_FOUND
 */
export function rollOutCycle(
  ctx: ServiceContext,
  input: z.output<typeof RollOutInput> & { orgId: string },
): Promise<RolledOut> {
  return once(
    ctx,
    { mutationId: input.mutationId, athleteId: ctx.actor.userId, request: input },
    async () => {
      const source = await sourceOf(ctx, input.orgId, { cycleId: input.cycleId });
      const renewals = await renewalsOf(ctx, input.orgId, source);
      const rollOutId = newId();
      await keepRollOut(ctx.db, {
        id: rollOutId,
        cycleId: input.cycleId,
        authorId: ctx.actor.userId,
        toVersion: source.version,
        at: ctx.now,
        seasons: renewals.map(({ rolled }) => ({ ...rolled, weeks: rolled.replaced })),
      });
      await write(ctx, source.version, renewals);
      await insertAuditEvent(ctx.db, {
        kind: "cycle-rolled-out",
        actorId: ctx.actor.userId,
        orgId: input.orgId,
        detail: {
          cycleId: input.cycleId,
          version: source.version,
          seasons: renewals.map(({ old }) => old.seasonId),
        },
      });
      return {
        rollOutId: renewals.length > 0 ? rollOutId : null,
        version: source.version,
        seasons: renewals.map(({ rolled }) => rolled),
      };
    },
  );
}

async function renewalsOf(ctx: ServiceContext, orgId: string, source: SourcedCycle): Promise<Renewal[]> {
  const today = localDay(ctx.now, "UTC");
  const cycleId = source.cycleId ?? "";
  const behind = (await listCycleSeasons(ctx.db, { cycleId, today })).filter(
    ({ version }) => version < source.version,
  );
  if (behind.length === 0) return [];
  const renewals: Renewal[] = [];
  // Two seasons of one athlete may have come from the same cycle: each is placed with its own anchor.
  for (const round of rounds(behind)) {
    const athletes = round.map(({ athleteId, anchor, anchorOn, scale }) => ({
      athleteId,
      anchor: { kind: anchor, date: anchorOn },
      factor: scale,
    }));
    const [first] = athletes;
    if (!first) continue;
    const { found } = await placeForAthletes(ctx, { orgId, source, anchor: first.anchor, athletes });
    for (const each of found) {
      const old = round.find(({ athleteId }) => athleteId === each.athleteId);
      if (old) renewals.push(renewalOf(old, each));
    }
  }
  return renewals;
}

/** Seasons so that no athlete is in a round twice; nearly always one round. */
function rounds(seasons: readonly CycleSeason[]): CycleSeason[][] {
  const all: CycleSeason[][] = [];
  for (const season of seasons) {
    const free = all.find((round) => round.every(({ athleteId }) => athleteId !== season.athleteId));
    if (free) free.push(season);
    else all.push([season]);
  }
  return all;
}

function renewalOf(old: CycleSeason, each: PlacedFor): Renewal {
  const mondays = [
    ...old.weeks.map(({ start }) => start),
    ...each.placed.season.weeks.map(({ start }) => start),
  ];
  const { replace, skip } = rollOutWeeks(mondays, old.workouts, each.today);
  return {
    old,
    each,
    replace: new Set(replace),
    rolled: {
      athleteId: old.athleteId,
      name: each.person.name,
      seasonId: old.seasonId,
      fromVersion: old.version,
      replaced: replace,
      skipped: skip,
    },
  };
}

/** Kept weeks as they are, the others as the new version has them; a replaced week it does not have is gone. */
function weeksAfter({ old, each, replace }: Renewal): SeasonWeek[] {
  const kept = old.weeks
    .filter(({ start }) => !replace.has(start))
    .map((week) => ({ ...week, phase: week.phase as PhaseKind, workouts: [] }));
  const fresh = each.placed.season.weeks.filter(({ start }) => replace.has(start));
  return [...kept, ...fresh].sort((a, b) => (a.start < b.start ? -1 : 1));
}

async function write(ctx: ServiceContext, version: number, renewals: readonly Renewal[]): Promise<void> {
  if (renewals.length === 0) return;
  const collected = workoutCollector();
  const after = renewals.map((renewal) => {
    const { old, each, replace } = renewal;
    const weeks = weeksAfter(renewal);
    const of = { athleteId: old.athleteId, seasonId: old.seasonId };
    collected.add(
      { ...of, orgId: each.orgId },
      weeks.filter(({ start }) => replace.has(start)).flatMap(({ workouts }) => workouts),
    );
    return { of, weeks, request: each.placed.season.request, startsOn: each.startsOn };
  });
  const isReplaced =
    ({ replace }: Renewal) =>
    (workout: { date: string }) =>
      [...replace].some((start) => start <= workout.date && workout.date <= addDays(start, 6));
  await deleteManyWorkouts(
    ctx.db,
    renewals.flatMap((renewal) => renewal.old.workouts.filter(isReplaced(renewal)).map(({ id }) => id)),
  );
  await renewCycleSeasons(
    ctx.db,
    after.map(({ of, weeks, request, startsOn }) => ({
      ...of,
      startsOn: weeks[0]?.start ?? startsOn,
      endsOn: addDays(weeks.at(-1)?.start ?? startsOn, 6),
      request,
      version,
    })),
  );
  const outlines = after.map(({ of, weeks }) => outlineOfPlaced(of, { phases: phasesOfWeeks(weeks), weeks }));
  await insertManyPhases(
    ctx.db,
    outlines.flatMap(({ phases }) => phases),
  );
  await insertManyWeeks(
    ctx.db,
    outlines.flatMap(({ weeks }) => weeks),
  );
  const by = { authorId: ctx.actor.userId };
  await insertManyWorkouts(ctx.db, { ...by, contents: collected.contents(), workouts: collected.workouts });
  await markManyForJudging(ctx.db, [...new Set(renewals.map(({ old }) => old.athleteId))]);
}
