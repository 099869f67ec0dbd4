import { newId } from "@repo/db";
import {
  getUser,
  giveUpSeasons,
  insertAuditEvent,
  insertCycleAssignments,
  insertMails,
  insertManySeasons,
  insertManyWorkouts,
  markManyForJudging,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { assignmentMail } from "@repo/services/plan";
import type { z } from "zod";
import type { AssignCycleInput } from "./cycle-inputs.ts";
import { sourceOf } from "./cycle-source.ts";
import { type PlacedFor, placeForAthletes } from "./place-for-athletes.ts";
import { outlineOfPlaced, workoutCollector } from "./rows-of-placed.ts";

/** What became of one athlete's share. */
export type CycleResult =
  | { athleteId: string; outcome: "refused"; reason: "not-coached" | "over" }
  | {
      athleteId: string;
      outcome: "assigned";
      name: string;
      seasonId: string;
      startsOn: string;
      endsOn: string;
      workouts: number;
      replaced: string[];
      toLookAt: number;
      /** What its easy and long running was scaled by; 1 as written. */
      factor: number;
    };
type Input = z.output<typeof AssignCycleInput> & { orgId: string };
type Made = { each: PlacedFor; seasonId: string; workouts: number };

/**
 * Gives a cycle to athletes, each from a day of their own: a season for each, in their own paces and on their own days,
 * and a mail. Days that another season still planned from its start on are given up. One athlete who may not be planned
 * for does not keep it from the others: the answer says what became of each. Statements do not grow with the athletes.
 * @throws AppError NOT_FOUND; INVALID for a start that is no Monday
 */
export function assignCycle(
  ctx: ServiceContext,
  input: Input,
  links: { urlOf: (season: { athleteId: string; seasonId: string }) => string },
): Promise<CycleResult[]> {
  return once(
    ctx,
    { mutationId: input.mutationId, athleteId: ctx.actor.userId, request: input },
    async () => {
      const source = await sourceOf(ctx, input.orgId, input.cycle);
      const { found, missing } = await placeForAthletes(ctx, { ...input, source });
      const [over, open] = [found.filter(isOver), found.filter((each) => !isOver(each))];
      const made = await write(ctx, input, open);
      const { cycleId, classicId, version } = source;
      await insertCycleAssignments(
        ctx.db,
        made.map(({ each, seasonId }) => ({
          seasonId,
          athleteId: each.athleteId,
          cycleId,
          classicId,
          version,
          anchor: each.anchor.kind,
          anchorOn: each.anchor.date,
          scale: each.factor,
          authorId: ctx.actor.userId,
        })),
      );
      await markManyForJudging(
        ctx.db,
        made.map(({ each }) => each.athleteId),
      );
      await mailAthletes(ctx, input, { made, urlOf: links.urlOf });
      await insertAuditEvent(ctx.db, {
        kind: "cycle-assigned",
        actorId: ctx.actor.userId,
        orgId: input.orgId,
        detail: { cycleId, classicId, version, athleteIds: made.map(({ each }) => each.athleteId) },
      });
      return [
        ...made.map(resultOf),
        ...over.map(({ athleteId }) => ({ athleteId, outcome: "refused" as const, reason: "over" as const })),
        ...missing.map((athleteId) => ({
          athleteId,
          outcome: "refused" as const,
          reason: "not-coached" as const,
        })),
      ];
    },
  );
}

/** Nothing of it lies ahead any more. */
function isOver({ endsOn, today }: PlacedFor): boolean {
  return endsOn < today;
}

async function write(ctx: ServiceContext, input: Input, open: readonly PlacedFor[]): Promise<Made[]> {
  const collected = workoutCollector();
  const made = open.map((each): Made => {
    const of = { athleteId: each.athleteId, seasonId: newId() };
    // What has passed already is not planned into the past.
    const ahead = each.placed.season.weeks
      .flatMap((week) => week.workouts)
      .filter(({ date }) => date >= each.today);
    collected.add({ ...of, orgId: each.orgId }, ahead);
    return { each, seasonId: of.seasonId, workouts: ahead.length };
  });
  if (made.length === 0) return made;
  const outlines = made.map(({ each, seasonId }) =>
    outlineOfPlaced({ athleteId: each.athleteId, seasonId }, each.placed.season),
  );
  const by = { authorId: ctx.actor.userId };
  await insertManySeasons(ctx.db, {
    ...by,
    at: ctx.now,
    seasons: made.map(({ each, seasonId }) => ({
      athleteId: each.athleteId,
      seasonId,
      orgId: each.orgId,
      name: input.name,
      request: each.placed.season.request,
      startsOn: each.startsOn,
      endsOn: each.endsOn,
    })),
    phases: outlines.flatMap(({ phases }) => phases),
    weeks: outlines.flatMap(({ weeks }) => weeks),
  });
  await insertManyWorkouts(ctx.db, { ...by, contents: collected.contents(), workouts: collected.workouts });
  await giveUpSeasons(
    ctx.db,
    made.flatMap(({ each }) =>
      each.replaces.map(({ id }) => ({ athleteId: each.athleteId, seasonId: id, from: each.startsOn })),
    ),
  );
  return made;
}

type Mailed = { made: readonly Made[]; urlOf: (of: { athleteId: string; seasonId: string }) => string };

async function mailAthletes(ctx: ServiceContext, input: Input, { made, urlOf }: Mailed): Promise<void> {
  const coach = await getUser(ctx.db, ctx.actor.userId);
  await insertMails(
    ctx.db,
    made.map(({ each, seasonId }) => {
      const { athleteId, person, placed, startsOn, endsOn, today } = each;
      const coming = placed.season.weeks
        .flatMap((week) => week.workouts)
        .filter(({ date, kind }) => date >= today && kind !== "rest");
      return {
        dedupeKey: `season-assigned:${seasonId}:1`,
        userId: athleteId,
        payload: assignmentMail({
          to: person.email,
          coach: coach?.name ?? "Your coach",
          season: { name: input.name, startsOn, endsOn, weeks: placed.season.weeks.length },
          next: coming.slice(0, 5).map(({ date, title }) => ({ localDate: date, title })),
          message: input.message,
          url: urlOf({ athleteId, seasonId }),
        }),
      };
    }),
  );
}

function resultOf({ each, seasonId, workouts }: Made): CycleResult {
  const { athleteId, person, startsOn, endsOn, replaces } = each;
  return {
    athleteId,
    outcome: "assigned",
    name: person.name,
    seasonId,
    startsOn,
    endsOn,
    workouts,
    replaced: replaces.map(({ name }) => name),
    toLookAt: each.findings().length,
    factor: each.factor,
  };
}
