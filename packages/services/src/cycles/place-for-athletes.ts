import { Level } from "@repo/core/athlete";
import { addDays, localDay, maxDate, Weekday } from "@repo/core/calendar";
import {
  type CycleAnchor,
  type PlacedCycle,
  placeCycle,
  type VolumeScale,
  volumeScale,
} from "@repo/core/cycles";
import type { Pacing } from "@repo/core/paces";
import { checkSeason } from "@repo/core/rules";
import type { Finding } from "@repo/core/season";
import { listPlanAthletes, type PlanAthlete } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { daysUnder, limitsOf, minutesOf, pacingOfAthlete } from "@repo/services/plan";
import type { SourcedCycle } from "./cycle-source.ts";

export type Asked = {
  athleteId: string;
  anchor?: CycleAnchor | undefined;
  /** What easy running was scaled by when it was given; worked out anew where it is asked for and not said. */
  factor?: number;
};

/** A cycle as it would be for one athlete. */
export type PlacedFor = {
  athleteId: string;
  orgId: string;
  person: PlanAthlete["athlete"];
  anchor: CycleAnchor;
  today: string;
  pacing: Pacing;
  /** Mean of the last four weeks, kilometres; null where nothing was recorded. */
  nowKm: number | null;
  /** How it was scaled to that; null as written. */
  scale: VolumeScale | null;
  factor: number;
  placed: PlacedCycle;
  startsOn: string;
  endsOn: string;
  /** Assigned seasons whose days it takes. */
  replaces: PlanAthlete["seasons"];
  /** What the rules say of it. */
  findings: () => Finding[];
};
export type PlacedMany = { found: PlacedFor[]; missing: string[] };

/**
 * Places a cycle for athletes in one statement, however many; those whom the coach may not plan for are missing.
 * @throws AppError INVALID for a start that is no Monday
 */
export async function placeForAthletes(
  ctx: ServiceContext,
  of: {
    orgId: string;
    source: SourcedCycle;
    anchor: CycleAnchor;
    athletes: readonly Asked[];
    isScaled?: boolean;
  },
): Promise<PlacedMany> {
  const asked = new Map(of.athletes.map((each) => [each.athleteId, each]));
  const rows = await listPlanAthletes(ctx.db, {
    orgId: of.orgId,
    coachId: ctx.actor.userId,
    athleteIds: [...asked.keys()],
    today: localDay(ctx.now, "UTC"),
  });
  const found = rows.map((row) =>
    placeFor(ctx, of.source, {
      row,
      anchor: asked.get(row.athleteId)?.anchor ?? of.anchor,
      factor: asked.get(row.athleteId)?.factor ?? (of.isScaled ? null : 1),
    }),
  );
  const seen = new Set(rows.map(({ athleteId }) => athleteId));
  return { found, missing: [...asked.keys()].filter((id) => !seen.has(id)) };
}

function placeFor(
  ctx: ServiceContext,
  { content }: SourcedCycle,
  { row, anchor, factor: said }: { row: PlanAthlete; anchor: CycleAnchor; factor: number | null },
): PlacedFor {
  const { athlete, bands, limits, results, seasons } = row;
  const today = localDay(ctx.now, athlete.timeZone);
  const pacing = pacingOfAthlete({ athlete, results }, today);
  const away = daysUnder(bands, { from: today, to: addDays(today, 7 * 160) });
  const minutes = minutesOf(athlete.weekdayMinutes);
  const blackout = [...new Set([...athlete.blackoutDates, ...away])].sort();
  const nowKm = row.monthM === null ? null : round(row.monthM / 4_000);
  const scale = said === null ? volumeScale(content, { pacing, nowKm }) : null;
  const factor = said ?? scale?.factor ?? 1;
  const known = {
    pacing,
    level: Level.nullable().catch(null).parse(athlete.level),
    runsPerWeek: athlete.runsPerWeek,
    currentWeeklyKm: round((row.monthM ?? 0) / 4_000),
    longestRunLast30DaysKm: row.longestM === null ? null : round(row.longestM / 1_000),
    unavailable: Weekday.array().catch([]).parse(athlete.unavailableWeekdays),
    blackout,
    injuryHistory: athlete.injurySites,
  };
  const placed = placeCycle(content, anchor, known, { factor });
  const startsOn = placed.season.weeks[0]?.start ?? today;
  const endsOn = addDays(placed.season.weeks.at(-1)?.start ?? today, 6);
  return {
    athleteId: row.athleteId,
    orgId: row.orgId,
    person: athlete,
    anchor,
    today,
    pacing,
    nowKm,
    scale,
    factor,
    placed,
    startsOn,
    endsOn,
    replaces: seasons.filter(
      (season) => season.startsOn <= endsOn && season.endsOn >= maxDate(startsOn, today),
    ),
    findings: () =>
      checkSeason(placed.season, {
        today,
        pacing,
        limits: limitsOf(limits),
        blackout,
        ...(minutes ? { minutes } : {}),
      }).filter(({ severity }) => severity !== "info"),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
