import { localDay } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import {
  getCalendarHead,
  listDayBands,
  lockLastPlanEdit,
  lockPlannedWorkouts,
  markPlanEditUndone,
  wakeWarningsOfEdit,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import type { z } from "zod";
import { UndoCalendarInput } from "./calendar-inputs.ts";
import {
  type ChangedCalendar,
  calendarBand,
  calendarChanged,
  calendarWorkout,
  findingsOfSeasons,
} from "./change-calendar.ts";
import { findingsOf } from "./findings-of.ts";
import { type LoadedSeason, loadSeason } from "./load-season.ts";
import { restoreEdit } from "./restore-edit.ts";
import { checkOptions } from "./shown-season.ts";

/**
 * Takes back the actor's latest edit of an athlete's plan, made on the calendar or on a season's page: every row it
 * touched is as it was before, order included.
 * @throws AppError NOT_FOUND; INVALID when nothing is left to undo; CONFLICT when what it made was changed or done since
 */
export function undoCalendar(
  ctx: ServiceContext,
  input: z.input<typeof UndoCalendarInput>,
): Promise<ChangedCalendar & { undone: string }> {
  const request = UndoCalendarInput.parse(input);
  const { athleteId } = request;
  return once(ctx, { ...request, request }, async () => {
    const head = await getCalendarHead(ctx.db, athleteId, ctx.actor.userId);
    if (!head) throw new AppError("NOT_FOUND", "There is no such athlete.");
    const edit = await lockLastPlanEdit(ctx.db, athleteId, { seasonId: null, authorId: ctx.actor.userId });
    if (!edit) throw new AppError("INVALID", "There is nothing left to undo for this athlete.");
    const seasons = await seasonsOf(ctx, athleteId, edit);
    const own = seasons.find(({ outline }) => outline.season.id === edit.seasonId) ?? null;
    const dates = await restoreEdit(ctx, { athleteId, edit, loaded: own });
    await markPlanEditUndone(ctx.db, athleteId, { id: edit.id, at: ctx.now });
    await wakeWarningsOfEdit(ctx.db, athleteId, edit.id);
    await calendarChanged(ctx, { athleteId, today: localDay(ctx.now, head.athlete.timeZone) });
    const ids = edit.before.filter(({ table }) => table === "workout").map(({ id }) => String(id));
    const rows = ids.length > 0 ? await lockPlannedWorkouts(ctx.db, athleteId, ids) : [];
    const bands = edit.before.filter(({ table }) => table === "band");
    const after = await getCalendarHead(ctx.db, athleteId, ctx.actor.userId);
    return {
      undone: edit.summary,
      workouts: rows.filter(({ deletedAt }) => deletedAt === null).map(calendarWorkout),
      removed: [
        ...rows.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => id),
        ...bands.filter(({ deletedAt }) => deletedAt !== null).map(({ id }) => String(id)),
      ],
      bands: await bandsOf(ctx, athleteId, bands),
      findings: await findingsOfSeasons(ctx, seasons, dates),
      lastEdit: after?.lastEdit ?? null,
    };
  });
}

type Kept = { seasonId: string | null; before: Record<string, unknown>[]; after: Record<string, unknown>[] };

async function seasonsOf(ctx: ServiceContext, athleteId: string, edit: Kept): Promise<LoadedSeason[]> {
  const ids = new Set<string>();
  for (const { seasonId } of [edit, ...edit.before, ...edit.after]) {
    if (typeof seasonId === "string") ids.add(seasonId);
  }
  const loaded: LoadedSeason[] = [];
  for (const seasonId of ids) {
    const season = await loadSeason(ctx, { athleteId, seasonId });
    findingsOf(season.season, checkOptions(season));
    loaded.push(season);
  }
  return loaded;
}

async function bandsOf(ctx: ServiceContext, athleteId: string, bands: readonly Record<string, unknown>[]) {
  const held = bands.filter(({ deletedAt }) => deletedAt === null);
  if (held.length === 0) return [];
  const from = held.map(({ startsOn }) => String(startsOn)).sort()[0] ?? "";
  const to =
    held
      .map(({ endsOn }) => String(endsOn))
      .sort()
      .at(-1) ?? "";
  const rows = await listDayBands(ctx.db, athleteId, { from, to });
  return rows.filter((row) => held.some(({ id }) => id === row.id)).map(calendarBand);
}
