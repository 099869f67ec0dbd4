/** A seeded source of randomness: the same seed gives the same athlete on every machine. */
export type Prng = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform between two bounds. */
  between(low: number, high: number): number;
  /** Whole number from low to high, both included. */
  integer(low: number, high: number): number;
  /** True with a probability. */
  chance(probability: number): boolean;
  /** Normal with a mean and a standard deviation, cut at four of them. */
  normal(mean: number, sd: number): number;
  /** One of some values. */
  pick<T>(values: readonly [T, ...T[]]): T;
};

/** A seeded generator (sfc32, public domain, seeded by splitmix32). Any finite seed will do. */
export function prng(seed: number): Prng {
  const next = sfc32(Math.trunc(seed) | 0);
  const normal = (mean: number, sd: number) => {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const z = radius * Math.cos(2 * Math.PI * next());
    return mean + sd * Math.min(4, Math.max(-4, z));
  };
  return {
    next,
    normal,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}

function sfc32(seed: number): () => number {
  let state = seed;
  const spread = () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) | 0;
  };
  let [a, b, c, counter] = [spread(), spread(), spread(), 1];
  return () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return (result >>> 0) / 4294967296;
  };
}
