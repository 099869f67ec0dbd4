import { type ActivityRow, listLaps } from "@repo/db/queries";
import type { ServiceContext } from "@repo/services/context";
import { z } from "zod";

/** What an athlete had typed of a session before a file completed it: kept in the row's `extra`. */
export const TypedSession = z.object({
  title: z.string().nullable(),
  distanceM: z.number().nullable(),
  durationS: z.number(),
  startAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  sourceKey: z.string().nullable(),
  /** The import that brought the file; null for one that was dropped on a day. */
  fileBatchId: z.string().nullable(),
  laps: z.array(
    z.object({
      position: z.number(),
      kind: z.enum(["warmup", "work", "rest", "cooldown"]).nullable(),
      durationS: z.number().nullable(),
      distanceM: z.number().nullable(),
    }),
  ),
});
export type TypedSession = z.infer<typeof TypedSession>;

/** The typed session of a row that was logged by hand. */
export async function typedOf(
  ctx: ServiceContext,
  row: ActivityRow,
  fileBatchId: string | null,
): Promise<TypedSession> {
  const laps = await listLaps(ctx.db, ctx.actor.userId, [row.id]);
  const { title, distanceM, durationS, timeZone, sourceKey } = row;
  return {
    ...{ title, distanceM, durationS, timeZone, sourceKey, fileBatchId },
    startAt: row.startAt?.toISOString() ?? null,
    laps: laps.map((lap) => ({
      position: lap.position,
      kind: lap.kind,
      durationS: lap.durationS,
      distanceM: lap.distanceM,
    })),
  };
}

/** What was typed before a file completed the row; null where no file did, or both are apart already. */
export function typedBefore(row: ActivityRow): TypedSession | null {
  const read = TypedSession.safeParse(row.extra?.typed);
  return read.success ? read.data : null;
}
