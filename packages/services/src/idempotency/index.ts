import { createHash } from "node:crypto";
import { AppError } from "@repo/core/errors";
import { getMutation, insertMutation, updateMutationResponse } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";

type Mutation = {
  /** UUIDv7, made by the client once for what it wants done, and sent again with every retry. */
  mutationId: string;
  athleteId: string;
  /** What was asked, to tell a retry from a reused id. */
  request: unknown;
};

/**
 * Does something once, however often it is asked for: the id, the effect and the answer commit together, and a
 * repetition gets the first answer.
 *
 * @throws {AppError} CONFLICT when the id was used for something else
 */
export async function once<T>(ctx: ServiceContext, mutation: Mutation, work: () => Promise<T>): Promise<T> {
  const { mutationId: id, athleteId, request } = mutation;
  const requestHash = createHash("sha256").update(canonical(request)).digest("hex");
  if (!(await insertMutation(ctx.db, athleteId, { id, actorId: ctx.actor.userId, requestHash }))) {
    const earlier = await getMutation(ctx.db, athleteId, id);
    if (earlier?.requestHash === requestHash) return earlier.response as T;
    throw new AppError(
      "CONFLICT",
      "This id was already used for something else. Send the change under a new id.",
      {
        reason: "idempotency-mismatch",
      },
    );
  }
  const response = await work();
  await updateMutationResponse(ctx.db, athleteId, id, response);
  return response;
}

/** JSON with sorted keys: the same request gives the same text, whatever order a client wrote it in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
