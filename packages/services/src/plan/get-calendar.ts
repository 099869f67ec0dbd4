import { addDays, localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { RULES } from "@repo/core/rules";
import { PhaseKind, packWeeks, type Race, type WeekOutline, weekSums } from "@repo/core/season";
import { WorkoutKind } from "@repo/core/workouts";
import {
  type CalendarDays,
  type CalendarOutline,
  getCalendarDays,
  getCalendarHead,
  getCalendarOutline as readOutline,
} from "@repo/db/queries";
import { mayPlanFor } from "@repo/services/athlete";
import type { ServiceContext } from "@repo/services/context";
import { newSince } from "@repo/services/inbox";
import { getLoadSeries } from "@repo/services/load";
import type { z } from "zod";
import type { CalendarDaysInput } from "./calendar-inputs.ts";
import { carriedOn } from "./carried-on.ts";
import type { ChangedCalendar } from "./change-calendar.ts";
import { loadSeason, pacingOfAthlete } from "./load-season.ts";
import { shownFindings } from "./shown-season.ts";

/**
 * An athlete's calendar without its days: whose it is, seasons and races, what paces rest on, what the rules say of the
 * seasons that still run.
 * @throws AppError NOT_FOUND
 */
export async function getCalendar(ctx: ServiceContext, { athleteId }: { athleteId: string }) {
  const head = await getCalendarHead(ctx.db, athleteId, ctx.actor.userId);
  if (!head) throw new AppError("NOT_FOUND", "There is no such athlete.");
  const { athlete, seasons, lastEdit, firstDay, lastDay } = head;
  const today = localDay(ctx.now, athlete.timeZone);
  const findings: ChangedCalendar["findings"] = [];
  const phases: { seasonId: string; kind: string; start: string; end: string }[] = [];
  for (const { id } of seasons.filter(({ endsOn }) => endsOn >= today)) {
    const loaded = await loadSeason(ctx, { athleteId, seasonId: id });
    findings.push({ seasonId: id, findings: shownFindings(loaded) });
    for (const { kind, startsOn, endsOn } of loaded.outline.phases) {
      phases.push({ seasonId: id, kind, start: startsOn, end: endsOn });
    }
  }
  return {
    athleteId,
    athleteName: athlete.name,
    level: athlete.level,
    today,
    weekStartsOn: athlete.weekStartsOn,
    pacing: pacingOfAthlete(head, today),
    unavailableWeekdays: athlete.unavailableWeekdays,
    weekdayMinutes: athlete.weekdayMinutes,
    blackoutDates: athlete.blackoutDates,
    seasons: seasons.map(({ races: _, ...season }) => season),
    races: seasons.flatMap(({ id, status, races }) =>
      ((races ?? []) as Race[]).map(({ date, name, priority, distanceM }) => ({
        seasonId: id,
        isDraft: status === "draft",
        date,
        name: name ?? `${Math.round(distanceM / 100) / 10} km`,
        priority,
      })),
    ),
    phases,
    findings,
    rulesChecked: RULES.length,
    lastEdit,
    firstDay,
    lastDay,
    /** Whether the reader may change it: assistants read and comment. */
    mayPlan: await mayPlanFor(ctx, { athleteId }),
  };
}

/**
 * What lies on an athlete's days, and form at the end of each week: as it was, and further on if the plan is done.
 * @throws AppError NOT_FOUND
 */
export async function getCalendarWeeks(ctx: ServiceContext, input: z.output<typeof CalendarDaysInput>) {
  const { athleteId, from, weeks, drafts } = input;
  const to = addDays(from, weeks * 7 - 1);
  const today = localDay(ctx.now, "UTC");
  const { coming, ...days } = await getCalendarDays(ctx.db, athleteId, {
    from,
    to,
    today,
    drafts,
    actorId: ctx.actor.userId,
    since: newSince(ctx.now),
  });
  return { from, to, ...days, forms: await formsOf(ctx, { athleteId, from, to, coming }) };
}

/**
 * An athlete's weeks in outline, for those that nobody looks at closely: what stands on each day and how it stands, what
 * each week comes to, and form at its end.
 * @throws AppError NOT_FOUND
 */
export async function getCalendarOutline(ctx: ServiceContext, input: z.output<typeof CalendarDaysInput>) {
  const { athleteId, from, weeks, drafts } = input;
  const to = addDays(from, weeks * 7 - 1);
  const { userId: actorId } = ctx.actor;
  const today = localDay(ctx.now, "UTC");
  const read = await readOutline(ctx.db, athleteId, {
    from,
    to,
    today,
    drafts,
    actorId,
    since: newSince(ctx.now),
  });
  const forms = await formsOf(ctx, { athleteId, from, to, coming: read.coming });
  const outlines = Array.from({ length: weeks }, (_, at) =>
    outlineOf(read, addDays(from, at * 7), forms[at] ?? null),
  );
  return { from, weeks: packWeeks(outlines) };
}

function outlineOf(read: CalendarOutline, start: string, form: number | null): WeekOutline {
  const end = addDays(start, 6);
  const isIn = (date: string) => start <= date && date <= end;
  const workouts = read.workouts.filter(({ date }) => isIn(date));
  const activities = read.activities.filter(({ date }) => isIn(date));
  const week = read.weeks.find((each) => isIn(each.start));
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => {
    const day = addDays(start, at);
    return {
      workouts: workouts
        .filter(({ date }) => date === day)
        .map(({ kind, status, grade, load }) => ({
          kind: WorkoutKind.catch("easy").parse(kind),
          status,
          grade,
          load,
        })),
      unplanned: activities.filter(({ date, workoutOn }) => date === day && workoutOn !== day).length,
    };
  });
  const phase = PhaseKind.nullable()
    .catch(null)
    .parse(week?.phase ?? null);
  return { days, phase, cutback: week?.cutback ?? false, form, ...weekSums({ workouts, activities }) };
}

type Span = { athleteId: string; from: string; to: string; coming: CalendarDays["coming"] };

/** Form on each week's last day; null where it is not known. Planned from the last computed day on. */
async function formsOf(ctx: ServiceContext, { athleteId, from, to, coming }: Span) {
  const stored = await getLoadSeries(ctx.db, athleteId, {
    from: addDays(from, -1),
    to: maxOf(to, localDay(ctx.now, "UTC")),
  });
  const known = new Map(stored.map((day) => [day.date, day.form]));
  const ends: string[] = [];
  for (let end = addDays(from, 6); end <= to; end = addDays(end, 7)) ends.push(end);
  const ahead = carriedOn(stored.at(-1), new Map(coming.map(({ date, load }) => [date, load])), to);
  return ends.map((date) => {
    const form = known.get(date) ?? ahead.get(date)?.form ?? null;
    return form === null ? null : Math.round(form * 10) / 10;
  });
}

function maxOf(a: string, b: string): string {
  return a > b ? a : b;
}
