import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Heart rates of one session as columns of one length, `timeS` growing; null means not recorded. */
export type HeartSamples = {
  readonly timeS: readonly number[];
  readonly hrBpm: readonly (number | null)[];
  /** Steps or strides a minute. */
  readonly cadence?: readonly (number | null)[] | undefined;
};

/** The highest mean over this many seconds is the session's peak. SOURCES.md [robergs-landwehr-2002] */
const WINDOW_S = 5;
/** How long the heart rate has to have been near it before: near its maximum a heart climbs slowly, a sensor leaps. [house] */
const BEFORE_S = 30;
/** Beats by which the mean before may lie under the peak. [house] */
const SLOW_CLIMB_BPM = 12;
/** Readings that the window and the seconds before it have to hold. [house] */
const FEWEST = { window: 2, before: 6 };
/** An optical sensor that counts steps shows the cadence, this close to it. [house] */
const CADENCE_BPM = 2;
/** Faster hearts are a sensor's. [house] */
const FASTEST_BPM = 225;

/**
 * The highest heart rate that a session held for five seconds, in whole beats a minute: of a maximal effort, what the
 * heart can do. Leaps of a sensor and stretches where it counted steps are left out; unknown where too few heart rates
 * were recorded to tell.
 */
export function observedMaxHr(samples: HeartSamples): Estimate<number, "no-clean-window"> {
  const { timeS, hrBpm, cadence } = readingsOf(samples);
  let best: number | null = null;
  let [start, before] = [0, 0];
  for (let end = 0; end < timeS.length; end += 1) {
    const now = timeS[end] as number;
    while ((timeS[start] as number) <= now - WINDOW_S) start += 1;
    while ((timeS[before] as number) <= now - WINDOW_S - BEFORE_S) before += 1;
    if (end + 1 - start < FEWEST.window || start - before < FEWEST.before) continue;
    const peak = mean(hrBpm, start, end + 1);
    if (peak > FASTEST_BPM || (best !== null && peak <= best)) continue;
    if (peak - mean(hrBpm, before, start) > SLOW_CLIMB_BPM) continue;
    if (!countsSteps({ hrBpm, cadence }, before, end + 1)) best = peak;
  }
  return best === null ? notKnown("no-clean-window") : known(Math.round(best));
}

type Columns = { timeS: number[]; hrBpm: number[]; cadence: (number | null)[] };

function readingsOf(samples: HeartSamples): Columns {
  const kept: Columns = { timeS: [], hrBpm: [], cadence: [] };
  samples.timeS.forEach((at, index) => {
    const beat = samples.hrBpm[index] ?? null;
    if (beat === null || beat <= 0 || at <= (kept.timeS.at(-1) ?? -1)) return;
    kept.timeS.push(at);
    kept.hrBpm.push(beat);
    kept.cadence.push(samples.cadence?.[index] ?? null);
  });
  return kept;
}

/** Whether most of a stretch shows the cadence, of one foot or of both. */
function countsSteps({ hrBpm, cadence }: Omit<Columns, "timeS">, from: number, to: number): boolean {
  let alike = 0;
  for (let index = from; index < to; index += 1) {
    const [beat, steps] = [hrBpm[index] as number, cadence[index] ?? null];
    if (
      steps !== null &&
      (Math.abs(beat - steps) <= CADENCE_BPM || Math.abs(beat - 2 * steps) <= CADENCE_BPM)
    )
      alike += 1;
  }
  return alike > (to - from) / 2;
}

function mean(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += values[index] as number;
  return sum / (to - from);
}
