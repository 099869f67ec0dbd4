// How the strangers get fitter and tired. Fitness rises by what is left of a reserve; tiredness follows the load of a
// fortnight against that of the quarter before, and a strain that a cause lays on the athlete from its onset on.
import type { Dice } from "./dice.ts";
import type { Stranger, StrangerStory } from "./person.ts";

export type Body = {
  /** ln of the speed over an hour, in percent, without strain and weather. */
  level: number;
  /** Percent of speed that strain takes away; grows to what the cause costs within some weeks. */
  cost: number;
  /** 0 fresh to about 1: what mornings and easy runs feel. */
  strain: number;
  acute: number;
  chronic: number;
  /** Good and bad weeks that have nothing to do with training. */
  mood: number;
  ill: number;
};

/** What a cause costs at last, percent of speed; and what mornings feel of it. From studies of overreaching and of energy deficit, and from the articles. */
const COST: Partial<Record<StrangerStory, { pct: number; strain: number; days: number }>> = {
  overcooked: { pct: 3, strain: 0.75, days: 18 },
  "under-fuelled": { pct: 2.2, strain: 0.7, days: 30 },
  "life-stress": { pct: 1.4, strain: 0.45, days: 20 },
  "no-cutback": { pct: 1, strain: 0.3, days: 50 },
  "no-recovery-phase": { pct: 0.8, strain: 0.25, days: 50 },
  "perpetual-medium": { pct: 0.5, strain: 0.2, days: 40 },
  "low-mileage": { pct: 1, strain: 0, days: 60 },
  "no-speed-work": { pct: 0.7, strain: 0, days: 60 },
  "no-long-run": { pct: 0.4, strain: 0, days: 60 },
  "fantasy-pace": { pct: 0.5, strain: 0.15, days: 40 },
  "wrong-order": { pct: 0.4, strain: 0.15, days: 40 },
};

export function newBody({ speedMps, hours }: Stranger): Body {
  const usual = (hours * 60) / 7;
  return {
    level: 100 * Math.log(speedMps),
    cost: 0,
    strain: 0,
    acute: usual,
    chronic: usual,
    mood: 0,
    ill: 0,
  };
}

/** One day: `minutes` weighted by effort; `stalled` from the onset on. */
export function live(
  body: Body,
  { stranger, minutes, stalled }: { stranger: Stranger; minutes: number; stalled: boolean },
  random: Dice,
): void {
  body.acute += (minutes - body.acute) / 9;
  body.chronic += (minutes - body.chronic) / 70;
  body.mood = 0.85 * body.mood + random.normal(0.12);
  body.ill = body.ill > 0 ? body.ill - 1 : random.chance(1 / 330) ? random.whole(4, 8) : 0;
  if (!stalled) body.level += (100 * stranger.risePer12Weeks) / 84;
  const cost = stalled ? COST[stranger.story] : undefined;
  const loaded = Math.max(0, body.acute / Math.max(5, body.chronic) - 1.1);
  body.cost += ((cost?.pct ?? 0) - body.cost) / (cost?.days ?? 25);
  body.strain += ((cost?.strain ?? 0) + 0.6 * loaded - body.strain) / ((cost?.days ?? 14) * 0.6);
}

/** Speed over an hour today, m/s. */
export function speedOf(body: Body): number {
  return Math.exp((body.level - body.cost - (body.ill > 0 ? 3 : 0)) / 100);
}
