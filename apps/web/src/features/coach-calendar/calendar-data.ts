import { addDays, dayNumber, fromDayNumber, maxDate, minDate } from "@repo/core/calendar";
import type { RouterInputs, RouterOutputs } from "#trpc/root.ts";

export type CalendarHead = RouterOutputs["coachCalendar"]["get"];
export type Chunk = RouterOutputs["coachCalendar"]["weeks"];
export type Workout = Chunk["workouts"][number];
export type Activity = Chunk["activities"][number];
export type Band = Chunk["bands"][number];
export type Change = RouterInputs["coachCalendar"]["change"];
export type Op = Change["ops"][number];
export type WeekStart = "mon" | "sun";

/** Weeks whose workouts are asked for at once: about what a window shows. */
export const CHUNK_WEEKS = 4;
/** Weeks that are asked for at once in outline. */
export const OUTLINE_WEEKS = 52;

/** Monday 5 January 1970, or the Sunday before it: where the weeks are counted from. */
const epoch = (start: WeekStart) => (start === "mon" ? 4 : 3);

/** The week a day lies in, counted. */
export function weekIndexOf(date: string, start: WeekStart): number {
  return Math.floor((dayNumber(date) - epoch(start)) / 7);
}

/** The first day of a counted week. */
export function weekStartAt(index: number, start: WeekStart): string {
  return fromDayNumber(epoch(start) + index * 7);
}

/**
 * The first day of the weeks that a counted week is fetched with. They are counted from the week before the one a calendar
 * opens at, so that all that is seen first comes at once, with what was done just before.
 */
export function chunkStartOf(index: number, start: WeekStart, opening: number): string {
  const first = opening - 1;
  return weekStartAt(first + Math.floor((index - first) / CHUNK_WEEKS) * CHUNK_WEEKS, start);
}

/** What is asked of the server for the weeks from a day on. */
export function chunkInput(of: { athleteId: string; drafts: boolean }, from: string) {
  return { athleteId: of.athleteId, from, weeks: CHUNK_WEEKS, drafts: of.drafts };
}

export type Day = { date: string; workouts: Workout[]; activities: Activity[]; bands: Band[] };
export type Week = {
  start: string;
  days: Day[];
  phase: string | null;
  targetKm: number | null;
  cutback: boolean;
  form: number | null;
};

const NO_DAY: Omit<Day, "date"> = { workouts: [], activities: [], bands: [] };

/** One week, from its first day on. Null while it is not here. */
export function weekOf(chunk: Chunk | undefined, start: string): Week | null {
  if (!chunk) return null;
  const byDay = daysOf(chunk);
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const date = addDays(start, at);
    return byDay.get(date) ?? { date, ...NO_DAY };
  });
  const last = addDays(start, 6);
  const plan = chunk.weeks.find((week) => week.start >= start && week.start <= last);
  return {
    start,
    days,
    phase: plan?.phase ?? null,
    targetKm: plan?.targetKm ?? null,
    cutback: plan?.cutback ?? false,
    form: chunk.forms[Math.round((dayNumber(start) - dayNumber(chunk.from)) / 7)] ?? null,
  };
}

const known = new WeakMap<Chunk, Map<string, Day>>();

/** The days of some weeks; made once for each answer. */
function daysOf(chunk: Chunk): Map<string, Day> {
  const old = known.get(chunk);
  if (old) return old;
  const days = new Map<string, Day>();
  const at = (date: string) => {
    const day = days.get(date) ?? { date, workouts: [], activities: [], bands: [] };
    days.set(date, day);
    return day;
  };
  for (const workout of chunk.workouts) at(workout.date).workouts.push(workout);
  for (const activity of chunk.activities) at(activity.date).activities.push(activity);
  for (const band of chunk.bands) {
    const last = minDate(band.to, chunk.to);
    for (let date = maxDate(band.from, chunk.from); date <= last; date = addDays(date, 1)) {
      at(date).bands.push(band);
    }
  }
  known.set(chunk, days);
  return days;
}

export function byPlace(a: Workout, b: Workout): number {
  return a.date.localeCompare(b.date) || a.position - b.position || a.id.localeCompare(b.id);
}
