import { InjurySite, Level, Sex, WeekdayMinutes } from "@repo/core/athlete";
import { IsoDate, Weekday } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { HEART_SCHEMES } from "@repo/core/zones";
import {
  type AthleteChanges,
  type AthleteRow,
  getAthlete,
  getUser,
  insertAthlete,
  insertAuditEvent,
  insertProfileEvent,
  listConsentedRoles,
  markDirty,
  markForJudging,
  updateAthlete,
  updateUser,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { TimeZone } from "@repo/services/identity";
import { z } from "zod";

export type Profile = AthleteRow & { name: string };

/** Before anything could have been logged: everything is computed again from here. */
const FROM_THE_BEGINNING = "1900-01-01";

export const ProfileChanges = z.strictObject({
  timeZone: TimeZone.optional(),
  units: z.enum(["metric", "imperial"]).optional(),
  weekStartsOn: z.enum(["mon", "sun"]).optional(),
  sex: Sex.nullable().optional(),
  birthDate: IsoDate.nullable().optional(),
  maxHrBpm: z.number().min(100).max(240).nullable().optional(),
  restingHrBpm: z.number().min(25).max(120).nullable().optional(),
  thresholdHrBpm: z.number().min(80).max(230).nullable().optional(),
  thresholdPaceSPerKm: z.number().min(120).max(900).nullable().optional(),
  level: Level.nullable().optional(),
  runsPerWeek: z.number().int().min(1).max(14).nullable().optional(),
  longRunDay: Weekday.nullable().optional(),
  hasGym: z.boolean().nullable().optional(),
  zoneScheme: z.enum(HEART_SCHEMES).nullable().optional(),
  unavailableWeekdays: z.array(Weekday).max(7).optional(),
  weekdayMinutes: WeekdayMinutes.optional(),
  blackoutDates: z.array(IsoDate).max(400).optional(),
  injurySites: z.array(InjurySite).max(20).optional(),
  settings: z.record(z.string().max(60), z.unknown()).optional(),
});
export type ProfileChanges = z.infer<typeof ProfileChanges>;

export const UpdateProfileInput = z.strictObject({
  athleteId: z.uuid(),
  /** The version the changes were made on. */
  version: z.int32().positive(),
  changes: ProfileChanges,
});
export type UpdateProfileInput = z.infer<typeof UpdateProfileInput>;

/**
 * An athlete's profile, for the athlete and those who may see their training.
 * @throws AppError NOT_FOUND
 */
export async function getProfile(ctx: ServiceContext, input: { athleteId: string }): Promise<Profile> {
  const athlete = await getAthlete(ctx.db, input.athleteId);
  const user = athlete && !athlete.deletedAt ? await getUser(ctx.db, input.athleteId) : null;
  if (!athlete || !user) return notFound();
  return { ...athlete, name: user.name };
}

/** Whether the actor may change the plan of an athlete whom they may see: assistants read and comment. */
export async function mayPlanFor(
  ctx: ServiceContext,
  { athleteId }: { athleteId: string },
): Promise<boolean> {
  const coachId = ctx.actor.userId;
  if (coachId === athleteId) return true;
  const roles = await listConsentedRoles(ctx.db, athleteId, { coachId, scope: "training" });
  return roles.some(mayPlanAs);
}

export function mayPlanAs(role: string): boolean {
  return role !== "assistant" && role !== "athlete";
}

/** Makes the actor an athlete; whoever is one stays as they are. */
export async function becomeAthlete(ctx: ServiceContext, input: { timeZone: string }): Promise<void> {
  await insertAthlete(ctx.db, ctx.actor.userId, TimeZone.parse(input.timeZone));
}

/**
 * Changes what is known of an athlete, by the athlete or a coach who may plan, and keeps what it was before. New
 * thresholds change every load that rests on them, so all of it is computed again; the days already written keep the
 * zone they were written in.
 * @param suggestion key of the suggestion that is taken with it
 * @throws AppError NOT_FOUND, CONFLICT with the current profile when somebody else changed it in between
 */
export async function updateProfile(
  ctx: ServiceContext,
  input: UpdateProfileInput,
  suggestion: string | null = null,
): Promise<AthleteRow> {
  const { athleteId, version, changes } = input;
  const before = await getAthlete(ctx.db, athleteId);
  if (!before || before.deletedAt) return notFound();
  faultOfHeartRates({ ...before, ...changes });
  if (changes.longRunDay || changes.unavailableWeekdays) faultOfDays({ ...before, ...changes });
  const thresholds = setsThresholds(before, changes);
  const row = await updateAthlete(ctx.db, { athleteId, version }, {
    ...changes,
    ...(thresholds ? { thresholdsSetAt: ctx.now, thresholdsSetBy: ctx.actor.userId } : {}),
  } satisfies AthleteChanges);
  if (!row) {
    if (before.version === version) return notFound();
    throw new AppError(
      "CONFLICT",
      "Somebody else changed the profile meanwhile. Look at it and save again.",
      {
        current: before,
      },
    );
  }
  if (thresholds) await markDirty(ctx.db, athleteId, FROM_THE_BEGINNING);
  else await markForJudging(ctx.db, athleteId);
  await insertAuditEvent(ctx.db, {
    kind: "profile-changed",
    actorId: ctx.actor.userId,
    athleteId,
    detail: { fields: Object.keys(changes) },
  });
  await keepChanges(ctx, { before, row, suggestion });
  await takeAlong(ctx, input);
  return row;
}

/** An athlete's own clock and units are those of their account too: saved there later, they must not be the old ones. */
async function takeAlong(ctx: ServiceContext, { athleteId, changes }: UpdateProfileInput): Promise<void> {
  const { timeZone, units } = changes;
  if (athleteId !== ctx.actor.userId || !(timeZone || units)) return;
  await updateUser(ctx.db, athleteId, { ...(timeZone && { timeZone }), ...(units && { units }) });
}

/** What paces, loads and plans rest on: its changes are kept for the timeline. */
export const KEPT_FIELDS = [
  "maxHrBpm",
  "restingHrBpm",
  "thresholdHrBpm",
  "thresholdPaceSPerKm",
  "level",
  "runsPerWeek",
  "longRunDay",
  "hasGym",
  "zoneScheme",
  "unavailableWeekdays",
  "weekdayMinutes",
  "blackoutDates",
  "injurySites",
] as const;

type Changed = { before: AthleteRow; row: AthleteRow; suggestion: string | null };

async function keepChanges(ctx: ServiceContext, { before, row, suggestion }: Changed): Promise<void> {
  const fields = KEPT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(row[field]));
  if (fields.length === 0) return;
  const of = (athlete: AthleteRow) => Object.fromEntries(fields.map((field) => [field, athlete[field]]));
  await insertProfileEvent(ctx.db, row.athleteId, {
    actorId: ctx.actor.userId,
    kind: "profile-changed",
    suggestion,
    before: of(before),
    after: of(row),
    at: ctx.now,
  });
}

