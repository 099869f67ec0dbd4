/**
 * How much a slope costs: `empirical` from heart rates of road and trail runners, `minetti` from oxygen on a treadmill;
 * `goldencheetah` and `elevate` as those programs do, to compare with their figures.
 */
export type GradeModel = "empirical" | "minetti" | "goldencheetah" | "elevate";

const STEEPEST = 0.45;

/**
 * Metabolic cost of running on a slope, J per kg and metre (3.6 on the level).
 *
 * @param grade rise over run; beyond ±0.45, where nothing was measured, the cost of ±0.45
 * @see SOURCES.md [minetti-2002]
 */
export function minettiCost(grade: number): number {
  const i = clamp(grade, -STEEPEST, STEEPEST);
  return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;
}

/**
 * How many times faster one would run on the level for the same effort: 1.19 at +5 %, 0.90 at −5 %.
 *
 * @param grade rise over run, clamped to ±0.45
 * @param model `empirical` (default) for runs outdoors: Minetti's treadmill flatters downhill running on roads
 * @see SOURCES.md [strava-gap-2017] digitised, good to 0.03; [minetti-2002]; [goldencheetah], [elevate]
 */
export function gradeFactor(grade: number, model: GradeModel = "empirical"): number {
  if (!Number.isFinite(grade)) throw new RangeError(`a grade must be a finite number, not ${grade}`);
  if (model === "empirical") return empiricalFactor(grade);
  return model === "minetti" ? minettiCost(grade) / minettiCost(0) : fittedFactor(grade, model);
}

/** Speed on the level, m/s, that costs as much as this speed on this slope. */
export function gradedSpeedMps(speedMps: number, grade: number, model: GradeModel = "empirical"): number {
  return speedMps * gradeFactor(grade, model);
}

/**
 * Mean factor of a run of which only the climb is known: half its way up at the mean slope, half down, as on any loop.
 *
 * @param distanceM, elevationGainM metres; 1 for no distance
 */
export function loopGradeFactor(
  distanceM: number,
  elevationGainM: number,
  model: GradeModel = "empirical",
): number {
  if (!(distanceM > 0) || !(elevationGainM > 0)) return 1;
  const grade = Math.min(STEEPEST, elevationGainM / (distanceM / 2));
  return (gradeFactor(grade, model) + gradeFactor(-grade, model)) / 2;
}

/** Grade in percent and factor, digitised by third parties from the published chart; 0 is exact by definition. */
const EMPIRICAL: readonly (readonly [number, number])[] = [
  [-34, 1.665],
  [-26, 1.315],
  [-18, 1.02],
  [-14, 0.92],
  [-9, 0.875],
  [-5, 0.9],
  [-4, 0.91],
  [-1, 0.98],
  [0, 1],
  [1, 1.02],
  [2, 1.05],
  [4, 1.14],
  [6, 1.24],
  [8, 1.35],
  [12, 1.6],
  [20, 2.28],
  [24, 2.645],
  [34, 3.47],
];

/** Two programs' curves through the same chart: coefficients of the grade in percent, highest power first. */
const FITTED: Readonly<Record<"goldencheetah" | "elevate", readonly number[]>> = {
  goldencheetah: [
    -3.40028981678083e-9, -4.71345135734814e-7, 7.77801576537029e-7, 0.001906977, 0.0299822939, 0.9935756154,
  ],
  elevate: [
    -2.6628107325930747e-9, -3.686186584867523e-7, 4.0662425671715924e-7, 0.0018083953212790634,
    0.029290920646623777, 1,
  ],
};
/** Beyond ±40 % GoldenCheetah's curve is held. */
const STEEPEST_FITTED = { goldencheetah: 0.4, elevate: STEEPEST } as const;

function fittedFactor(grade: number, model: keyof typeof FITTED): number {
  // The fit of GoldenCheetah misses 1 on the level, and the program says 1 there.
  if (grade === 0) return 1;
  const percent = clamp(grade, -STEEPEST_FITTED[model], STEEPEST_FITTED[model]) * 100;
  return FITTED[model].reduce((sum, coefficient) => sum * percent + coefficient, 0);
}

/** Smooth between the points (Fritsch–Carlson slopes, no overshoot); straight on beyond the last, to ±45 %. */
function empiricalFactor(grade: number): number {
  const percent = clamp(grade, -STEEPEST, STEEPEST) * 100;
  const after = EMPIRICAL.findIndex(([x]) => x >= percent);
  const right = after === -1 ? EMPIRICAL.length - 1 : Math.max(1, after);
  const [x0, y0] = point(right - 1);
  const [x1, y1] = point(right);
  const t = (percent - x0) / (x1 - x0);
  if (t < 0 || t > 1) return y0 + t * (y1 - y0);
  const [m0, m1] = [tangentAt(right - 1) * (x1 - x0), tangentAt(right) * (x1 - x0)];
  const [t2, t3] = [t * t, t * t * t];
  return (2 * t3 - 3 * t2 + 1) * y0 + (t3 - 2 * t2 + t) * m0 + (3 * t2 - 2 * t3) * y1 + (t3 - t2) * m1;
}

function point(index: number): readonly [number, number] {
  return EMPIRICAL[index] as readonly [number, number];
}

/** Weighted harmonic mean of the neighbouring slopes; 0 at a turning point, so that the curve never overshoots. */
function tangentAt(index: number): number {
  const before = index > 0 ? secant(index) : secant(1);
  const after = index < EMPIRICAL.length - 1 ? secant(index + 1) : before;
  if (index === 0) return secant(1);
  if (before * after <= 0) return 0;
  const [h0, h1] = [width(index), width(Math.min(index + 1, EMPIRICAL.length - 1))];
  return (3 * (h0 + h1)) / ((2 * h1 + h0) / before + (h1 + 2 * h0) / after);
}

function secant(right: number): number {
  return (point(right)[1] - point(right - 1)[1]) / width(right);
}

function width(right: number): number {
  return point(right)[0] - point(right - 1)[0];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
