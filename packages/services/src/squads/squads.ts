import { AppError } from "@repo/core/errors";
import { newId } from "@repo/db";
import {
  deleteSquad,
  insertComments,
  listSquads as listRows,
  replaceSquadMembers,
  type Squad,
  upsertSquad,
} from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { once } from "@repo/services/idempotency";
import { z } from "zod";

const Athletes = z.array(z.uuid()).max(500);
export const SaveSquadInput = z.object({
  /** Made by the client; of a squad that is there, that one. */
  id: z.uuid(),
  name: z.string().trim().min(1).max(60),
  athleteIds: Athletes,
});
export const RemoveSquadInput = z.object({ id: z.uuid() });
export const WriteToManyInput = z.object({
  mutationId: z.uuid(),
  athleteIds: Athletes.min(1),
  body: z.string().trim().min(1).max(5_000),
  /** For the athletes' coaches alone. */
  isPrivate: z.boolean().default(false),
});

/** What became of one athlete's share of something done for many. */
export type ManyResult = { athleteId: string; done: boolean };

/** The squads of the organisations in which the actor works, each with the athletes whom the actor may see. */
export function listSquads(ctx: ServiceContext): Promise<Squad[]> {
  return listRows(ctx.db);
}

/**
 * Makes a squad, or gives it another name and other athletes. Only athletes whom the actor coaches in the squad's
 * organisation come in; the answer names those who did not.
 * @throws AppError CONFLICT for a name that another squad has
 */
export async function saveSquad(
  ctx: ServiceContext,
  input: z.output<typeof SaveSquadInput> & { orgId: string },
): Promise<{ id: string; refused: string[] }> {
  const { id, orgId, name, athleteIds } = input;
  if (!(await upsertSquad(ctx.db, { id, orgId, name }))) {
    throw new AppError("CONFLICT", `There is a squad called “${name}” already. Choose another name.`);
  }
  await replaceSquadMembers(ctx.db, { squadId: id, orgId, coachId: ctx.actor.userId, athleteIds });
  const squad = (await listRows(ctx.db)).find((each) => each.id === id);
  if (!squad) throw new AppError("NOT_FOUND", "There is no such squad.");
  const members = new Set(squad.athleteIds);
  return { id, refused: athleteIds.filter((each) => !members.has(each)) };
}

/** Ends a squad; its athletes and their plans stay. @throws AppError NOT_FOUND */
export async function removeSquad(
  ctx: ServiceContext,
  input: z.output<typeof RemoveSquadInput> & { orgId: string },
): Promise<{ id: string }> {
  if (await deleteSquad(ctx.db, input.orgId, input.id)) return { id: input.id };
  throw new AppError("NOT_FOUND", "There is no such squad.");
}

/** Says the same to many athletes, each as a word of their own; the answer says for each whether it was said. */
export function writeToMany(
  ctx: ServiceContext,
  input: z.output<typeof WriteToManyInput>,
): Promise<ManyResult[]> {
  const { mutationId, athleteIds, body, isPrivate } = input;
  return once(ctx, { mutationId, athleteId: ctx.actor.userId, request: input }, async () => {
    const to = [...new Set(athleteIds)].map((athleteId) => ({ id: newId(), athleteId }));
    const said = new Set(await insertComments(ctx.db, { authorId: ctx.actor.userId, body, isPrivate, to }));
    return to.map(({ athleteId }) => ({ athleteId, done: said.has(athleteId) }));
  });
}
