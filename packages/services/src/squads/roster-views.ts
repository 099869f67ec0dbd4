import { AppError } from "@repo/core/errors";
import { deleteRosterView, listRosterViews, upsertRosterView } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

const Word = z.string().max(40);
/** Whom a view shows, in what order, with which columns; a column that is not known any more is left out when shown. */
export const RosterView = z.strictObject({
  sort: Word,
  down: z.boolean(),
  squad: z.uuid().nullable(),
  find: z.string().max(80),
  columns: z.array(Word).max(20),
});
export type RosterView = z.infer<typeof RosterView>;

export const SaveViewInput = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  view: RosterView,
});
export const RemoveViewInput = z.strictObject({ id: z.uuid() });

/** More than anybody would find their way in. */
const MOST = 30;

export type SavedView = { id: string; name: string; view: RosterView };

/** The actor's own views of their athletes, by name. */
export async function listViews(ctx: ServiceContext): Promise<SavedView[]> {
  const rows = await listRosterViews(ctx.db, ctx.actor.userId);
  return rows.flatMap(({ id, name, view }) => {
    const read = RosterView.safeParse(view);
    return read.success ? [{ id, name, view: read.data }] : [];
  });
}

/**
 * Keeps how the actor looks at their athletes; a view of the same name is replaced.
 * @throws AppError INVALID where there are too many
 */
export async function saveView(
  ctx: ServiceContext,
  input: z.output<typeof SaveViewInput>,
): Promise<{ id: string }> {
  const views = await listRosterViews(ctx.db, ctx.actor.userId);
  if (views.length >= MOST && !views.some(({ name }) => name === input.name)) {
    throw new AppError("INVALID", `There are ${MOST} views already. Remove one that you do not use.`, {
      fields: ["name"],
    });
  }
  return { id: await upsertRosterView(ctx.db, ctx.actor.userId, input) };
}

/** Forgets a view. @throws AppError NOT_FOUND */
export async function removeView(ctx: ServiceContext, { id }: { id: string }): Promise<{ id: string }> {
  if (await deleteRosterView(ctx.db, ctx.actor.userId, id)) return { id };
  throw new AppError("NOT_FOUND", "There is no such view.");
}
