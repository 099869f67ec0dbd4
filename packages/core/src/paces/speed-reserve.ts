import { type Estimate, known, notKnown } from "@repo/core/estimate";

/** Bands of the speed reserve ratio in 19 elite men over 800 and 1500 m; descriptive, never a class of a recreational runner. */
export type SpeedReserveProfile = "400-800" | "800" | "800-1500";

/** How far top speed lies above the speed at VO₂max. */
export type SpeedReserve = {
  /** Top speed less the speed at VO₂max, m/s. */
  reserveMps: number;
  /** Top speed over the speed at VO₂max. */
  ratio: number;
  /** The elite band the ratio falls into, null below all of them. */
  eliteProfile: SpeedReserveProfile | null;
};

/**
 * Speed reserve (M14) from top sprint speed and the speed at VO₂max, both m/s. A descriptive number. Unknown unless the
 * top speed is the greater and no faster than any human (12.5 m/s). SOURCES.md [sandford-2019]
 */
export function speedReserve(
  topSpeedMps: number,
  aerobicSpeedMps: number,
): Estimate<SpeedReserve, "not-speeds" | "top-speed-not-greater"> {
  if (!(topSpeedMps > 0 && aerobicSpeedMps > 0 && topSpeedMps <= 12.5)) return notKnown("not-speeds");
  if (topSpeedMps <= aerobicSpeedMps) return notKnown("top-speed-not-greater");
  const ratio = topSpeedMps / aerobicSpeedMps;
  if (!Number.isFinite(ratio)) return notKnown("not-speeds"); // hardly a speed at all
  return known({ reserveMps: topSpeedMps - aerobicSpeedMps, ratio, eliteProfile: profileOf(ratio) });
}

/** How much of the top speed a pace uses. */
export type ShareOfTopSpeed = {
  /** Speed of the repetition or race over top speed. */
  share: number;
  /** M14: up to half is the article's marathon ideal, about three quarters is workable, above 80 % is close to redline. */
  band: "half-or-less" | "comfortable" | "near-redline" | "faster-than-top-speed";
};

/** How much of the top speed a pace uses (M13, M14). Both m/s. Unknown for speeds that are not positive and finite. */
export function shareOfTopSpeed(
  topSpeedMps: number,
  speedMps: number,
): Estimate<ShareOfTopSpeed, "not-speeds"> {
  const valid = topSpeedMps > 0 && speedMps > 0 && Number.isFinite(topSpeedMps) && Number.isFinite(speedMps);
  if (!valid || !Number.isFinite(speedMps / topSpeedMps)) return notKnown("not-speeds");
  const share = speedMps / topSpeedMps;
  const band =
    share > 1
      ? "faster-than-top-speed"
      : share > 0.8
        ? "near-redline"
        : share > 0.5
          ? "comfortable"
          : "half-or-less";
  return known({ share, band });
}

function profileOf(ratio: number): SpeedReserveProfile | null {
  const rounded = Math.round(ratio * 1e9) / 1e9;
  if (rounded >= 1.58) return "400-800";
  if (rounded >= 1.47) return "800";
  return rounded >= 1.36 ? "800-1500" : null;
}
