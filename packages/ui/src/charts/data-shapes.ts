/** Days are ISO strings everywhere; null means not recorded, never zero. */
export type Phase = "base" | "build" | "speed" | "peak" | "race" | "recovery" | "free";

export type RibbonWeek = {
  start: string;
  phase: Phase | null;
  plannedKm: number | null;
  doneKm: number | null;
  cutback?: boolean;
};
export type RibbonRace = { date: string; name: string; priority: "A" | "B" | "C" };
export type RibbonData = {
  weeks: readonly RibbonWeek[];
  races: readonly RibbonRace[];
  today: string;
  /** The last weeks of somebody without a season: nothing was planned, and there is no week of so many. */
  isPast?: boolean;
  /** How its sentence and table say distances; metric where nothing is said. */
  units?: "metric" | "imperial";
};

export type ProfileStep = {
  kind: "warmup" | "work" | "rest" | "recovery" | "cooldown" | "steady" | "ramp";
  durationS: number | null;
  distanceM: number | null;
  /** 0 to 1. */
  intensity: number;
  intensityEnd?: number;
  label?: string;
};

export type LoadPoint = {
  date: string;
  load: number | null;
  fitness: number | null;
  fatigue: number | null;
  form: number | null;
  planned?: boolean;
};

/** A step of a recorded session, seconds after its start. */
export type TracePoint = {
  atS: number;
  speedMps: number | null;
  hrBpm: number | null;
  altitudeM: number | null;
};

export type SparkPoint = number | null;

export type BandPoint = { date: string; value: number | null; low: number | null; high: number | null };

export type CardState =
  | "planned"
  | "done"
  | "off"
  | "far-off"
  | "missed"
  | "adapted"
  | "excused"
  | "unplanned";
export type DaySquare = { date: string; state: CardState | "rest" | "unknown"; title?: string };

export type Size = { width: number; height: number };

/** Rows for "Show as table"; the same rows are what the arrow keys read out. */
export type ChartTable = {
  columns: readonly { label: string; unit?: string }[];
  rows: readonly (readonly (string | number | null)[])[];
};

/** Where row i of the table sits in the picture, so that keys and pointer can walk along it. */
export type ChartSpot = { x: number; y: number | null };
