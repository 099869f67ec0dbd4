import { isRun } from "@repo/core/season";
import type { ServiceContext } from "@repo/services/context";
import type { z } from "zod";
import type { PreviewCycleInput } from "./cycle-inputs.ts";
import { sourceOf } from "./cycle-source.ts";
import { type PlacedFor, placeForAthletes } from "./place-for-athletes.ts";

/** How many findings and moved days are told by name; of the others the number. */
const TOLD = 8;
const SAMPLES = 3;

/**
 * What a cycle would be for each of some athletes: their days, their paces, what the rules say, whose season it
 * replaces. Nothing is stored. Statements do not grow with the athletes.
 * @throws AppError NOT_FOUND; INVALID for a start that is no Monday
 */
export async function previewCycle(
  ctx: ServiceContext,
  input: z.output<typeof PreviewCycleInput> & { orgId: string },
) {
  const source = await sourceOf(ctx, input.orgId, input.cycle);
  const { found, missing } = await placeForAthletes(ctx, { ...input, source });
  return { name: source.name, version: source.version, athletes: found.map(previewOf), missing };
}

function previewOf(each: PlacedFor) {
  const { athleteId, person, anchor, pacing, placed, startsOn, endsOn, today } = each;
  const findings = each.findings();
  const workouts = placed.season.weeks.flatMap((week) => week.workouts);
  const runs = workouts.filter(({ kind, text }) => isRun(kind) && kind !== "race" && text);
  return {
    athleteId,
    name: person.name,
    anchor,
    startsOn,
    endsOn,
    /** Days that have passed already would come without being doable. */
    isPast: startsOn < today,
    weeks: placed.season.weeks.length,
    workouts: workouts.length,
    pacing,
    /** What they ran a week lately, and what the cycle begins with; kilometres. */
    nowKm: each.nowKm,
    firstKm: placed.season.weeks[0]?.targetKm ?? null,
    /** How easy and long running follows that, and what the cycle holds as written; null where it does not. */
    scale: each.scale,
    /** One run of each of the first kinds, hard ones before easy ones, in this athlete's paces. */
    samples: [...new Map(runs.toReversed().map((workout) => [workout.kind, workout])).values()]
      .sort((a, b) => Number(b.hard) - Number(a.hard) || a.date.localeCompare(b.date))
      .slice(0, SAMPLES)
      .map(({ title, text, distanceM, durationS }) => ({
        title,
        text: text ?? null,
        distanceM: distanceM ?? null,
        durationS: durationS ?? null,
      })),
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity }) => severity === "warn").length,
    findings: findings.slice(0, TOLD).map(({ rule, severity, title, dates }) => ({
      rule,
      severity,
      title,
      date: dates[0] ?? null,
    })),
    moved: placed.moved.length,
    movedFirst: placed.moved.slice(0, TOLD),
    dropped: placed.dropped.length,
    droppedFirst: placed.dropped.slice(0, TOLD),
    replaces: each.replaces.map(({ name, startsOn: from, endsOn: to }) => ({
      name,
      startsOn: from,
      endsOn: to,
    })),
  };
}
