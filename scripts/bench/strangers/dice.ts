/** Random numbers of the strangers, from a seed: a generator unlike the one in core, so that nothing is shared. */
export type Dice = {
  next(): number;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(of: readonly T[]): T;
  /** Normal, by the sum of twelve. */
  normal(sd: number): number;
};

/** Xorshift with a multiplier, 32 bits of state mixed by a Weyl sequence. */
export function dice(seed: number): Dice {
  let [state, weyl] = [(seed * 2_246_822_519) >>> 0 || 1, 362_437];
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    weyl = (weyl + 0x9e37_79b9) >>> 0;
    return ((state + weyl) >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 12; round++) next();
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (of) => of[Math.floor(next() * of.length)] as (typeof of)[number],
    normal: (sd) => {
      let sum = -6;
      for (let round = 0; round < 12; round++) sum += next();
      return sum * sd;
    },
  };
}
