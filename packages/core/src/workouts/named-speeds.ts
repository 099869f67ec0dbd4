import { valueOrNull } from "@repo/core/estimate";
import { equivalentTimeS, isUsableScore, trainingPaces } from "@repo/core/paces";
import { HALF_MARATHON_M, MARATHON_M, METRES_PER_MILE } from "@repo/core/units";
import type { PaceName } from "./schema.ts";

/** Speeds in m/s of every pace a target may name, for one score. Easy is its middle; its ends stand beside. */
export type NamedSpeeds = Record<PaceName, number> & { eFast: number; eSlow: number };

const DISTANCE_M = {
  "800": 800,
  mile: METRES_PER_MILE,
  "1500": 1500,
  "3k": 3000,
  "5k": 5000,
  "10k": 10_000,
  hm: HALF_MARATHON_M,
  mp: MARATHON_M,
} as const;

/** A season asks for the same few scores thousands of times; the table of a score never changes. */
const remembered = new Map<number, NamedSpeeds | null>();
const MOST_REMEMBERED = 200;

/** Every named pace of a score as a speed in m/s; null for a score outside the usable range. */
export function namedSpeeds(score: number): NamedSpeeds | null {
  const known = remembered.get(score);
  if (known !== undefined) return known;
  const speeds = isUsableScore(score) ? computeSpeeds(score) : null;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(score, speeds);
  return speeds;
}

function computeSpeeds(score: number): NamedSpeeds | null {
  const paces = trainingPaces(score);
  const race = (name: keyof typeof DISTANCE_M) => {
    const timeS = valueOrNull(equivalentTimeS(score, DISTANCE_M[name]));
    return timeS === null ? Number.NaN : DISTANCE_M[name] / timeS;
  };
  const [eFast, eSlow] = [1000 / paces.e.fastSPerKm, 1000 / paces.e.slowSPerKm];
  const speeds: NamedSpeeds = {
    "800": race("800"),
    mile: race("mile"),
    "1500": race("1500"),
    "3k": race("3k"),
    "5k": race("5k"),
    "10k": race("10k"),
    hm: race("hm"),
    mp: race("mp"),
    e: (eFast + eSlow) / 2,
    m: 1000 / paces.m,
    t: 1000 / paces.t,
    i: 1000 / paces.i,
    r: 1000 / paces.r,
    eFast,
    eSlow,
  };
  return Object.values(speeds).every((speed) => Number.isFinite(speed)) ? speeds : null;
}
