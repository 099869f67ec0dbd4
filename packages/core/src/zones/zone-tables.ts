import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { ARTICLE_ZONES } from "./article-zones.ts";
import { hrAtReserve } from "./heart-rate-reserve.ts";
import type { Zone, ZoneTable } from "./scheme.ts";

/** Friel's zones: lower bounds in percent of threshold heart rate, half-open. SOURCES.md [friel-zones] */
const FRIEL_HR = [
  { zone: "1", name: "Recovery", fromPct: null },
  { zone: "2", name: "Aerobic", fromPct: 85 },
  { zone: "3", name: "Tempo", fromPct: 90 },
  { zone: "4", name: "Sub-threshold", fromPct: 95 },
  { zone: "5a", name: "Super-threshold", fromPct: 100 },
  { zone: "5b", name: "Aerobic capacity", fromPct: 103 },
  { zone: "5c", name: "Anaerobic capacity", fromPct: 107 },
] as const;
/** Friel's pace zones: slow ends in percent of threshold time; where the bands overlap (99–100) zone 4 has it. */
const FRIEL_PACE = [
  { zone: "1", name: "Recovery", slowPct: null },
  { zone: "2", name: "Aerobic", slowPct: 130 },
  { zone: "3", name: "Tempo", slowPct: 114 },
  { zone: "4", name: "Sub-threshold", slowPct: 106 },
  { zone: "5a", name: "Super-threshold", slowPct: 99 },
  { zone: "5b", name: "Aerobic capacity", slowPct: 97 },
  { zone: "5c", name: "Anaerobic capacity", slowPct: 90 },
] as const;
const FIVE_BANDS = [
  { zone: "1", name: "Very easy", from: 0.5 },
  { zone: "2", name: "Easy", from: 0.6 },
  { zone: "3", name: "Moderate", from: 0.7 },
  { zone: "4", name: "Hard", from: 0.8 },
  { zone: "5", name: "Very hard", from: 0.9 },
] as const;
/** Where the first threshold lies, as a share of the second one's heart rate: an estimate, said to be one. [house] */
const FIRST_THRESHOLD_HR_SHARE = 0.885;
/** The same for speed: the slow end of threshold-to-easy in pace, about 114 % of threshold time. [friel-zones] */
const FIRST_THRESHOLD_PACE_SHARE = 1.14;

/** The articles' zones in beats a minute, as far as figures are printed (M1, M4). Needs the maximum heart rate. */
export function articleHrZones(maxHr: number): Estimate<ZoneTable, "not-a-heart-rate"> {
  if (!isHeartRate(maxHr)) return notKnown("not-a-heart-rate");
  const zones = ARTICLE_ZONES.map(({ zone, name, hrMaxLow, hrMaxHigh }) => ({
    zone: String(zone),
    name,
    low: hrMaxLow === null ? null : hrMaxLow * maxHr,
    high: hrMaxHigh === null ? null : hrMaxHigh * maxHr,
  })).filter((zone) => zone.low !== null);
  return known({ scheme: "article", unit: "bpm", zones, estimated: false });
}

/** Five zones of ten percent each from 50 % of maximum heart rate. SOURCES.md [edwards-1993] */
export function percentMaxHrZones(maxHr: number): Estimate<ZoneTable, "not-a-heart-rate"> {
  if (!isHeartRate(maxHr)) return notKnown("not-a-heart-rate");
  const zones = bands((share) => share * maxHr);
  return known({ scheme: "percent-max-hr", unit: "bpm", zones, estimated: false });
}

/** The same five bands of heart-rate reserve. Unknown when max − rest < 40. SOURCES.md [karvonen-1957] */
export function reserveZones(heart: {
  restingHr: number;
  maxHr: number;
}): Estimate<ZoneTable, "not-heart-rates" | "reserve-too-small"> {
  const check = hrAtReserve(heart, 0.5);
  if (!check.known) return check;
  const zones = bands((share) => heart.restingHr + share * (heart.maxHr - heart.restingHr));
  return known({ scheme: "heart-rate-reserve", unit: "bpm", zones, estimated: false });
}

/** Friel's seven zones from the heart rate at threshold. SOURCES.md [friel-zones] */
export function frielHrZones(thresholdHr: number): Estimate<ZoneTable, "not-a-heart-rate"> {
  if (!isHeartRate(thresholdHr)) return notKnown("not-a-heart-rate");
  const zones = FRIEL_HR.map(({ zone, name, fromPct }, index): Zone => {
    const next = FRIEL_HR[index + 1]?.fromPct ?? null;
    return { zone, name, low: share(fromPct, thresholdHr), high: share(next, thresholdHr) };
  });
  return known({ scheme: "friel-hr", unit: "bpm", zones, estimated: false });
}

