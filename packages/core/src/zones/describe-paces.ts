import type { Athlete } from "@repo/core/athlete";
import { AppError } from "@repo/core/errors";
import { valueOrNull } from "@repo/core/estimate";
import {
  cameronTime,
  easyByMarathonPace,
  equivalentTimeS,
  isUsableScore,
  riegelTime,
  SCORE_MAX,
  SCORE_MIN,
  scoreOf,
  type TrainingPaces,
  trainingPaces,
} from "@repo/core/paces";
import { formatDuration, formatPace, HALF_MARATHON_M, MARATHON_M, METRES_PER_MILE } from "@repo/core/units";
import { ARTICLE_ZONES, type ArticleZone } from "./article-zones.ts";
import type { ZoneTable } from "./scheme.ts";
import {
  articleHrZones,
  frielHrZones,
  frielPaceZones,
  percentMaxHrZones,
  reserveZones,
  threeZonesHr,
  threeZonesPace,
} from "./zone-tables.ts";

const DISTANCES = [
  { name: "1500 m", distanceM: 1500 },
  { name: "mile", distanceM: METRES_PER_MILE },
  { name: "3 km", distanceM: 3000 },
  { name: "5 km", distanceM: 5000 },
  { name: "10 km", distanceM: 10_000 },
  { name: "15 km", distanceM: 15_000 },
  { name: "half marathon", distanceM: HALF_MARATHON_M },
  { name: "marathon", distanceM: MARATHON_M },
] as const;

/** Everything about paces in one answer; times in seconds, paces in s/km. */
export type PaceDescription = {
  score: number;
  from: { distanceM: number; timeS: number } | null;
  /** Times worth the same score; `riegelS` and `cameronS` where a result was given. */
  equivalents: {
    name: string;
    distanceM: number;
    timeS: number;
    time: string;
    paceSPerKm: number;
    pacePerKm: string;
    pacePerMile: string;
    riegelS: number | null;
    cameronS: number | null;
  }[];
  trainingPaces: TrainingPaces & {
    r400S: number;
    /** M7: a minute or two a mile slower than marathon pace, beside the easy range of the score. */
    easyByMarathonPace: { fastSPerKm: number; slowSPerKm: number };
  };
  zones: { article: readonly ArticleZone[]; tables: ZoneTable[] };
};

/**
 * The whole answer about paces for a score, or for a result (metres, seconds): equivalent times, training paces, zones.
 * Throws AppError INVALID, naming what was found and expected, for a result or score that cannot be used.
 */
export function describePaces(
  input: { score: number } | { distanceM: number; timeS: number },
  athlete?: Athlete | null,
): PaceDescription {
  const from = "score" in input ? null : { distanceM: input.distanceM, timeS: input.timeS };
  const score = "score" in input ? checkedScore(input.score) : checkedResult(input);
  const paces = trainingPaces(score);
  return {
    score,
    from,
    equivalents: DISTANCES.flatMap(({ name, distanceM }) => {
      const timeS = valueOrNull(equivalentTimeS(score, distanceM));
      return timeS === null ? [] : [equivalentRow({ name, distanceM, timeS }, from)];
    }),
    trainingPaces: { ...paces, r400S: paces.r * 0.4, easyByMarathonPace: easyByMarathonPace(paces.m) },
    zones: { article: ARTICLE_ZONES, tables: tablesFor(paces, athlete) },
  };
}

function equivalentRow(
  row: { name: string; distanceM: number; timeS: number },
  from: { distanceM: number; timeS: number } | null,
): PaceDescription["equivalents"][number] {
  const paceSPerKm = (row.timeS / row.distanceM) * 1000;
  return {
    ...row,
    time: formatDuration(row.timeS),
    paceSPerKm,
    pacePerKm: formatPace(paceSPerKm, "metric"),
    pacePerMile: formatPace(paceSPerKm, "imperial"),
    riegelS: from ? valueOrNull(riegelTime(from, row.distanceM)) : null,
    cameronS: from ? valueOrNull(cameronTime(from, row.distanceM)) : null,
  };
}

function tablesFor(paces: TrainingPaces, athlete: Athlete | null | undefined): ZoneTable[] {
  const { maxHr, restingHr, thresholdHr } = athlete ?? {};
  const tables = [
    frielPaceZones(paces.t),
    threeZonesPace(paces.t),
    ...(maxHr ? [articleHrZones(maxHr), percentMaxHrZones(maxHr)] : []),
    ...(maxHr && restingHr ? [reserveZones({ maxHr, restingHr })] : []),
    ...(thresholdHr ? [frielHrZones(thresholdHr), threeZonesHr({ secondHr: thresholdHr })] : []),
  ];
  return tables.flatMap((table) => (table.known ? [table.value] : []));
}

function checkedScore(score: number): number {
  if (isUsableScore(score)) return score;
  throw new AppError(
    "INVALID",
    `The score is ${score}; expected a number from ${SCORE_MIN} to ${SCORE_MAX}.`,
    {
      found: score,
    },
  );
}

function checkedResult(result: { distanceM: number; timeS: number }): number {
  const score = scoreOf(result);
  const found = `${result.distanceM} m in ${result.timeS} s`;
  if (!score.known) {
    const expected = "a race of at least one minute and at most ten hours at running speed";
    throw new AppError("INVALID", `The result is ${found}; expected ${expected}.`, { reason: score.reason });
  }
  if (isUsableScore(score.value)) return score.value;
  const worth = `${found} is worth a score of ${score.value.toFixed(1)}`;
  throw new AppError("INVALID", `${worth}; expected one from ${SCORE_MIN} to ${SCORE_MAX}.`, {
    found: score.value,
  });
}
