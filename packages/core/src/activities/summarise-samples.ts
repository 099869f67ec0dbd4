import type { GradeModel } from "./grade.ts";
import { elevationGain, gradedSeries } from "./graded-series.ts";
import { perSecond, type Samples, STANDING_MPS } from "./samples.ts";

export type SampleSummary = {
  /** Seconds recorded, pauses left out. */
  readonly recordedS: number;
  /** Seconds faster than 0.3 m/s. */
  readonly movingS: number;
  readonly distanceM: number;
  readonly avgSpeedMps: number | null;
  /** Mean flat-equivalent speed while moving; null where the altitude may not be used. */
  readonly gradedSpeedMps: number | null;
  readonly avgHrBpm: number | null;
  readonly maxHrBpm: number | null;
  /** Share of the recorded seconds with a heart rate, 0 to 1. */
  readonly hrCoverage: number;
  readonly elevationGainM: number | null;
};

/**
 * What a session's samples add up to.
 *
 * @param options.altitude where the altitude comes from; `gps` (the default) is too rough for slopes
 * @param options.model of the cost of slopes
 */
export function summariseSamples(
  samples: Samples,
  options: { altitude?: "barometric" | "gps"; model?: GradeModel } = {},
): SampleSummary {
  const series = perSecond(samples);
  const moving = series.speedMps.reduce((count, speed) => count + (speed > STANDING_MPS ? 1 : 0), 0);
  const distanceM = series.speedMps.reduce((total, speed) => total + speed, 0);
  const hearts = series.hrBpm.filter((beat) => beat > 0);
  const usable =
    options.altitude === "barometric" && series.altitudeM.some((height) => !Number.isNaN(height));
  return {
    recordedS: series.speedMps.length,
    movingS: moving,
    distanceM,
    avgSpeedMps: moving > 0 ? distanceM / moving : null,
    gradedSpeedMps: usable && moving > 0 ? total(gradedSeries(series, options.model)) / moving : null,
    avgHrBpm: hearts.length > 0 ? total(hearts) / hearts.length : null,
    maxHrBpm: hearts.length > 0 ? hearts.reduce((most, beat) => Math.max(most, beat), 0) : null,
    hrCoverage: series.hrBpm.length > 0 ? hearts.length / series.hrBpm.length : 0,
    elevationGainM: elevationGain(series),
  };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
