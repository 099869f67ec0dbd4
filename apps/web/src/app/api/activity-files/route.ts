import { IsoDate } from "@repo/core/calendar";
import { AppError } from "@repo/core/errors";
import { recomputeLoad } from "@repo/services/load";
import { addActivityFile } from "@repo/services/training";
import { z } from "zod";
import { routeHandler } from "#http/route-handler.ts";
import { uploadedFile, uploadHandler } from "#http/upload.ts";

const Query = z.object({
  plannedWorkoutId: z.uuid().nullable(),
  day: IsoDate.nullable(),
});

/** One activity file, dropped on a day or a workout: stored, matched to the plan, counted at once. */
export const POST = uploadHandler(
  routeHandler({
    authz: { kind: "athlete" },
    run: async ({ ctx, request }) => {
      const { plannedWorkoutId, day } = readQuery(request);
      const file = await uploadedFile(request);
      const added = await addActivityFile(ctx, { ...file, plannedWorkoutId, localDate: day });
      await recomputeLoad(ctx.db, ctx.actor.userId, { now: ctx.now });
      return Response.json(added, { headers: { "Cache-Control": "private, no-store" } });
    },
  }),
);

function readQuery(request: Request): z.infer<typeof Query> {
  const search = new URL(request.url).searchParams;
  const read = Query.safeParse({ plannedWorkoutId: search.get("workout"), day: search.get("day") });
  if (!read.success)
    throw new AppError("INVALID", "The workout or day of this upload cannot be read. Reload the page.");
  return read.data;
}