/** Friel's seven pace zones from threshold pace, both in seconds a kilometre. SOURCES.md [friel-zones] */
export function frielPaceZones(thresholdSPerKm: number): Estimate<ZoneTable, "not-a-pace"> {
  if (!isPace(thresholdSPerKm)) return notKnown("not-a-pace");
  const zones = FRIEL_PACE.map(({ zone, name, slowPct }, index): Zone => {
    const next = FRIEL_PACE[index + 1]?.slowPct ?? null;
    return { zone, name, low: share(next, thresholdSPerKm), high: share(slowPct, thresholdSPerKm) };
  });
  return known({ scheme: "friel-pace", unit: "s/km", zones, estimated: false });
}

/** Friel's zone of a percentage of threshold heart rate (85 → zone 2). SOURCES.md [friel-zones] */
export function frielZoneOfHrPct(pctOfThresholdHr: number): string | null {
  if (!(pctOfThresholdHr >= 0) || !Number.isFinite(pctOfThresholdHr)) return null;
  return FRIEL_HR.findLast(({ fromPct }) => fromPct === null || pctOfThresholdHr >= fromPct)?.zone ?? null;
}

/** Friel's zone of a percentage of threshold time a kilometre (105 → zone 4; larger is slower). [friel-zones] */
export function frielZoneOfPacePct(pctOfThresholdTime: number): string | null {
  if (!(pctOfThresholdTime >= 0) || !Number.isFinite(pctOfThresholdTime)) return null;
  return FRIEL_PACE.findLast(({ slowPct }) => slowPct === null || pctOfThresholdTime < slowPct)?.zone ?? null;
}

/** Three zones split at the two thresholds; without a first threshold it is placed at 88.5 % and the table says so. */
export function threeZonesHr(thresholds: {
  secondHr: number;
  firstHr?: number | null;
}): Estimate<ZoneTable, "not-a-heart-rate"> {
  const { secondHr } = thresholds;
  const firstHr = thresholds.firstHr ?? secondHr * FIRST_THRESHOLD_HR_SHARE;
  if (!isHeartRate(secondHr) || !isHeartRate(firstHr) || firstHr >= secondHr)
    return notKnown("not-a-heart-rate");
  const zones = [
    { zone: "1", name: "Below the first threshold", low: null, high: firstHr },
    { zone: "2", name: "Between the thresholds", low: firstHr, high: secondHr },
    { zone: "3", name: "Above the second threshold", low: secondHr, high: null },
  ];
  const estimated = (thresholds.firstHr ?? null) === null;
  return known({ scheme: "three-zone-hr", unit: "bpm", zones, estimated });
}

/** Three zones of pace from threshold pace (s/km); the first threshold is an estimate and the table says so. */
export function threeZonesPace(thresholdSPerKm: number): Estimate<ZoneTable, "not-a-pace"> {
  if (!isPace(thresholdSPerKm)) return notKnown("not-a-pace");
  const firstSPerKm = thresholdSPerKm * FIRST_THRESHOLD_PACE_SHARE;
  const zones = [
    { zone: "1", name: "Below the first threshold", low: firstSPerKm, high: null },
    { zone: "2", name: "Between the thresholds", low: thresholdSPerKm, high: firstSPerKm },
    { zone: "3", name: "Above the second threshold", low: null, high: thresholdSPerKm },
  ];
  return known({ scheme: "three-zone-pace", unit: "s/km", zones, estimated: true });
}

function bands(bpmAt: (share: number) => number): Zone[] {
  return FIVE_BANDS.map(({ zone, name, from }, index) => {
    const next = FIVE_BANDS[index + 1];
    // A beat above maximum still counts as zone 5: the maximum was a little low.
    return { zone, name, low: bpmAt(from), high: next ? bpmAt(next.from) : null };
  });
}

function share(pct: number | null, of: number): number | null {
  return pct === null ? null : (pct / 100) * of;
}

function isHeartRate(bpm: number): boolean {
  return bpm >= 30 && bpm <= 250;
}

function isPace(paceSPerKm: number): boolean {
  return paceSPerKm >= 90 && paceSPerKm <= 3_600;
}