const THRESHOLDS = ["maxHrBpm", "restingHrBpm", "thresholdHrBpm", "thresholdPaceSPerKm", "sex"] as const;

function setsThresholds(before: AthleteRow, changes: ProfileChanges): boolean {
  return THRESHOLDS.some((field) => changes[field] !== undefined && changes[field] !== before[field]);
}

function faultOfHeartRates(rates: Pick<AthleteRow, "maxHrBpm" | "restingHrBpm" | "thresholdHrBpm">): void {
  const { restingHrBpm: resting, thresholdHrBpm: threshold, maxHrBpm: max } = rates;
  const known = [resting, threshold, max].filter((rate) => rate !== null);
  if (known.some((rate, at) => at > 0 && rate <= (known[at - 1] ?? 0))) {
    throw new AppError(
      "INVALID",
      "Resting heart rate must lie below threshold, and threshold below maximum. Check the three figures.",
      { fields: ["restingHrBpm", "thresholdHrBpm", "maxHrBpm"] },
    );
  }
}

const WEEK_DAYS = 7;

/** A season asked for with these would be refused. */
function faultOfDays({
  longRunDay,
  unavailableWeekdays,
}: Pick<AthleteRow, "longRunDay" | "unavailableWeekdays">): void {
  if (new Set(unavailableWeekdays).size === WEEK_DAYS) {
    throw new AppError(
      "INVALID",
      "No day is left to run on. Leave at least one; an injury or a holiday is entered in the calendar.",
      { field: "unavailableWeekdays" },
    );
  }
  if (longRunDay !== null && unavailableWeekdays.includes(longRunDay)) {
    throw new AppError(
      "INVALID",
      "The long run stands on a day without running. Choose another day for it, or any day.",
      { fields: ["longRunDay", "unavailableWeekdays"] },
    );
  }
}

function notFound(): never {
  throw new AppError("NOT_FOUND", "There is no such athlete.");
}
