import { addDays, localDay } from "@repo/core/calendar";
import { valueOrNull } from "@repo/core/estimate";
import { scoreOf } from "@repo/core/paces";
import type { Race, SeasonRequest } from "@repo/core/season";
import {
  getAthleteState,
  listCheckIns,
  listComments,
  listConsentsTo,
  listOpenWarnings,
  listPairers,
  listPlannedWorkouts,
  listRecentActivities,
  listResults,
  listSeasons,
  type ResultRow,
} from "@repo/db/queries";
import { getProfile, mayPlanAs } from "@repo/services/athlete";
import { recordRead } from "@repo/services/consent";
import type { ServiceContext } from "@repo/services/context";
import { getLoadSeries } from "@repo/services/load";
import { pacingAsOf } from "@repo/services/plan";
import { sayWarning, untold } from "@repo/services/warnings";

const CHART_DAYS = 182;
const CHECK_IN_DAYS = 14;
const RECENT = 12;
const GRAVITY = { error: 0, warn: 1, info: 2 } as const;

/**
 * An athlete as their coach sees them: season, load, results and thresholds, what was done lately, check-ins where they
 * are shared, what the night warns of, and what was said.
 * @throws AppError NOT_FOUND
 */
export async function getAthleteOverview(ctx: ServiceContext, { athleteId }: { athleteId: string }) {
  const profile = await getProfile(ctx, { athleteId });
  const today = localDay(ctx.now, profile.timeZone);
  const results = await listResults(ctx.db, athleteId);
  const state = await getAthleteState(ctx.db, athleteId);
  const seasons = await listSeasons(ctx.db, athleteId);
  const season =
    seasons.find(
      ({ status, startsOn, endsOn }) => status === "assigned" && startsOn <= today && endsOn >= today,
    ) ??
    seasons.findLast(({ status, startsOn }) => status === "assigned" && startsOn > today) ??
    null;
  return {
    athleteId,
    name: profile.name,
    isDemo: profile.isDemo,
    today,
    rev: state?.rev ?? 0,
    profile: profileFigures(profile),
    pacing: pacingAsOf(today, profile, results),
    zoneScheme: profile.zoneScheme,
    ribbon: ribbonOf(state, season?.request),
    season: season
      ? { id: season.id, name: season.name, startsOn: season.startsOn, endsOn: season.endsOn }
      : null,
    drafts: seasons
      .filter(({ status }) => status === "draft")
      .map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn, endsOn })),
    // A morning entered is a day known, not a load: until the first session there is nothing to smooth.
    load: state?.lastActivityOn
      ? await getLoadSeries(ctx.db, athleteId, { from: addDays(today, -CHART_DAYS), to: today }, state)
      : [],
    results: latest(results),
    activities: await activitiesOf(ctx, athleteId, today),
    ...(await sharedOf(ctx, athleteId, today)),
  };
}

function profileFigures(profile: Awaited<ReturnType<typeof getProfile>>) {
  const { level, runsPerWeek, maxHrBpm, restingHrBpm, thresholdHrBpm, thresholdPaceSPerKm, injurySites } =
    profile;
  const { thresholdsSetAt, timeZone } = profile;
  return {
    level,
    runsPerWeek,
    maxHrBpm,
    restingHrBpm,
    thresholdHrBpm,
    thresholdPaceSPerKm,
    thresholdsSetAt,
    injurySites,
    timeZone,
  };
}

function ribbonOf(state: Awaited<ReturnType<typeof getAthleteState>>, request: unknown) {
  const from = state?.ribbonFrom;
  if (!state || !from) return null;
  const races = ((request as Partial<SeasonRequest> | undefined)?.races ?? []) as Race[];
  return {
    weeks: (state.ribbonPlannedKm ?? []).map((plannedKm, index) => ({
      start: addDays(from, 7 * index),
      phase: state.ribbonPhases?.[index] ?? null,
      plannedKm,
      doneKm: state.ribbonDoneKm?.[index] ?? null,
    })),
    races: races.map(({ date, name, priority, distanceM }) => ({
      date,
      name: name ?? null,
      priority,
      distanceM,
    })),
  };
}

function latest(results: readonly ResultRow[]) {
  return results
    .toReversed()
    .slice(0, RECENT)
    .map(({ id, localDate, kind, distanceM, timeS, name }) => ({
      id,
      localDate,
      kind,
      distanceM,
      timeS,
      name,
      score: valueOrNull(scoreOf({ distanceM, timeS })),
    }));
}

