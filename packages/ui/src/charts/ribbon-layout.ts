import type { ChartSpot, Phase, RibbonData, RibbonRace, RibbonWeek, Size } from "./data-shapes.ts";
import { dayNumber } from "./days.ts";
import { clamp, drawable, side } from "./numbers.ts";
import { textWidth } from "./svg.ts";

export type RibbonBar = {
  week: RibbonWeek;
  x: number;
  width: number;
  /** Null when nothing is known; the pale bar stands behind the solid one. */
  plannedHeight: number | null;
  doneHeight: number | null;
};
export type RibbonRun = { phase: Phase | null; bars: RibbonBar[]; x: number; width: number };
export type RibbonFlag = {
  race: RibbonRace;
  x: number;
  labelX: number;
  labelled: boolean;
  leftwards: boolean;
};

export type RibbonLayout = {
  width: number;
  height: number;
  top: number;
  baseline: number;
  bars: RibbonBar[];
  runs: RibbonRun[];
  flags: RibbonFlag[];
  todayX: number | null;
  spots: ChartSpot[];
};

export type RibbonLayoutOptions = { labels?: boolean };

const FULL_HEIGHT = 72; // below this the ribbon is the tiny one: no words, small flags

export function layoutRibbon(data: RibbonData, size: Size, options: RibbonLayoutOptions = {}): RibbonLayout {
  const [width, height] = [side(size.width), side(size.height)];
  const labels = options.labels ?? height >= FULL_HEIGHT;
  const top = labels ? 20 : Math.min(7, height * 0.16);
  const baseline = labels ? Math.max(top + 1, height - 22) : height - 0.5;
  const weeks = sortedWeeks(data.weeks);
  const bars = layoutBars(weeks, width, baseline - top);
  return {
    width,
    height,
    top,
    baseline,
    bars,
    runs: layoutRuns(bars),
    flags: layoutFlags(data.races, weeks, width),
    todayX: weekX(data.today, weeks, width),
    spots: bars.map((bar) => ({
      x: bar.x + bar.width / 2,
      y: baseline - (bar.doneHeight ?? bar.plannedHeight ?? 0),
    })),
  };
}

export function sortedWeeks(weeks: readonly RibbonWeek[]): RibbonWeek[] {
  return weeks
    .filter((week) => dayNumber(week.start) !== null)
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function layoutBars(weeks: RibbonWeek[], width: number, room: number): RibbonBar[] {
  const volume = (km: number | null) => Math.max(0, drawable(km) ?? 0);
  const most = Math.max(1, ...weeks.map((week) => Math.max(volume(week.plannedKm), volume(week.doneKm))));
  const step = width / Math.max(1, weeks.length);
  const gap = clamp(step * 0.2, step < 3 ? 0.2 : 0.8, 2);
  const tall = (km: number | null) => (drawable(km) === null ? null : (volume(km) / most) * room);
  return weeks.map((week, index) => ({
    week,
    x: index * step + gap / 2,
    width: Math.max(0.3, step - gap),
    plannedHeight: tall(week.plannedKm),
    doneHeight: tall(week.doneKm),
  }));
}

function layoutRuns(bars: RibbonBar[]): RibbonRun[] {
  const runs: RibbonRun[] = [];
  for (const bar of bars) {
    const last = runs.at(-1);
    const run =
      last && last.phase === bar.week.phase ? last : { phase: bar.week.phase, bars: [], x: bar.x, width: 0 };
    if (run !== last) runs.push(run);
    run.bars.push(bar);
    run.width = bar.x + bar.width - run.x;
  }
  return runs;
}

/** Where a day stands along the ribbon; null outside the season. */
function weekX(day: string, weeks: RibbonWeek[], width: number): number | null {
  const number = dayNumber(day);
  if (number === null) return null;
  const step = width / Math.max(1, weeks.length);
  const starts = weeks.map((week) => dayNumber(week.start) ?? 0);
  const index = starts.findLastIndex((start) => start <= number);
  const start = starts[index];
  if (start === undefined) return null;
  const into = (number - start) / 7;
  if (into >= 1 && index === weeks.length - 1) return null;
  return (index + Math.min(1, into)) * step;
}

function layoutFlags(races: readonly RibbonRace[], weeks: RibbonWeek[], width: number): RibbonFlag[] {
  const placed = races
    .map((race) => ({ race, x: weekX(race.date, weeks, width) }))
    .filter((flag): flag is { race: RibbonRace; x: number } => flag.x !== null)
    .sort((a, b) => a.x - b.x);
  let free = 0; // no label may begin left of this
  return placed.map(({ race, x: raceX }, index) => {
    const x = clamp(raceX, 1, width - 1);
    const wide = textWidth(race.name) + 18;
    const next = placed[index + 1]?.x ?? width;
    const rightwards = x + wide <= Math.min(width, next) && x >= free;
    const leftwards = !rightwards && x - wide >= free;
    if (rightwards || leftwards) free = rightwards ? x + wide : x;
    return {
      race,
      x,
      labelX: leftwards ? x - 5 : x + 16,
      labelled: rightwards || leftwards,
      leftwards,
    };
  });
}
