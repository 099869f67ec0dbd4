import { AppError } from "@repo/core/errors";
import { exportWorkout, WorkoutFormat } from "@repo/services/diary";
import { z } from "zod";
import { routeHandler } from "#http/route-handler.ts";

/** A planned workout as a file: `?format=` fit (without saying), tcx, zwo or txt. */
export const GET = routeHandler({
  authz: { kind: "athlete" },
  run: async ({ ctx, params, request }) => {
    const id = z.uuid().safeParse(params.id);
    if (!id.success) throw new AppError("NOT_FOUND", "There is no such workout.");
    const asked = new URL(request.url).searchParams.get("format") ?? "fit";
    const format = WorkoutFormat.safeParse(asked);
    if (!format.success)
      throw new AppError("INVALID", "A workout comes as fit, tcx, zwo or txt; choose one of them.");
    const { name, bytes } = await exportWorkout(ctx, { id: id.data, format: format.data });
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