async function activitiesOf(ctx: ServiceContext, athleteId: string, today: string) {
  const rows = await listRecentActivities(ctx.db, athleteId, RECENT);
  const from = rows.at(-1)?.localDate ?? today;
  const planned = await listPlannedWorkouts(ctx.db, athleteId, { from, to: today });
  const locked = rows.filter(({ matchLocked }) => matchLocked).map(({ id }) => id);
  const pairers = await listPairers(ctx.db, athleteId, locked);
  return rows.map((row) => {
    const workout = planned.find(({ id }) => id === row.plannedWorkoutId);
    return {
      id: row.id,
      localDate: row.localDate,
      sport: row.sport,
      title: row.title,
      distanceM: row.distanceM,
      durationS: row.durationS,
      avgHrBpm: row.avgHrBpm,
      rpe: row.rpe,
      load: row.loadX10 === null ? null : row.loadX10 / 10,
      plannedWorkoutId: row.plannedWorkoutId,
      isLocked: row.matchLocked,
      pairedBy: pairers.get(row.id) ?? null,
      planned: workout
        ? { title: workout.title, status: workout.status, grade: gradeOf(workout.grade) }
        : null,
    };
  });
}

function gradeOf(grade: Record<string, unknown> | null): string | null {
  return typeof grade?.grade === "string" ? grade.grade : null;
}

const SCOPES = ["training", "wellness", "medical"] as const;
type Shared = ReadonlySet<(typeof SCOPES)[number]>;

/** What depends on more than training being shared: checked here and, for itself, by the database. */
async function sharedOf(ctx: ServiceContext, athleteId: string, today: string) {
  const coachId = ctx.actor.userId;
  const held = await listConsentsTo(ctx.db, athleteId, coachId);
  const shared = new Set(SCOPES.filter((each) => held.some(({ scope }) => scope === each)));
  const training = held.filter(({ scope }) => scope === "training");
  const orgId = training[0]?.orgId ?? null;
  const said = await listComments(ctx.db, athleteId, { limit: 30 });
  return {
    shares: [...shared],
    /** Assistants read and comment. */
    mayPlan: coachId === athleteId || training.some(({ role }) => mayPlanAs(role)),
    checkIns:
      shared.has("wellness") || shared.has("medical")
        ? await checkInsOf(ctx, { athleteId, today, shared })
        : [],
    warnings: await warningsOf(ctx, athleteId, shared),
    comments: said.filter((each) => !each.isPrivate || each.authorId === coachId || each.orgId === orgId),
  };
}

async function checkInsOf(
  ctx: ServiceContext,
  { athleteId, today, shared }: { athleteId: string; today: string; shared: Shared },
) {
  const range = { from: addDays(today, 1 - CHECK_IN_DAYS), to: today };
  for (const scope of ["wellness", "medical"] as const)
    if (shared.has(scope)) await recordRead(ctx, { athleteId, scope });
  const rows = (await listCheckIns(ctx.db, athleteId, range)).map(({ localDate, ...row }) => ({
    localDate,
    checkIn: shared.has("wellness") ? row.checkIn : null,
    medical: shared.has("medical") ? row.medical : null,
  }));
  return rows.reverse().map(({ localDate, checkIn, medical }) => ({
    localDate,
    sleepHours: checkIn?.sleepHours ?? null,
    fatigue: checkIn?.fatigue ?? null,
    soreness: checkIn?.soreness ?? null,
    mood: checkIn?.mood ?? null,
    stress: checkIn?.stress ?? null,
    restingHrBpm: checkIn?.restingHrBpm ?? null,
    hrvRmssdMs: checkIn?.hrvRmssdMs ?? null,
    legs: checkIn?.legs ?? null,
    notes: checkIn?.notes ?? null,
    ill: medical?.ill ?? null,
    painSite: medical?.painSite ?? null,
    painLevel: medical?.painLevel ?? null,
    cyclePhase: medical?.cyclePhase ?? null,
    medicalNotes: medical?.notes ?? null,
  }));
}

async function warningsOf(ctx: ServiceContext, athleteId: string, shared: Shared) {
  const open = (await listOpenWarnings(ctx.db, athleteId)).filter(({ scope }) => shared.has(scope));
  const rows = untold(open).toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return rows.map((warning) => {
    const { id, kind, severity, openedOn, lastSeenOn, title, evidence, source, remedy } = warning;
    const words = sayWarning(warning);
    return {
      id,
      kind,
      severity,
      openedOn,
      lastSeenOn,
      title,
      words,
      evidence,
      source,
      remedy: remedy ?? null,
    };
  });
}
