// How fit an athlete of the other simulation is: fitness climbs toward a ceiling that training sets, and fatigue of two
// speeds lies on top (Banister). Nothing here is shared with packages/core/src/simulation.
import type { Prng } from "../../../packages/core/src/simulation/index.ts";

/** Speeds in m/s over an hour; loads are minutes times intensity squared. */
export type Body = {
  fitness: number;
  ceiling: number;
  /** Days in which two thirds of the way to the ceiling are gone. */
  climbDays: number;
  /** Short and long fatigue, as loads a day. */
  quick: number;
  slow: number;
  usual: number;
  /** What eats at the body besides training, 0 to 1, and how it feels today (drifts from day to day). */
  burden: number;
  mood: number;
};

const QUICK_DAYS = 5;
const SLOW_DAYS = 18;
const USUAL_DAYS = 60;

export function newBody(random: Prng, load: number): Body {
  const fitness = random.between(2.5, 4.6);
  const gain = random.between(0.16, 0.28);
  return {
    fitness,
    ceiling: fitness * (1 + gain * 1.6),
    climbDays: random.between(550, 800),
    quick: load,
    slow: load,
    usual: load,
    burden: 0,
    mood: random.normal(0, 0.4),
  };
}

/** One day later: `load` was done, `burden` is where stress, hunger or monotony of strain push. */
export function live(body: Body, day: { load: number; burden: number; grows: boolean }, random: Prng): void {
  const room = Math.max(0, body.ceiling - body.fitness);
  if (day.grows) body.fitness += room / body.climbDays;
  if (body.usual > 1 && body.slow < 0.4 * body.usual) body.fitness *= 1 - 0.0012;
  body.quick += (day.load - body.quick) / QUICK_DAYS;
  body.slow += (day.load - body.slow) / SLOW_DAYS;
  body.usual += (day.load - body.usual) / USUAL_DAYS;
  body.burden += (day.burden - body.burden) / 12;
  body.mood = 0.75 * body.mood + random.normal(0, 0.35);
}

/** 0 when training is as usual; 1 when the last weeks were half as much again. */
export function overload(body: Body): number {
  const more = (0.4 * body.quick + 0.6 * body.slow) / Math.max(5, body.usual) - 1;
  return Math.max(-0.5, Math.min(1.5, more * 2));
}

/** Speed that can be held for an hour today. */
export function speedToday(body: Body): number {
  return body.fitness * (1 - 0.025 * Math.max(-0.4, overload(body)) - 0.022 * body.burden);
}

/** Symmetric noise with heavy tails: mostly small, now and then three times as large. */
export function heavy(random: Prng, sd: number): number {
  return random.normal(0, random.chance(0.08) ? 3 * sd : sd * 0.85);
}
