const LONGEST_TAPER_DAYS = 21;
/** Least and most of the volume, %, that is taken away in the tapers found to help. */
export const TAPER_BAND_PCT = { low: 41, high: 60 } as const;

/**
 * Whether a taper lies in the band the meta-analyses found to help: volume cut by 41–60 % over at most 21 days, with
 * intensity kept.
 *
 * @see SOURCES.md [bosquet-2007], [wang-2023]
 */
export function inTaperBand(taper: {
  volumeReductionPct: number;
  durationD: number;
  intensityMaintained: boolean;
}): boolean {
  const { volumeReductionPct, durationD, intensityMaintained } = taper;
  const cut = volumeReductionPct >= TAPER_BAND_PCT.low && volumeReductionPct <= TAPER_BAND_PCT.high;
  return cut && durationD > 0 && durationD <= LONGEST_TAPER_DAYS && intensityMaintained;
}

/** A way of tapering and how much faster than before it made athletes: standardised effect with half its 95 % interval. */
export type TaperEffect = {
  variable: "duration" | "volume" | "intensity" | "frequency";
  level: string;
  effectSize: number;
  ciHalfWidth: number;
};

/** What the meta-analysis found to help most in each part of a taper. @see SOURCES.md [bosquet-2007] 27 studies */
export const TAPER_EFFECTS: readonly TaperEffect[] = [
  { variable: "duration", level: "2 weeks", effectSize: 0.59, ciHalfWidth: 0.33 },
  { variable: "volume", level: "41–60 % less", effectSize: 0.72, ciHalfWidth: 0.36 },
  { variable: "intensity", level: "unchanged", effectSize: 0.33, ciHalfWidth: 0.14 },
  { variable: "frequency", level: "unchanged", effectSize: 0.35, ciHalfWidth: 0.17 },
];
