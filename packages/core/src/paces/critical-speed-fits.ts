/** What a fit of the speed–duration relation yields; errors are null without a degree of freedom. */
export type SpeedFit = {
  criticalSpeedMps: number;
  dPrimeM: number;
  maxSpeedMps: number | null;
  standardErrorMps: number | null;
  standardErrorDPrimeM: number | null;
  r2: number;
};

type Line = {
  slope: number;
  intercept: number;
  slopeError: number | null;
  interceptError: number | null;
  r2: number;
  sse: number;
};
type Point = { timeS: number; speedMps: number };

/** Ordinary least squares with standard errors (null below three points). Needs two different x. */
export function fitLine(points: readonly { x: number; y: number }[]): Line {
  const n = points.length;
  const meanX = mean(points.map((point) => point.x));
  const meanY = mean(points.map((point) => point.y));
  const sxx = sum(points.map((point) => (point.x - meanX) ** 2));
  const syy = sum(points.map((point) => (point.y - meanY) ** 2));
  const sxy = sum(points.map((point) => (point.x - meanX) * (point.y - meanY)));
  const slope = sxy / sxx;
  const intercept = meanY - slope * meanX;
  const sse = sum(points.map((point) => (point.y - intercept - slope * point.x) ** 2));
  const variance = n > 2 ? sse / (n - 2) : null;
  return {
    slope,
    intercept,
    slopeError: variance === null ? null : Math.sqrt(variance / sxx),
    interceptError: variance === null ? null : Math.sqrt(variance * (1 / n + meanX ** 2 / sxx)),
    r2: syy === 0 ? 1 : 1 - sse / syy,
    sse,
  };
}

/** Least squares of t = D′/(S − CS) on time. For each CS the best D′ is linear, so only CS is searched. */
export function fitTimeToExhaustion(points: readonly Point[]): SpeedFit | null {
  const slowest = Math.min(...points.map((point) => point.speedMps));
  const atGap = (logGap: number) => fitAtCriticalSpeed(points, slowest - Math.exp(logGap));
  const logGap = minimise((value) => atGap(value).sse, Math.log(slowest * 1e-4), Math.log(slowest * 0.999));
  const criticalSpeedMps = slowest - Math.exp(logGap);
  const { dPrimeM, sse } = atGap(logGap);
  const jacobian = points.map(({ speedMps }) => {
    const gap = speedMps - criticalSpeedMps;
    return [dPrimeM / gap ** 2, 1 / gap];
  });
  const errors = standardErrors(jacobian, sse);
  const total = spread(points.map((point) => point.timeS));
  return {
    criticalSpeedMps,
    dPrimeM,
    maxSpeedMps: null,
    standardErrorMps: errors?.[0] ?? null,
    standardErrorDPrimeM: errors?.[1] ?? null,
    r2: total === 0 ? 1 : 1 - sse / total,
  };
}

/** Least squares of S = D′/(t + k) + CS on speed, k = D′/(Smax − CS): linear in CS and D′ for each k. [morton-1996] */
export function fitThreeParameters(points: readonly Point[]): SpeedFit | null {
  const lineAt = (logK: number) =>
    fitLine(points.map(({ timeS, speedMps }) => ({ x: 1 / (timeS + Math.exp(logK)), y: speedMps })));
  const logK = minimise((value) => lineAt(value).sse, Math.log(0.05), Math.log(2000));
  const { slope: dPrimeM, intercept: criticalSpeedMps, sse } = lineAt(logK);
  if (!(dPrimeM > 0)) return null;
  const maxSpeedMps = criticalSpeedMps + dPrimeM / Math.exp(logK);
  const reserve = maxSpeedMps - criticalSpeedMps;
  const jacobian = points.map(({ timeS }) => {
    const below = timeS + dPrimeM / reserve;
    return [
      1 - dPrimeM ** 2 / (reserve ** 2 * below ** 2),
      1 / below - dPrimeM / (reserve * below ** 2),
      dPrimeM ** 2 / (reserve ** 2 * below ** 2),
    ];
  });
  const errors = standardErrors(jacobian, sse);
  const total = spread(points.map((point) => point.speedMps));
  return {
    criticalSpeedMps,
    dPrimeM,
    maxSpeedMps,
    standardErrorMps: errors?.[0] ?? null,
    standardErrorDPrimeM: errors?.[1] ?? null,
    r2: total === 0 ? 1 : 1 - sse / total,
  };
}

function fitAtCriticalSpeed(points: readonly Point[], criticalSpeedMps: number) {
  const inverse = points.map(({ timeS, speedMps }) => ({ u: 1 / (speedMps - criticalSpeedMps), timeS }));
  const dPrimeM = sum(inverse.map(({ u, timeS }) => u * timeS)) / sum(inverse.map(({ u }) => u * u));
  return { dPrimeM, sse: sum(inverse.map(({ u, timeS }) => (timeS - dPrimeM * u) ** 2)) };
}

/** Where a smooth function is least: a grid finds the valley, golden sections its floor. */
function minimise(cost: (value: number) => number, low: number, high: number): number {
  const steps = 240;
  const at = (index: number) => low + ((high - low) * index) / steps;
  let best = 0;
  for (let index = 1; index <= steps; index++) if (cost(at(index)) < cost(at(best))) best = index;
  let [left, right] = [at(Math.max(0, best - 1)), at(Math.min(steps, best + 1))];
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let round = 0; round < 80; round++) {
    const [a, b] = [right - golden * (right - left), left + golden * (right - left)];
    if (cost(a) < cost(b)) right = b;
    else left = a;
  }
  return (left + right) / 2;
}

/** Square roots of the diagonal of s²(JᵀJ)⁻¹; null without a degree of freedom or for a singular matrix. */
function standardErrors(jacobian: readonly number[][], sse: number): number[] | null {
  const size = jacobian[0]?.length ?? 0;
  const freedom = jacobian.length - size;
  if (freedom < 1) return null;
  const normal = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      sum(jacobian.map((line) => (line[row] ?? 0) * (line[column] ?? 0))),
    ),
  );
  const inverse = invert(normal);
  return inverse?.map((row, index) => Math.sqrt(Math.max(0, ((row[index] ?? 0) * sse) / freedom))) ?? null;
}

/** Gauss–Jordan with partial pivoting, for the two or three parameters of a fit. */
function invert(matrix: readonly number[][]): number[][] | null {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...row.map((_, column) => (column === index ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    const lead = pivot?.[column] ?? 0;
    if (!pivot || Math.abs(lead) < 1e-300 || !Number.isFinite(lead)) return null;
    rows[rows.indexOf(pivot)] = rows[column] ?? [];
    rows[column] = pivot.map((value) => value / lead);
    const top = rows[column] ?? [];
    for (const [index, row] of rows.entries()) {
      if (index === column) continue;
      const factor = row[column] ?? 0;
      rows[index] = row.map((value, place) => value - factor * (top[place] ?? 0));
    }
  }
  return rows.map((row) => row.slice(size));
}

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
