import type { Sport } from "@repo/core/activities";

/** Samples of one session as columns; null means not recorded. `timeS` counts from the session's start. */
export type Samples = {
  timeS: number[];
  distanceM: (number | null)[];
  latDeg: (number | null)[];
  lngDeg: (number | null)[];
  altitudeM: (number | null)[];
  hrBpm: (number | null)[];
  speedMps: (number | null)[];
  cadenceRpm: (number | null)[];
  powerW: (number | null)[];
};

export type FileLap = {
  kind: "warmup" | "work" | "rest" | "cooldown" | null;
  startTime: string | null;
  durationS: number | null;
  distanceM: number | null;
  avgHr: number | null;
  maxHr: number | null;
};

/** One stretch of sport in a file: a triathlon has five, most runs one. SI units; null means not recorded. */
export type FileSession = {
  sport: Sport;
  subSport: string | null;
  /** ISO instant; null when the device's clock was not set. */
  startTime: string | null;
  /** Offset from UTC as the device knew it, `+02:00`; null where the file does not say. */
  timeZone: string | null;
  distanceM: number | null;
  timerS: number | null;
  elapsedS: number | null;
  movingS: number | null;
  elevationGainM: number | null;
  avgHr: number | null;
  maxHr: number | null;
  laps: FileLap[];
  records: number;
  samples: Samples;
};

/** Something a file gets wrong or lacks: a code for machines and a sentence that names the fault. */
export type FileWarning = { code: string; text: string };

export type ActivityFile = {
  format: "fit" | "tcx" | "gpx";
  device: string | null;
  sessions: FileSession[];
  warnings: FileWarning[];
};

/** Empty sample columns. */
export function emptySamples(): Samples {
  return {
    timeS: [],
    distanceM: [],
    latDeg: [],
    lngDeg: [],
    altitudeM: [],
    hrBpm: [],
    speedMps: [],
    cadenceRpm: [],
    powerW: [],
  };
}
