import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { mean, zScore } from "@repo/core/stats";
import type { CheckIn } from "@repo/core/wellness";
import { type DayIndex, isFresh } from "./day-index.ts";
import { type RecoverySignal, row, signal } from "./signal.ts";

/** The five questions; fatigue, soreness and stress are turned round, so that more is always better. */
export const WELLNESS_ITEMS = ["fatigue", "soreness", "stress", "mood", "sleepQuality"] as const;
export type WellnessItem = (typeof WELLNESS_ITEMS)[number];

const TURNED: ReadonlySet<WellnessItem> = new Set(["fatigue", "soreness", "stress"]);
const BASELINE_DAYS = 28;
const BASELINE_ENTRIES = 10;
/** An item answered on this share of days belongs to the athlete's set of questions. */
const USUAL_SHARE = 0.6;
/** A fifth of a point of the five: steadier answers are a habit, not a measurement. [house] */
const SD_FLOOR = 0.2;
/** A bad month is its own baseline: the week is also held against the months before those 28 days. [house] */
const [WEEK_DAYS, WEEK_ENTRIES, MONTHS_DAYS] = [7, 3, 112];
export const ADVERSE_Z = -1;
export const ALARMING_Z = -1.5;

export type WellnessZ = {
  /** Standard deviations from the athlete's own last four weeks; negative is worse. */
  readonly z: number;
  /** The mean of the last seven days against the three months before the four weeks; null where too few are known. */
  readonly weekZ: number | null;
  /** Mean of the answers, 1 (poor) to 5 (great). */
  readonly score: number;
  readonly usualScore: number;
  readonly entries: number;
  readonly items: readonly WellnessItem[];
  /** Days since the check-in. */
  readonly ageDays: number;
};

/**
 * How the latest check-in compares with the athlete's own 28 days before it. Only a complete one counts: a missing
 * answer gives no total. Which questions are complete is the athlete's own habit.
 *
 * @returns unknown without a check-in in the last two days, or below ten complete ones before it
 * @see SOURCES.md [hooper-1995], [saw-2016]: what athletes say responds to load better than most measurements
 */
export function wellnessZ(
  index: DayIndex,
  today: number,
): Estimate<WellnessZ, "no-recent-check-in" | "too-short-baseline"> {
  for (let day = today; day >= today - 1; day -= 1) {
    const checkIn = index.checkIns.get(day);
    if (checkIn && WELLNESS_ITEMS.some((item) => answered(checkIn, item))) return judged(index, day, today);
  }
  return notKnown("no-recent-check-in");
}

function judged(
  index: DayIndex,
  day: number,
  today: number,
): Estimate<WellnessZ, "no-recent-check-in" | "too-short-baseline"> {
  const before: CheckIn[] = [];
  for (let past = day - BASELINE_DAYS; past < day; past += 1) {
    const checkIn = index.checkIns.get(past);
    if (checkIn) before.push(checkIn);
  }
  const asked = before.filter((checkIn) => WELLNESS_ITEMS.some((item) => answered(checkIn, item)));
  const items = WELLNESS_ITEMS.filter(
    (item) => asked.filter((checkIn) => answered(checkIn, item)).length >= USUAL_SHARE * asked.length,
  );
  if (asked.length < BASELINE_ENTRIES || items.length === 0) return notKnown("too-short-baseline");
  const score = scoreOf(index.checkIns.get(day) as CheckIn, items);
  const usual = asked.map((checkIn) => scoreOf(checkIn, items)).filter((value) => value !== null);
  if (score === null) return notKnown("no-recent-check-in");
  if (usual.length < BASELINE_ENTRIES) return notKnown("too-short-baseline");
  const z = zScore(score, usual, { sdFloor: SD_FLOOR }) as number;
  return known({
    z,
    weekZ: weekZ(index, day, items),
    score,
    usualScore: mean(usual) as number,
    entries: usual.length,
    items,
    ageDays: today - day,
  });
}

/** A week's mean scatters less than a day, so only what lasts stands out of days. */
function weekZ(index: DayIndex, day: number, items: readonly WellnessItem[]): number | null {
  const scores = (from: number, to: number) => {
    const found: number[] = [];
    for (let at = from; at <= to; at += 1) {
      const checkIn = index.checkIns.get(at);
      const score = checkIn ? scoreOf(checkIn, items) : null;
      if (score !== null) found.push(score);
    }
    return found;
  };
  const [week, months] = [
    scores(day - WEEK_DAYS + 1, day),
    scores(day - MONTHS_DAYS, day - BASELINE_DAYS - 1),
  ];
  const level = mean(week);
  if (level === null || week.length < WEEK_ENTRIES || months.length < BASELINE_ENTRIES) return null;
  return zScore(level, months, { sdFloor: SD_FLOOR });
}

function answered(checkIn: CheckIn, item: WellnessItem): boolean {
  return typeof checkIn[item] === "number";
}

/** Mean of the answers turned so that more is better; null when one of the items is missing. */
export function scoreOf(checkIn: CheckIn, items: readonly WellnessItem[]): number | null {
  let total = 0;
  for (const item of items) {
    const value = checkIn[item];
    if (typeof value !== "number") return null;
    total += TURNED.has(item) ? 6 - value : value;
  }
  return items.length > 0 ? total / items.length : null;
}

/** Wellness as a signal. */
export function wellnessSignal(
  index: DayIndex,
  today: number,
): { signal: RecoverySignal; fresh: boolean; z: number | null } {
  const wellness = wellnessZ(index, today);
  if (!wellness.known) {
    const why = [row(`check-in: ${wellness.reason}`, null)];
    return { signal: signal("wellness", "unknown", why), fresh: false, z: null };
  }
  const { score, usualScore, ageDays, weekZ } = wellness.value;
  const z = Math.min(wellness.value.z, weekZ ?? Number.POSITIVE_INFINITY);
  const evidence = [
    row("wellness against own 28 days", wellness.value.z, "SD", ADVERSE_Z),
    ...(weekZ === null
      ? []
      : [row("wellness of the week against the months before", weekZ, "SD", ADVERSE_Z)]),
    row("wellness today", score, "of 5"),
    row("usual wellness", usualScore, "of 5"),
  ];
  const state = z <= ADVERSE_Z ? "adverse" : z >= 0 ? "good" : "neutral";
  return { signal: signal("wellness", state, evidence), fresh: isFresh({ day: -ageDays, value: 0 }, 0), z };
}
