import { addDays } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { RULES } from "@repo/core/rules";
import type { Race } from "@repo/core/season";
import { type CalendarDays, getCalendarDays, getCalendarHead } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { getLoadSeries } from "@repo/services/load";
import { localDayOf } from "@repo/services/training";
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
  const today = localDayOf(ctx.now, athlete.timeZone);
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
  };
}

/**
 * What lies on an athlete's days, and form at the end of each week: as it was, and further on if the plan is done.
 * @throws AppError NOT_FOUND
 */
export async function getCalendarWeeks(ctx: ServiceContext, input: z.output<typeof CalendarDaysInput>) {
  const { athleteId, from, weeks, drafts } = input;
  const to = addDays(from, weeks * 7 - 1);
  const today = localDayOf(ctx.now, "UTC");
  const { coming, ...days } = await getCalendarDays(ctx.db, athleteId, {
    from,
    to,
    today,
    drafts,
    actorId: ctx.actor.userId,
  });
  return { from, to, ...days, forms: await formsOf(ctx, { athleteId, from, to, coming }) };
}

type Span = { athleteId: string; from: string; to: string; coming: CalendarDays["coming"] };

/** Form on each week's last day; null where it is not known. Planned from the last computed day on. */
async function formsOf(ctx: ServiceContext, { athleteId, from, to, coming }: Span) {
  const stored = await getLoadSeries(ctx.db, athleteId, {
    from: addDays(from, -1),
    to: maxOf(to, localDayOf(ctx.now, "UTC")),
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
