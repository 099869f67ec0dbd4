import { dayNumber, fromDayNumber, type IsoDate } from "@repo/core/calendar";
import type { ChosenRaces, Goal } from "./choose-goals.ts";
import { type EventClass, eventOf, eventShape } from "./event.ts";
import { fitPhases, type PhaseSpan } from "./fit-phases.ts";
import type { PhaseKind, Race, SeasonRequest } from "./schema.ts";
import { PHASE_WEEKS, PLANNER } from "./season-limits.ts";

/** One week before anything is put on its days. */
export type WeekFrame = {
  start: IsoDate;
  /** Day number of its Monday. */
  monday: number;
  phase: PhaseKind;
  /** Place within the phase, from 0, and the phase's length. */
  at: number;
  of: number;
  cutback: boolean;
  /** The goal this week works for; null where none is left. */
  goal: Goal | null;
  /** Which goal of the season it is, from 0. */
  goalIndex: number;
  event: EventClass;
  /** Weeks until the goal's week; 0 in it, negative after it, null without a goal. */
  weeksToGoal: number | null;
  races: Race[];
};

/** Running of this much a week stands for a base already laid (the lower end of M134's base). */
const HABIT_KM = 30;
const DEFAULT_WEEKS: PhaseSpan[] = [
  { kind: "base", weeks: 12 },
  { kind: "build", weeks: 8 },
  { kind: "recovery", weeks: 1 },
];

type Layout = { spans: (PhaseSpan & { goal: Goal | null })[]; weeks: number };

function push(layout: Layout, spans: readonly PhaseSpan[], goal: Goal | null): void {
  for (const span of spans) {
    if (span.weeks <= 0) continue;
    layout.spans.push({ ...span, goal });
    layout.weeks += span.weeks;
  }
}

/** Index of the week whose end is the end of the taper: races of Monday to Wednesday are tapered for the week before. */
function peakWeek(race: Race, firstMonday: number): number {
  return Math.floor((dayNumber(race.date) - 3 - firstMonday) / 7);
}

function weekIndex(date: IsoDate, firstMonday: number): number {
  return Math.floor((dayNumber(date) - firstMonday) / 7);
}

function recoveryWeeks(goal: Goal, roomWeeks: number): number {
  const wanted = eventShape(eventOf(goal.lastRace.distanceM)).recoveryWeeks;
  return Math.max(1, Math.min(wanted, roomWeeks - PHASE_WEEKS.speed.min - PHASE_WEEKS.peak.min));
}

function layOutGoal(
  layout: Layout,
  goal: Goal,
  request: SeasonRequest,
  firstMonday: number,
  next: Goal | null,
) {
  const end = peakWeek(goal.race, firstMonday);
  const lastWeek = weekIndex(goal.lastRace.date, firstMonday);
  const length = Math.max(0, end + 1 - layout.weeks);
  const peak = Math.min(length, eventShape(eventOf(goal.race.distanceM)).peakWeeks);
  const later = layout.spans.some((span) => span.kind === "base");
  const hasBase = later || (request.level !== "beginner" && request.currentWeeklyKm >= HABIT_KM);
  push(layout, fitPhases({ weeks: length - peak, hasBase, later }), goal);
  push(layout, [{ kind: "peak", weeks: peak }], goal);
  push(layout, [{ kind: "race", weeks: lastWeek + 1 - layout.weeks }], goal);
  const room = next ? peakWeek(next.race, firstMonday) - lastWeek : Number.POSITIVE_INFINITY;
  push(layout, [{ kind: "recovery", weeks: recoveryWeeks(goal, room) }], goal);
}

/** Weeks after the last goal and its recovery, as long as there are races to run. */
function layOutRest(layout: Layout, placed: readonly Race[], firstMonday: number): void {
  const lastRace = placed.at(-1);
  const left = lastRace ? weekIndex(lastRace.date, firstMonday) + 1 - layout.weeks : 0;
  const { base, build } = PHASE_WEEKS;
  const spans =
    left >= base.min + build.min
      ? fitPhases({ weeks: Math.min(left, base.max + build.max), hasBase: true, later: false })
      : [];
  const used = spans.reduce((sum, span) => sum + span.weeks, 0);
  if (used > 0) push(layout, spans, null);
  else if (left >= base.min) push(layout, [{ kind: "base", weeks: Math.min(left, base.max) }], null);
  const weeks = left - (used > 0 ? used : left >= base.min ? Math.min(left, base.max) : 0);
  push(layout, [{ kind: "free", weeks }], null);
}

