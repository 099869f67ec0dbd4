import { addDays, dayNumber, WEEKDAYS } from "@repo/core/calendar";
import { roomOn } from "./day-room.ts";
import { type PlanState, type Setup, weekdaysOf } from "./plan-state.ts";
import type { NotHonoured, SeasonWeek } from "./schema.ts";

const DAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"] as const;

function entry(
  code: string,
  title: string,
  what: { asked: number | null; planned: number | null; dates?: string[] },
): NotHonoured {
  return {
    code,
    title,
    dates: what.dates ?? [],
    asked: what.asked,
    planned: what.planned,
    source: ["contract"],
  };
}

/** A list in words. */
function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** Days that hold more than their minutes, or whose time is not known, races aside. */
function daysOver(setup: Setup, weeks: readonly SeasonWeek[]): { over: string[]; unknown: number } {
  const over: string[] = [];
  let unknown = 0;
  for (const week of weeks) {
    for (let at = 0; at < 7; at++) {
      const date = addDays(week.start, at);
      const room = roomOn(setup, dayNumber(date));
      const held = week.workouts.filter((each) => each.date === date && each.kind !== "race");
      if (!Number.isFinite(room) || held.length === 0) continue;
      const seconds = held.reduce((sum, { durationS }) => sum + (durationS ?? 0), 0);
      if (seconds > room) over.push(date);
      else if (held.some(({ durationS }) => durationS == null)) unknown += 1;
    }
  }
  return { over, unknown };
}

/** What the minutes of weekdays kept a season from, and where it could not keep to them. */
export function minutesNotHonoured(
  setup: Setup,
  state: PlanState,
  weeks: readonly SeasonWeek[],
): NotHonoured[] {
  if (setup.room === null) return [];
  const found: NotHonoured[] = [];
  const closed = weekdaysOf(setup.request).flatMap((free, at) =>
    free && !setup.weekdays[at] ? [DAYS[at] as string] : [],
  );
  if (closed.length > 0) {
    const title = `Nothing is planned on ${listed(closed)}: so few minutes are too short for a run.`;
    found.push(entry("day-too-short", title, { asked: null, planned: null }));
  }
  const { longRunDay } = setup.request;
  const at = longRunDay ? WEEKDAYS.indexOf(longRunDay) : -1;
  if (longRunDay && setup.weekdays[at] && setup.tight?.[at]) {
    const title = `The long run is not on ${DAYS[at]} where another day has room: they have too few minutes for it.`;
    found.push(entry("long-run-day-too-short", title, { asked: null, planned: null }));
  }
  const runs = state.shortened.reduce((sum, each) => sum + each, 0);
  if (runs > 0) {
    const days = listed(state.shortened.flatMap((count, at) => (count > 0 ? [DAYS[at] as string] : [])));
    const title = `${runs === 1 ? "1 run" : `${runs} runs`} on ${days} would be longer if these days had more minutes.`;
    found.push(entry("runs-shortened-to-minutes", title, { asked: null, planned: runs }));
  }
  const { over, unknown } = daysOver(setup, weeks);
  if (over.length > 0) {
    const which =
      over.length === 1 ? "1 day holds more than its" : `${over.length} days hold more than their`;
    const title = `${which} minutes: made shorter, nothing would be left of them.`;
    found.push(entry("day-minutes-exceeded", title, { asked: 0, planned: over.length, dates: over }));
  }
  if (unknown > 0) {
    const which = unknown === 1 ? "1 day holds more than its" : `${unknown} days hold more than their`;
    const title = `Whether ${which} minutes is not known: without a result there is no pace.`;
    found.push(entry("day-minutes-not-known", title, { asked: null, planned: null }));
  }
  return found;
}
