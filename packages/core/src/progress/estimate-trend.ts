import { theilSen } from "@repo/core/stats";

/** Change of performance: percent of speed per 12 weeks, with the standard error of that number. */
export type Trend = { changePct: number; standardError: number; n: number; spanDays: number };

export type TrendPoint = { day: number; y: number };
export type TrendPrior = { priorCvPct: number; priorWeight: number };

/** All changes are told per 12 weeks, whatever the window (science.md §6.3). */
export const TREND_DAYS = 84;
/** Theil–Sen needs about this much more data than least squares for the same precision under normal noise. */
const ROBUST_PENALTY = 1.03;
const AUTOCORRELATION_FROM_N = 10;
const MOST_INFLATION = 2;
/** Residuals count as at most this many typical errors: one wild point must not bend or widen everything. */
const RESIDUAL_CUT = 2;
/** Points before the window that are needed to know the level at which it began. */
const MIN_BEFORE = 4;
const ROUNDS = 3;

/**
 * Robust trend within a window, starting from what is known of the time before it: the level at which the window
 * began is pinned by the points before, which halves the error of a slope from the window alone. The slope of the
 * earlier stretch is free (a change point in the slope at the window's first day). Without enough earlier points the
 * Theil–Sen slope of the window. The error blends the known typical error of such a test with the series' own
 * residuals and widens when residuals hang together. Null below three points or when all fall on one day.
 *
 * @see SOURCES.md [sen-1968], [huber-1964], [hopkins-hewson-2001] for typical errors
 */
export function estimateTrend(
  points: { before: readonly TrendPoint[]; inside: readonly TrendPoint[]; startDay: number },
  prior: TrendPrior,
): Trend | null {
  const { before, inside } = points;
  if (inside.length < 3) return null;
  const days = inside.map(({ day }) => day);
  const shape = { n: inside.length, spanDays: Math.max(...days) - Math.min(...days) };
  if (before.length >= MIN_BEFORE) {
    const bent = bentLine([...before, ...inside], points.startDay, prior);
    if (bent) return { ...bent, ...shape };
  }
  const line = theilSen(inside.map(({ day, y }) => ({ x: day, y })));
  if (!line.known) return null;
  const { slope, intercept } = line.value;
  const residuals = inside.map(({ day, y }) =>
    clamp(y - intercept - slope * day, RESIDUAL_CUT * prior.priorCvPct),
  );
  const meanDay = days.reduce((sum, day) => sum + day, 0) / days.length;
  const spread = days.reduce((sum, day) => sum + (day - meanDay) ** 2, 0);
  const error = typicalError(residuals, prior, 2) * inflation(residuals) * ROBUST_PENALTY;
  return { ...shape, changePct: slope * TREND_DAYS, standardError: (error / Math.sqrt(spread)) * TREND_DAYS };
}

/** Least squares with Huber weights for y = level + early·min(t, 0) + late·max(t, 0), t from the window's first day. */
function bentLine(points: readonly TrendPoint[], startDay: number, prior: TrendPrior) {
  const rows = points.map(({ day, y }) => {
    const t = (day - startDay) / TREND_DAYS;
    return { x: [1, Math.min(t, 0), Math.max(t, 0)] as const, y };
  });
  let weights = rows.map(() => 1);
  for (let round = 0; ; round++) {
    const fit = solveNormal(rows, weights);
    if (!fit) return null;
    const residuals = rows.map(
      ({ x, y }) => y - x[0] * fit.beta[0] - x[1] * fit.beta[1] - x[2] * fit.beta[2],
    );
    const error = typicalError(
      residuals.map((each) => clamp(each, RESIDUAL_CUT * prior.priorCvPct)),
      prior,
      3,
    );
    if (round === ROUNDS) {
      return {
        changePct: fit.beta[2],
        standardError: error * inflation(residuals) * ROBUST_PENALTY * Math.sqrt(fit.lateVariance),
      };
    }
    const cut = 1.5 * error;
    weights = residuals.map((residual) => Math.min(1, cut / Math.max(1e-9, Math.abs(residual))));
  }
}

type Row = { x: readonly [number, number, number]; y: number };

/** Weighted normal equations in three unknowns by Cramer's rule; the variance factor of the third comes along. */
function solveNormal(rows: readonly Row[], weights: readonly number[]) {
  let [a, b, c, d, e, f, p, q, r] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  rows.forEach(({ x, y }, index) => {
    const w = weights[index] ?? 1;
    a += w;
    b += w * x[1];
    c += w * x[2];
    d += w * x[1] * x[1];
    e += w * x[1] * x[2];
    f += w * x[2] * x[2];
    p += w * y;
    q += w * x[1] * y;
    r += w * x[2] * y;
  });
  const determinant = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
  if (!(Math.abs(determinant) > 1e-9)) return null;
  const level = p * (d * f - e * e) - b * (q * f - e * r) + c * (q * e - d * r);
  const early = a * (q * f - e * r) - p * (b * f - c * e) + c * (b * r - c * q);
  const late = a * (d * r - e * q) - b * (b * r - c * q) + p * (b * e - c * d);
  const beta = [level / determinant, early / determinant, late / determinant] as const;
  return { beta, lateVariance: (a * d - b * b) / determinant };
}

function typicalError(residuals: readonly number[], prior: TrendPrior, parameters: number): number {
  const own = residuals.reduce((sum, value) => sum + value * value, 0);
  const degrees = prior.priorWeight + Math.max(0, residuals.length - parameters);
  return Math.sqrt((prior.priorWeight * prior.priorCvPct ** 2 + own) / degrees);
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}

/** Neighbouring residuals of the same sign carry less news than their number says. Never below 1. */
function inflation(residuals: readonly number[]): number {
  if (residuals.length < AUTOCORRELATION_FROM_N) return 1;
  const total = residuals.reduce((sum, value) => sum + value * value, 0);
  if (total === 0) return 1;
  const lagged = residuals.slice(1).reduce((sum, value, index) => sum + value * (residuals[index] ?? 0), 0);
  const r = lagged / total;
  return r <= 0 ? 1 : Math.min(MOST_INFLATION, Math.sqrt((1 + r) / (1 - r)));
}
