import { FIRST_THRESHOLD_SHARE, SECOND_THRESHOLD_SHARE, type SessionIntent } from "@repo/core/activities";
import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { coarseStretches } from "@repo/core/load";
import type { ClassifiedActivity } from "./classify-history.ts";
import { polarisationIndex, type ThreeZones } from "./polarisation-index.ts";

export type ZoneBasis = "pace" | "heart-rate";

export type Distribution = {
  /** Seconds in the three zones by what was measured. */
  readonly timeS: ThreeZones;
  /** The same as shares of 1; null without time. */
  readonly share: ThreeZones | null;
  readonly shape: "polarised" | "pyramidal" | "threshold" | "all-easy" | "other" | null;
  readonly polarisationIndex: Estimate<number>;
  /** Sessions by what they were meant to be: easy and long, threshold and the like, intervals and races. */
  readonly sessions: ThreeZones;
  /** Share of the sessions meant to be easy, 0 to 1; the articles' 80 % (M6). Null without sessions. */
  readonly easySessionShare: number | null;
  readonly easyDistanceShare: number | null;
  /** Runs that could be measured, and those that could not. */
  readonly measuredRuns: number;
  readonly unmeasuredRuns: number;
};

/** Below this much measured time a shape is chance. [house] */
export const DISTRIBUTION_HOURS = 4;

/**
 * Where a training period's running lay, twice: by time in three zones as measured, and by sessions as intended.
 * The two differ (an interval session is one of five sessions and a tenth of the time): both are shown, never mixed.
 *
 * @param sessions of the period, from classifyHistory; other sports are left out
 * @param basis what time in zones is measured by
 * @see SOURCES.md [treff-2019], [seiler-2010]; M6
 */
export function distribution(sessions: readonly ClassifiedActivity[], basis: ZoneBasis): Distribution {
  const runs = sessions.filter(({ activity }) => activity.sport === "run");
  const zones = runs.map((run) => timeInZones(run, basis));
  const measured = zones.filter((zone) => zone !== null);
  const timeS = measured.reduce(addZones, NO_TIME);
  const total = timeS.z1 + timeS.z2 + timeS.z3;
  const share = total > 0 ? { z1: timeS.z1 / total, z2: timeS.z2 / total, z3: timeS.z3 / total } : null;
  const enough = total >= DISTRIBUTION_HOURS * 3600;
  const counts = runs.reduce((sum, run) => addZones(sum, zoneOfIntent(run)), NO_TIME);
  const metres = (list: typeof runs) =>
    list.reduce((sum, { activity }) => sum + (activity.distanceM ?? 0), 0);
  const allMetres = metres(runs);
  return {
    timeS,
    share,
    shape: enough && share ? shapeOf(share) : null,
    polarisationIndex: enough ? polarisationIndex(timeS) : notKnown("too-little-time"),
    sessions: counts,
    easySessionShare: runs.length > 0 ? counts.z1 / runs.length : null,
    easyDistanceShare:
      allMetres > 0 ? metres(runs.filter((run) => zoneOfIntent(run).z1 === 1)) / allMetres : null,
    measuredRuns: measured.length,
    unmeasuredRuns: runs.length - measured.length,
  };
}

const NO_TIME: ThreeZones = { z1: 0, z2: 0, z3: 0 };

function addZones(a: ThreeZones, b: ThreeZones): ThreeZones {
  return { z1: a.z1 + b.z1, z2: a.z2 + b.z2, z3: a.z3 + b.z3 };
}

/** Seconds of a run in the three zones, from laps where there are some, else from its average; null if not known. */
export function timeInZones({ activity, profile }: ClassifiedActivity, basis: ZoneBasis): ThreeZones | null {
  const stretches = basis === "pace" ? paceStretches(activity, profile) : heartStretches(activity, profile);
  if (stretches === null) return null;
  let zones = NO_TIME;
  for (const { durationS, intensity } of stretches) zones = addZones(zones, inZone(intensity, durationS));
  return zones;
}

type Stretch = { durationS: number; intensity: number };
type Session = Pick<ClassifiedActivity, "activity" | "profile">;

function paceStretches(activity: Session["activity"], profile: Session["profile"]): Stretch[] | null {
  const threshold = profile.thresholdSpeedMps;
  if (threshold === null) return null;
  const read = coarseStretches(activity, threshold);
  return (
    read?.stretches.map(({ durationS, speedMps }) => ({ durationS, intensity: speedMps / threshold })) ?? null
  );
}

function heartStretches(activity: Session["activity"], profile: Session["profile"]): Stretch[] | null {
  const threshold = profile.thresholdHr;
  if (threshold === null || profile.heartSource === "usual") return null;
  const laps = (activity.laps ?? []).filter((lap) => lap.durationS && lap.avgHr);
  const covered = laps.reduce((total, lap) => total + (lap.durationS ?? 0), 0);
  if (laps.length >= 2 && covered >= 0.8 * activity.durationS) {
    return laps.map((lap) => ({ durationS: lap.durationS ?? 0, intensity: (lap.avgHr ?? 0) / threshold }));
  }
  return activity.avgHr ? [{ durationS: activity.durationS, intensity: activity.avgHr / threshold }] : null;
}

function inZone(intensity: number, seconds: number): ThreeZones {
  if (intensity < FIRST_THRESHOLD_SHARE) return { ...NO_TIME, z1: seconds };
  return intensity < SECOND_THRESHOLD_SHARE ? { ...NO_TIME, z2: seconds } : { ...NO_TIME, z3: seconds };
}

const MIDDLE: ReadonlySet<SessionIntent> = new Set(["threshold", "progression", "race-pace"]);
const HIGH: ReadonlySet<SessionIntent> = new Set(["race", "intervals", "hills", "sprints", "fartlek"]);

/** A session nobody named counts by its measured effort, as easy when nothing was measured. */
function zoneOfIntent({ class: session }: ClassifiedActivity): ThreeZones {
  if (HIGH.has(session.intent)) return { ...NO_TIME, z3: 1 };
  if (MIDDLE.has(session.intent)) return { ...NO_TIME, z2: 1 };
  if (session.intent !== "unknown" || session.measured === null) return { ...NO_TIME, z1: 1 };
  return { low: { ...NO_TIME, z1: 1 }, medium: { ...NO_TIME, z2: 1 }, high: { ...NO_TIME, z3: 1 } }[
    session.measured
  ];
}

function shapeOf({ z1, z2, z3 }: ThreeZones): NonNullable<Distribution["shape"]> {
  if (z1 >= 0.95) return "all-easy";
  if (z2 > z1 && z2 > z3) return "threshold";
  if (z1 > z3 && z3 > z2) return "polarised";
  return z1 > z2 && z2 >= z3 ? "pyramidal" : "other";
}

/** Whether the index calls a distribution polarised; unknown where the index is. */
export function isPolarised(zones: ThreeZones): Estimate<boolean> {
  const index = polarisationIndex(zones);
  return index.known ? known(index.value > 2) : index;
}
