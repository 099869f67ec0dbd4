import { median, medianAbsoluteDeviation } from "./quantile.ts";

export type ChangePoints = {
  /** Number of values before each break: a break of 8 lies between the 8th and the 9th value. */
  readonly breaks: number[];
  /** Mean of each segment, one more than breaks. */
  readonly means: number[];
  /** Residual sum of squares without any break. */
  readonly rssWithoutBreaks: number;
};

const MIN_SEGMENT = 4;
/** Share of the series that a segment must cover at least, as in the reference implementation. */
const MIN_FRACTION = 0.15;
const MAX_BREAKS = 5;

/**
 * Shifts of the mean of a series: least-squares segmentation, the number of breaks chosen by BIC. Lonely outliers are
 * replaced by the median of their surroundings first: one bad day must never look like a new level.
 *
 * @param series values in order of time, all finite
 * @param options.minSegment values a segment has at least (4)
 * @param options.maxBreaks most breaks looked for (5)
 * @returns no breaks for fewer than two segments' worth of values
 * @see SOURCES.md [bai-perron-2003], [zeileis-2003] for the reference results, [hampel-1974] for the filter
 */
export function changePoints(
  series: readonly number[],
  options: { minSegment?: number; maxBreaks?: number } = {},
): ChangePoints {
  const minSegment = Math.max(options.minSegment ?? MIN_SEGMENT, Math.floor(MIN_FRACTION * series.length));
  const calm = withoutOutliers(series);
  const most = Math.min(options.maxBreaks ?? MAX_BREAKS, Math.floor(calm.length / minSegment) - 1);
  const cost = segmentCost(calm);
  const breaks = bestByBic(calm, { minSegment, most, cost });
  const edges = [0, ...breaks, series.length];
  return {
    breaks,
    means: edges.slice(1).map((end, index) => meanBetween(series, edges[index] as number, end)),
    rssWithoutBreaks: segmentCost(series)(0, series.length),
  };
}

/** Hampel filter: a value more than three scaled MADs from the median of its seven neighbours becomes that median. */
function withoutOutliers(series: readonly number[]): number[] {
  return series.map((value, index) => {
    const from = Math.max(0, Math.min(index - 3, series.length - 7));
    const around = series.slice(from, from + 7);
    const centre = median(around) ?? value;
    const limit = 3 * 1.4826 * (medianAbsoluteDeviation(around) ?? 0);
    return Math.abs(value - centre) > limit ? centre : value;
  });
}

type Cost = (start: number, end: number) => number;

/** Sum of squared deviations of any stretch [start, end) from prefix sums, centred first to keep the digits. */
function segmentCost(series: readonly number[]): Cost {
  const centre = median(series) ?? 0;
  const [sums, squares] = [[0], [0]];
  for (const value of series) {
    sums.push((sums.at(-1) as number) + value - centre);
    squares.push((squares.at(-1) as number) + (value - centre) ** 2);
  }
  return (start, end) => {
    const total = (sums[end] as number) - (sums[start] as number);
    const square = (squares[end] as number) - (squares[start] as number);
    return Math.max(0, square - (total * total) / (end - start));
  };
}

type Search = { minSegment: number; most: number; cost: Cost };

function bestByBic(series: readonly number[], search: Search): number[] {
  const n = series.length;
  if (n === 0 || search.most < 1) return [];
  const whole = search.cost(0, n);
  // Where the residue is nothing but rounding, its logarithm would reward breaks without end.
  const floor = whole * 1e-9 + Number.MIN_VALUE;
  const bic = (rss: number, breaks: number) =>
    n * Math.log(Math.max(rss, floor) / n) + 2 * (breaks + 1) * Math.log(n);
  let best = { score: bic(whole, 0), breaks: [] as number[] };
  if (whole === 0) return [];
  for (const candidate of bestSplits(n, search)) {
    const score = bic(candidate.rss, candidate.breaks.length);
    if (score < best.score) best = { score, breaks: candidate.breaks };
  }
  return best.breaks;
}

/** For each number of breaks the split with the least residue, by dynamic programming. */
function bestSplits(n: number, { minSegment, most, cost }: Search): { rss: number; breaks: number[] }[] {
  const results: { rss: number; breaks: number[] }[] = [];
  let previous = Array.from({ length: n + 1 }, (_, end) => ({
    rss: end >= minSegment ? cost(0, end) : Number.POSITIVE_INFINITY,
    breaks: [] as number[],
  }));
  for (let count = 1; count <= most; count += 1) {
    const current = previous.map((_, end) => {
      let best = { rss: Number.POSITIVE_INFINITY, breaks: [] as number[] };
      for (let at = count * minSegment; at <= end - minSegment; at += 1) {
        const before = previous[at] as { rss: number; breaks: number[] };
        const rss = before.rss + cost(at, end);
        if (rss < best.rss) best = { rss, breaks: [...before.breaks, at] };
      }
      return best;
    });
    results.push(current[n] as { rss: number; breaks: number[] });
    previous = current;
  }
  return results.filter((result) => Number.isFinite(result.rss));
}

function meanBetween(series: readonly number[], start: number, end: number): number {
  let total = 0;
  for (let index = start; index < end; index += 1) total += series[index] as number;
  return end > start ? total / (end - start) : 0;
}
