import { addDays, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { valueOrNull } from "@repo/core/estimate";
import {
  courseM,
  FRESH_RESULT_DAYS,
  type HeldPeak,
  pacingOf,
  suggestThresholds,
  type ThresholdSuggestion,
} from "@repo/core/paces";
import { isRun, type RepacedWorkout, repacedWorkouts } from "@repo/core/season";
import { type Block, parseWorkout, WorkoutKind } from "@repo/core/workouts";
import { observedMaxHr } from "@repo/core/zones";
import { newId } from "@repo/db";
import {
  insertProfileEvent,
  listDismissed,
  listHighHeartRates,
  listPlannedWorkouts,
  listRaceActivities,
  listResults,
  type PlannedWorkoutRow,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { unpackSamples } from "@repo/services/training";
import { z } from "zod";
import { basisOf } from "./pacing-now.ts";
import { getProfile, type Profile, updateProfile } from "./profile.ts";
import { addResult } from "./results.ts";

/** Plans reach no further. */
const PLAN_DAYS = 400;
/** How many re-paced workouts are told by name; of the others the number. */
const TOLD = 6;

export const SettleSuggestionInput = z.strictObject({
  mutationId: z.uuid(),
  athleteId: z.uuid(),
  key: z.string().min(1).max(120),
});
export const DismissSuggestionInput = SettleSuggestionInput.extend({
  /** Brings a dismissed one back instead. */
  isBack: z.boolean().default(false),
  reason: z.string().trim().max(500).default(""),
});

/** A suggestion with what taking it would do to the plan. */
export type ShownSuggestion = ThresholdSuggestion & {
  isDismissed: boolean;
  repaced: { count: number; first: RepacedWorkout[] };
};

/**
 * What new races and results suggest to change of an athlete's paces and heart rates, each with the planned workouts that
 * it would give another target. Dismissed ones stay dismissed, and are told apart.
 * @throws AppError NOT_FOUND
 */
export async function listSuggestions(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<ShownSuggestion[]> {
  const profile = await getProfile(ctx, { athleteId });
  const today = localDay(ctx.now, profile.timeZone);
  const range = { from: addDays(today, -FRESH_RESULT_DAYS), to: today };
  const races = await listRaceActivities(ctx.db, athleteId, range);
  const known = { ...basisOf(profile, await listResults(ctx.db, athleteId)), asOf: today };
  const suggestions = suggestThresholds({
    ...known,
    peaks: await heldPeaks(ctx, profile, {
      ...range,
      races: new Map(races.map(({ id, name }) => [id, name])),
    }),
    races: races.map((race) => ({
      activityId: race.id,
      date: race.localDate,
      name: race.name,
      distanceM: race.distanceM === null ? null : courseM(race.distanceM, race.plannedM),
      timeS: race.durationS,
      avgHr: race.avgHrBpm,
    })),
  });
  if (suggestions.length === 0) return [];
  const dismissed = await listDismissed(ctx.db, athleteId);
  const rows = await listPlannedWorkouts(ctx.db, athleteId, { from: today, to: addDays(today, PLAN_DAYS) });
  const planned = rows.flatMap(aheadOf);
  const now = pacingOf(known);
  return suggestions.map((suggestion) => {
    const repaced = repacedWorkouts(planned, now, pacingOf(takenInto(known, suggestion)));
    return {
      ...suggestion,
      isDismissed: dismissed.has(suggestion.key),
      repaced: { count: repaced.length, first: repaced.slice(0, TOLD) },
    };
  });
}

type Looked = { from: string; to: string; races: ReadonlyMap<string, string | null> };

/** Heart rates that runs held above the maximum that is known, from their samples; without one, those of races. */
async function heldPeaks(ctx: ServiceContext, profile: Profile, looked: Looked): Promise<HeldPeak[]> {
  const { athleteId, maxHrBpm } = profile;
  const { from, to, races } = looked;
  const ids = maxHrBpm === null ? [...races.keys()] : null;
  if (ids?.length === 0) return [];
  const runs = await listHighHeartRates(ctx.db, athleteId, { from, to, fromBpm: maxHrBpm ?? 0, ids });
  return runs.flatMap(({ id, localDate: date, title, ...streams }) => {
    const { timeS, hrBpm, cadenceRpm } = unpackSamples(streams);
    const peakBpm = valueOrNull(observedMaxHr({ timeS, hrBpm, cadence: cadenceRpm }));
    const of = { activityId: id, date, name: title ?? races.get(id) ?? null, isRace: races.has(id) };
    return peakBpm === null ? [] : [{ ...of, peakBpm }];
  });
}

function aheadOf(row: PlannedWorkoutRow) {
  const { id, localDate: date, title, text, status } = row;
  if (status !== "planned" || !isRun(WorkoutKind.catch("rest").parse(row.kind))) return [];
  const parsed = row.blocks === null && text ? parseWorkout(text) : null;
  const blocks = (row.blocks as Block[] | null) ?? (parsed?.ok ? parsed.blocks : []);
  return blocks.length > 0 ? [{ id, date, title, blocks }] : [];
}

type Known = ReturnType<typeof basisOf> & { asOf: string };

/** What of the profile each kind sets. */
const FIELD_OF = {
  "threshold-pace": "thresholdPaceSPerKm",
  "threshold-hr": "thresholdHrBpm",
  "max-hr": "maxHrBpm",
} as const;

function takenInto(known: Known, suggestion: ThresholdSuggestion): Known {
  const { athlete, results } = known;
  if (suggestion.kind === "threshold-pace")
    return { ...known, athlete: { ...athlete, thresholdPaceSPerKm: suggestion.to } };
  if (suggestion.kind === "threshold-hr")
    return { ...known, athlete: { ...athlete, thresholdHr: suggestion.to } };
  if (suggestion.kind === "max-hr") return { ...known, athlete: { ...athlete, maxHr: suggestion.to } };
  const { date, distanceM, timeS } = suggestion.race;
  return { ...known, results: [...results, { date, kind: "race", distanceM, timeS }] };
}

/**
 * Takes a suggestion: the race becomes a result, or the threshold is set. Who took it is written down.
 * @throws AppError NOT_FOUND; CONFLICT when its reason is gone, or somebody changed the profile meanwhile
 */
export function acceptSuggestion(
  ctx: ServiceContext,
  input: z.output<typeof SettleSuggestionInput>,
): Promise<{ key: string }> {
  const { mutationId, athleteId, key } = input;
  return once(ctx, { mutationId, athleteId, request: { accept: key } }, async () => {
    const suggestion = await suggestionOf(ctx, { athleteId, key });
    if (suggestion.kind === "result") {
      const { date: localDate, distanceM, timeS, name } = suggestion.race;
      const result = { athleteId, id: newId(), localDate, kind: "race" as const, distanceM, timeS, name };
      await addResult(ctx, result, key);
    } else {
      const { version } = await getProfile(ctx, { athleteId });
      const changes = { [FIELD_OF[suggestion.kind]]: suggestion.to };
      await updateProfile(ctx, { athleteId, version, changes }, key);
    }
    return { key };
  });
}

/**
 * Dismisses a suggestion, which is not made again while its reason is the same; or brings it back.
 * @throws AppError NOT_FOUND; CONFLICT when its reason is gone
 */
export function dismissSuggestion(
  ctx: ServiceContext,
  input: z.output<typeof DismissSuggestionInput>,
): Promise<{ key: string }> {
  const { mutationId, athleteId, key, isBack, reason } = input;
  return once(ctx, { mutationId, athleteId, request: { dismiss: key, isBack } }, async () => {
    const { kind, date, from, to } = await suggestionOf(ctx, { athleteId, key });
    await insertProfileEvent(ctx.db, athleteId, {
      actorId: ctx.actor.userId,
      kind: isBack ? "suggestion-restored" : "suggestion-dismissed",
      suggestion: key,
      before: { kind, value: from },
      after: { kind, value: to, date },
      reason: reason || null,
      at: ctx.now,
    });
    return { key };
  });
}

async function suggestionOf(ctx: ServiceContext, of: { athleteId: string; key: string }) {
  const suggestion = (await listSuggestions(ctx, of)).find(({ key }) => key === of.key);
  if (suggestion) return suggestion;
  throw new AppError("CONFLICT", "This is not suggested any more. Reload the page to see what is.");
}
