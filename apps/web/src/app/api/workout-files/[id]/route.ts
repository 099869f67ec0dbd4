import { AppError } from "@repo/core/errors";
import { exportWorkout } from "@repo/services/diary";
import { z } from "zod";
import { routeHandler } from "#http/route-handler.ts";

/** A planned workout as a FIT file for the athlete's watch. */
export const GET = routeHandler({
  authz: { kind: "athlete" },
  run: async ({ ctx, params }) => {
    const id = z.uuid().safeParse(params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "There is no such workout.");
    const { name, bytes } = await exportWorkout(ctx, id.data);
    return new Response(new Uint8Array(bytes), {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
      },
    });
  },
});
