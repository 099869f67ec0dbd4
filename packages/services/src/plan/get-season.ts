import { peakLedger, RULES } from "@repo/core/rules";
import type { NotHonoured } from "@repo/core/season";
import { mayPlanFor } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";
import { loadSeason, type SeasonRef } from "./load-season.ts";
import { shownFindings, shownWorkout } from "./shown-season.ts";
import { weekFigures } from "./week-figures.ts";

/**
 * A season as its page shows it: phases, weeks with what was done beside what was planned, workouts, verdicts with
 * waivers applied, and what the athlete's paces rest on.
 * @throws AppError NOT_FOUND
 */
export async function getSeason(ctx: ServiceContext, ref: SeasonRef) {
  const loaded = await loadSeason(ctx, ref);
  const { outline, rows, pacing, today } = loaded;
  const { id, name, status, version, startsOn, endsOn, assignedAt } = outline.season;
  return {
    id,
    name,
    status,
    version,
    startsOn,
    endsOn,
    assignedAt,
    today,
    athleteId: ref.athleteId,
    athleteName: outline.athlete.name,
    /** Null where the season was not asked for in our format. */
    request: loaded.season.request ?? null,
    pacing,
    phases: outline.phases.map(({ kind, startsOn: start, endsOn: end }) => ({ kind, start, end })),
    weeks: await weekFigures(ctx, loaded),
    workouts: rows.map(shownWorkout),
    findings: shownFindings(loaded),
    peaks: peakLedger(loaded.season, loaded),
    rulesChecked: RULES.length,
    notHonoured: outline.season.notHonoured as NotHonoured[],
    lastEdit: outline.lastEdit,
    /** Whether the reader may change it: assistants read and comment. */
    mayPlan: await mayPlanFor(ctx, ref),
  };
}