/** Full weeks between cutbacks: three or four in a row, spread evenly, the last of them not fewer than three. */
function fullWeeks(weeks: number): number[] {
  const cuts = Math.max(0, Math.ceil((weeks - 4) / 5), Math.floor((weeks - 3) / PLANNER.cutbackEveryWeeks));
  const stretches = cuts + 1;
  const full = weeks - cuts;
  const lengths = Array.from({ length: stretches }, (_, at) => {
    return Math.floor(full / stretches) + (at < full % stretches ? 1 : 0);
  });
  // The weeks before a taper are whole: where one stretch is short, it is the one before the last.
  const last = lengths.at(-1) ?? 0;
  const before = lengths.at(-2) ?? 0;
  return last < 3 && before > last ? [...lengths.slice(0, -2), last, before] : lengths;
}

function markCutbacks(frames: WeekFrame[]): void {
  const trains = (frame: WeekFrame | undefined) =>
    frame !== undefined && ["base", "build", "speed", "free"].includes(frame.phase);
  for (let first = 0; first < frames.length; first++) {
    if (!trains(frames[first]) || trains(frames[first - 1])) continue;
    let weeks = 0;
    while (trains(frames[first + weeks])) weeks += 1;
    let at = first;
    for (const full of fullWeeks(weeks).slice(0, -1)) {
      const week = frames[at + full];
      if (week) week.cutback = true;
      at += full + 1;
    }
  }
}

/**
 * Cuts the season into Monday weeks with their phases, from the week of the start to the recovery after the last goal
 * or to the last race, and marks the cutback weeks (M79) so that the three weeks before a taper are whole.
 */
export function layOutWeeks(request: SeasonRequest, chosen: ChosenRaces): WeekFrame[] {
  const startDay = dayNumber(request.start);
  const firstMonday = startDay - ((((startDay + 3) % 7) + 7) % 7);
  const layout: Layout = { spans: [], weeks: 0 };
  if (chosen.goals.length === 0) push(layout, DEFAULT_WEEKS, null);
  chosen.goals.forEach((goal, at) => {
    layOutGoal(layout, goal, request, firstMonday, chosen.goals[at + 1] ?? null);
  });
  layOutRest(layout, chosen.placed, firstMonday);
  const frames = layout.spans.flatMap((span, at) => framesOf(span, at, layout, firstMonday));
  for (const race of chosen.placed) frames[weekIndex(race.date, firstMonday)]?.races.push(race);
  // Without a goal the next race on the way gives a week its flavour.
  for (const frame of frames) {
    const next = frame.goal ? undefined : chosen.placed.find((race) => race.date >= frame.start);
    if (next) frame.event = eventOf(next.distanceM);
  }
  markCutbacks(frames);
  return frames;
}

function framesOf(
  span: Layout["spans"][number],
  at: number,
  layout: Layout,
  firstMonday: number,
): WeekFrame[] {
  const first = layout.spans.slice(0, at).reduce((sum, each) => sum + each.weeks, 0);
  const goals = new Set(layout.spans.slice(0, at).map((each) => each.goal));
  goals.delete(span.goal);
  const goalIndex = goals.size;
  const goalWeek = span.goal ? weekIndex(span.goal.race.date, firstMonday) : null;
  return Array.from({ length: span.weeks }, (_, index) => {
    const monday = firstMonday + (first + index) * 7;
    return {
      start: fromDayNumber(monday),
      monday,
      phase: span.kind,
      at: index,
      of: span.weeks,
      cutback: false,
      goal: span.goal,
      goalIndex,
      event: span.goal ? eventOf(span.goal.race.distanceM) : "10k",
      weeksToGoal: goalWeek === null ? null : goalWeek - (first + index),
      races: [],
    };
  });
}
