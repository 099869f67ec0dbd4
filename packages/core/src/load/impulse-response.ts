import { type Estimate, known, notKnown } from "@repo/core/estimate";
import { requireLoads } from "./monotony.ts";

export type ImpulseResponse = {
  readonly p0: number;
  readonly k1: number;
  readonly tau1Days: number;
  readonly k2: number;
  readonly tau2Days: number;
};

/** Whether a day's own load counts on that day (`include-today`) or from the next on (`exclude-today`, the classical sum). */
export type ImpulseVariant = "include-today" | "exclude-today";

/** Morton's starting values for running: 42 and 7 days, fatigue twice fitness. */
export const USUAL_RESPONSE: ImpulseResponse = { p0: 0, k1: 1, tau1Days: 42, k2: 2, tau2Days: 7 };

export type ResponseDay = {
  readonly fitness: number;
  readonly fatigue: number;
  readonly performance: number;
};

/**
 * Banister's impulse–response model: performance = p0 + k1 · Σ w e^(−Δ/τ1) − k2 · Σ w e^(−Δ/τ2). For simulation and
 * teaching: with an athlete's few tests its parameters cannot be told apart, and shuffled loads fit as well as the
 * real ones. It never predicts a race here.
 *
 * @param loads load a day, oldest first, any one unit
 * @throws {RangeError} on negative or non-finite loads, or time constants that are not positive
 * @see SOURCES.md [banister-1975], [morton-1990], [busso-2003], [clarke-skiba-2013]
 */
export function impulseResponse(
  loads: readonly number[],
  parameters: ImpulseResponse,
  variant: ImpulseVariant = "exclude-today",
): ResponseDay[] {
  requireLoads(loads);
  const { p0, k1, tau1Days, k2, tau2Days } = parameters;
  if (!(tau1Days > 0 && tau2Days > 0)) throw new RangeError("time constants must be positive");
  const [decay1, decay2] = [Math.exp(-1 / tau1Days), Math.exp(-1 / tau2Days)];
  let [fitness, fatigue] = [0, 0];
  return loads.map((load) => {
    const before = { fitness: fitness * decay1, fatigue: fatigue * decay2 };
    const today = variant === "include-today" ? load : 0;
    const shown = { fitness: before.fitness + today, fatigue: before.fatigue + today };
    // Excluded today, a load enters undecayed after its day: it decays on the way to the next.
    [fitness, fatigue] = [before.fitness + load, before.fatigue + load];
    return { ...shown, performance: p0 + k1 * shown.fitness - k2 * shown.fatigue };
  });
}

export type FittedResponse = {
  readonly parameters: ImpulseResponse;
  readonly rmse: number;
  readonly r2: number;
};

/** Fewer tests than this cannot even fill five parameters. */
const FEWEST_TESTS = 8;

/**
 * Fits the model to tests: for each pair of time constants the other three are linear, so they are solved, and the pair
 * with the least residue is refined. Many pairs fit almost as well: the parameters mean nothing by themselves.
 *
 * @param tests day (1 is the first load's day) and result of each test
 * @returns unknown below eight tests, or when no pair gives effects of the right sign
 * @see SOURCES.md [clarke-skiba-2013]
 */
export function fitImpulseResponse(
  loads: readonly number[],
  tests: readonly { day: number; performance: number }[],
  variant: ImpulseVariant = "include-today",
): Estimate<FittedResponse, "too-few-tests" | "no-fit"> {
  const usable = tests.filter((test) => test.day >= 1 && test.day <= loads.length);
  if (usable.length < FEWEST_TESTS) return notKnown("too-few-tests");
  let best: FittedResponse | null = null;
  let [centre1, centre2, reach] = [45, 12, 1];
  for (let round = 0; round < 4; round += 1) {
    for (const [tau1Days, tau2Days] of pairsAround(centre1, centre2, reach)) {
      const fit = solveFor({ tau1Days, tau2Days }, { loads, tests: usable, variant });
      if (fit !== null && (best === null || fit.rmse < best.rmse)) best = fit;
    }
    if (best === null) return notKnown("no-fit");
    [centre1, centre2, reach] = [best.parameters.tau1Days, best.parameters.tau2Days, reach / 5];
  }
  return best === null ? notKnown("no-fit") : known(best);
}

function pairsAround(centre1: number, centre2: number, reach: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (let i = -12; i <= 12; i += 1) {
    for (let j = -12; j <= 12; j += 1) {
      const [tau1, tau2] = [centre1 + i * 2 * reach, centre2 + j * reach];
      if (tau2 >= 2 && tau1 > tau2 && tau1 <= 80) pairs.push([tau1, tau2]);
    }
  }
  return pairs;
}

type FitInput = {
  loads: readonly number[];
  tests: readonly { day: number; performance: number }[];
  variant: ImpulseVariant;
};

function solveFor(taus: { tau1Days: number; tau2Days: number }, input: FitInput): FittedResponse | null {
  const unit = impulseResponse(input.loads, { p0: 0, k1: 1, k2: 1, ...taus }, input.variant);
  const rows = input.tests.map(({ day, performance }) => {
    const at = unit[day - 1] as ResponseDay;
    return { x: [1, at.fitness, -at.fatigue] as const, y: performance };
  });
  const solution = leastSquares(rows);
  if (solution === null || solution[1] <= 0 || solution[2] <= 0) return null;
  const [p0, k1, k2] = solution;
  const meanY = rows.reduce((sum, row) => sum + row.y, 0) / rows.length;
  let [residue, total] = [0, 0];
  for (const { x, y } of rows) {
    residue += (y - (p0 * x[0] + k1 * x[1] + k2 * x[2])) ** 2;
    total += (y - meanY) ** 2;
  }
  const r2 = total > 0 ? 1 - residue / total : 1;
  return { parameters: { p0, k1, k2, ...taus }, rmse: Math.sqrt(residue / rows.length), r2 };
}

/** Three unknowns by the normal equations and elimination with pivots; null when they cannot be told apart. */
function leastSquares(
  rows: readonly { x: readonly [number, number, number]; y: number }[],
): [number, number, number] | null {
  const matrix = [0, 1, 2].map((i) => [
    ...[0, 1, 2].map((j) => rows.reduce((sum, { x }) => sum + (x[i] as number) * (x[j] as number), 0)),
    rows.reduce((sum, { x, y }) => sum + (x[i] as number) * y, 0),
  ]);
  for (let column = 0; column < 3; column += 1) {
    const order = matrix.slice(column).sort((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    matrix.splice(column, 3 - column, ...order);
    const pivot = matrix[column] as number[];
    if (Math.abs(pivot[column] as number) < 1e-12) return null;
    for (const other of matrix) {
      if (other === pivot) continue;
      const factor = (other[column] as number) / (pivot[column] as number);
      for (let k = column; k < 4; k += 1) other[k] = (other[k] as number) - factor * (pivot[k] as number);
    }
  }
  const at = (index: number) => (matrix[index]?.[3] as number) / (matrix[index]?.[index] as number);
  return [at(0), at(1), at(2)];
}
